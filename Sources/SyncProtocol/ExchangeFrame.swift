public import SyncCore

/// One line of the server's answer to an exchange (DESIGN §7), in the order: receipts, leaves, enters, entries, end;
/// or receipts and one of gap, regressed, forked.
public enum ExchangeFrame: Sendable, Equatable {
  /// The answer to one line of the push.
  case receipt(seq: Int, Receipt)
  /// The stream is out of scope from now on: purge what is held of it.
  case leave(Leave)
  /// The stream is in scope from now on; entries up to `through` come as its own past.
  case enter(StreamID, through: Int)
  /// An entry of the log.
  case entry(LogEntry)
  /// The last line of a complete answer.
  case end(ExchangeEnd)
  /// The push must start at this seq: an earlier one has not arrived.
  case gap(expected: Int)
  /// The server knows more of this replica than it wrote: an old copy of the store is running.
  case regressed(seq: Int)
  /// The server holds another line at this seq: two copies of the store wrote.
  case forked(seq: Int)

  /// Appends the frame and its newline.
  public func append(to bytes: inout [UInt8]) {
    switch self {
    case .entry(let entry): return entry.append(to: &bytes)
    case .receipt(let seq, .accepted(let position)):
      // Nearly every frame of an answer to a push: printed without a value in between.
      bytes.append(contentsOf: "{\"receipt\":".utf8)
      bytes.append(contentsOf: String(seq).utf8)
      bytes.append(contentsOf: ",\"position\":".utf8)
      bytes.append(contentsOf: String(position).utf8)
      bytes.append(contentsOf: "}\n".utf8)
      return
    default: break
    }
    JSONWriter.append(json, to: &bytes)
    bytes.append(0x0A)
  }

  private var json: JSONValue {
    func object(_ members: [(String, JSONValue)]) -> JSONValue { .object(members.map { JSONMember($0.0, $0.1) }) }
    switch self {
    case .receipt(let seq, .accepted(let position)):
      return object([("receipt", .integer(Int64(seq))), ("position", .integer(Int64(position)))])
    case .receipt(let seq, .refused(let code, let detail)):
      return object([
        ("receipt", .integer(Int64(seq))), ("refused", .string(code.code)), ("detail", .string(detail)),
      ])
    case .leave(let leave):
      return object([
        ("leave", .string(leave.stream.description)), ("epoch", .integer(Int64(leave.epoch))),
        ("position", .integer(Int64(leave.position))), ("signature", .string(Hexadecimal.text(leave.signature))),
      ])
    case .enter(let stream, let through):
      return object([("enter", .string(stream.description)), ("through", .integer(Int64(through)))])
    case .entry: preconditionFailure("entries are joined from stored bytes")
    case .end(let end): return end.json
    case .gap(let seq): return object([("gap", .integer(Int64(seq)))])
    case .regressed(let seq): return object([("regressed", .integer(Int64(seq)))])
    case .forked(let seq): return object([("forked", .integer(Int64(seq)))])
    }
  }

  /// Reads one line; nil when it is no frame of this version.
  public init?(reading line: [UInt8]) {
    if let entry = LogEntry(lineFrame: line) {
      self = .entry(entry)
      return
    }
    let members: [JSONMember]
    do throws(JSONFault) {
      // An entry's frame is one level around a line, which has its own full depth.
      guard
        let read = try JSONScanner.value(
          of: line, depthMax: SyncLimits.depthMax + 1, textBytesMax: ProtocolLimits.bookmarkBytesMax
        ).members, let first = read.first
      else { return nil }
      members = read
      switch first.key {
      case "position":
        guard let entry = LogEntry(members) else { return nil }
        self = .entry(entry)
        return
      default: break
      }
    } catch {
      return nil  // not our spelling: a captive portal, a proxy's page, a cut answer
    }
    let first = members[0]
    let second = members.count > 1 ? members[1] : nil
    switch (first.key, second?.key, members.count) {
    case ("receipt", "position", 2):
      guard let seq = Self.count(first), let position = Self.count(second) else { return nil }
      self = .receipt(seq: seq, .accepted(position: position))
    case ("receipt", "refused", 3):
      guard let seq = Self.count(first), let code = second?.value.text, members[2].key == "detail",
        let detail = members[2].value.text
      else { return nil }
      self = .receipt(seq: seq, .refused(RefusalCode(code: code), detail: detail))
    case ("leave", _, _):
      guard let values = WireJSON.values(members, keys: ["leave", "epoch", "position", "signature"]),
        let stream = values[0].text.flatMap({ StreamID($0) }), let epoch = values[1].number, epoch >= 1,
        let position = values[2].number, position >= 0,
        let signature = values[3].text.flatMap({ Hexadecimal.bytes($0) }), signature.count == 64
      else { return nil }
      self = .leave(Leave(stream: stream, epoch: Int(epoch), position: Int(position), signature: signature))
    case ("enter", "through", 2):
      guard let stream = first.value.text.flatMap({ StreamID($0) }), let through = second?.value.number, through >= 0
      else { return nil }
      self = .enter(stream, through: Int(through))
    case ("bookmark", _, _):
      guard let end = ExchangeEnd(members) else { return nil }
      self = .end(end)
    case ("gap", nil, 1):
      guard let seq = Self.count(first) else { return nil }
      self = .gap(expected: seq)
    case ("regressed", nil, 1):
      guard let seq = Self.count(first) else { return nil }
      self = .regressed(seq: seq)
    case ("forked", nil, 1):
      guard let seq = Self.count(first) else { return nil }
      self = .forked(seq: seq)
    default: return nil
    }
  }

  /// A seq or position, from 1.
  private static func count(_ member: JSONMember?) -> Int? {
    guard let number = member?.value.number, number >= 1 else { return nil }
    return Int(number)
  }
}
