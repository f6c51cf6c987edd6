import SyncCore

/// Why a body is no exchange request at all: answered with 400 or 413, nothing of it happened.
public enum ExchangeRequestFault: Error, Sendable, Equatable {
  /// Past `ProtocolLimits.pushBytesMax`.
  case bodyTooLarge
  /// More than `ProtocolLimits.pushLinesMax` lines, or as many seals.
  case tooManyLines
  /// The first line is missing or no header.
  case header
  /// The body does not end with a newline: it was cut on the way.
  case cut
  /// A seal or void that cannot be read, or a line after the seals; the number counts body lines from 1.
  case line(Int)

  /// The stable code of the problem document.
  public var code: String {
    switch self {
    case .bodyTooLarge, .tooManyLines: "push-too-large"
    case .header: "bad-exchange-header"
    case .cut: "cut-body"
    case .line: "bad-exchange-line"
    }
  }
}

extension ExchangeRequest {
  private static let sealPrefix = Array("{\"seal\":".utf8)
  private static let voidPrefix = Array("{\"void\":".utf8)

  /// Reads a body.
  ///
  /// Lines of changes are not judged here: an unreadable one is refused under its own seq.
  /// - Throws: `ExchangeRequestFault`.
  public init(reading body: [UInt8]) throws(ExchangeRequestFault) {
    guard body.count <= ProtocolLimits.pushBytesMax else { throw .bodyTooLarge }
    guard body.last == 0x0A else { throw body.isEmpty ? .header : .cut }
    let lines = WireLines.cut(body)
    guard let first = lines.first, let header = Self.header(Array(first)) else { throw .header }
    var items: [Item] = []
    var seals: [Seal] = []
    for (place, line) in lines.enumerated().dropFirst() {
      if line.starts(with: Self.sealPrefix) {
        guard let seal = Self.seal(Array(line)) else { throw .line(place + 1) }
        guard seals.count < ProtocolLimits.pushLinesMax else { throw .tooManyLines }
        seals.append(seal)
        continue
      }
      guard seals.isEmpty else { throw .line(place + 1) }
      guard items.count < ProtocolLimits.pushLinesMax else { throw .tooManyLines }
      if line.starts(with: Self.voidPrefix) {
        guard let item = Self.void(Array(line), seq: header.from + items.count) else { throw .line(place + 1) }
        items.append(item)
      } else {
        items.append(.line(Array(line)))
      }
    }
    self.init(header: header, items: items, seals: seals)
  }

  private static func value(_ bytes: [UInt8], keys: [String]) -> [JSONValue]? {
    do throws(JSONFault) {
      guard
        let members = try JSONScanner.value(
          of: bytes, textBytesMax: ProtocolLimits.bookmarkBytesMax
        ).members
      else { return nil }
      return WireJSON.values(members, keys: keys)
    } catch {
      return nil  // the caller answers with the line's number; the exact spelling fault adds nothing to it
    }
  }

  private static func header(_ bytes: [UInt8]) -> Header? {
    guard let values = value(bytes, keys: ["replica", "from", "last", "digest", "bookmark", "limit"]),
      let replica = values[0].text.flatMap({ ReplicaID($0) }), let from = values[1].number, from >= 1,
      let last = values[2].number, last >= from - 1, let digestText = values[3].text, let bookmark = values[4].text,
      bookmark.utf8.count <= ProtocolLimits.bookmarkBytesMax, let limit = values[5].number, limit >= 0
    else { return nil }
    let digest = Digest(hex: digestText)
    guard from == 1 ? digestText.isEmpty : digest != nil else { return nil }
    return Header(
      replica: replica, from: Int(from), last: Int(last), digest: digest, bookmark: bookmark,
      limit: min(Int(limit), ProtocolLimits.pageEntriesMax))
  }

  private static func seal(_ bytes: [UInt8]) -> Seal? {
    guard let parts = value(bytes, keys: ["seal"])?[0].elements, parts.count == 3,
      let stream = parts[0].text.flatMap({ StreamID($0) }), let seq = parts[1].number, seq >= 1,
      let signature = parts[2].text.flatMap({ Hexadecimal.bytes($0) }), signature.count == 64
    else { return nil }
    return Seal(stream: stream, seq: Int(seq), signature: signature)
  }

  private static func void(_ bytes: [UInt8], seq: Int) -> Item? {
    guard let values = value(bytes, keys: ["void", "digest"]), values[0].number == Int64(seq),
      let digest = values[1].text.flatMap({ Digest(hex: $0) })
    else { return nil }
    return .void(digest: digest)
  }
}
