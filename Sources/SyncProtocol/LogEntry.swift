public import SyncCore

/// One entry of a tenant's log, as it travels in feeds, hand-over files and archives: a line, the digest of a line
/// that is not passed on, or a seal.
public struct LogEntry: Sendable, Equatable {
  /// What the entry holds.
  public enum Content: Sendable, Equatable {
    /// A change line, byte for byte as received.
    case line(ChangeLine)
    /// A line refused, void or erased: enters the chain by its digest alone.
    case skip(stream: StreamID, id: ChangeID, digest: Digest)
    /// A seal of the replica's chain in a stream.
    case seal(SyncCore.Seal)
  }

  /// Its place in the tenant's log; 0 in a hand-over file, where no server has placed it yet.
  public var position: Int
  /// When the server received it, milliseconds since 1970 UTC; 0 in a hand-over file.
  public var received: Int64
  /// What it holds.
  public var content: Content

  /// Creates an entry.
  public init(position: Int, received: Int64, content: Content) {
    self.position = position
    self.received = received
    self.content = content
  }

  /// The stream it belongs to.
  public var stream: StreamID {
    switch content {
    case .line(let line): line.change.stream
    case .skip(let stream, _, _): stream
    case .seal(let seal): seal.stream
    }
  }

  /// Appends the frame `{"position":P,"received":T,"line":…}` (or `skip`, `seal`) and its newline; the line's bytes are
  /// copied, never printed anew.
  public func append(to bytes: inout [UInt8]) {
    // A frame of its own; a page's bytes grow by themselves.
    if case .line(let line) = content, bytes.isEmpty { bytes.reserveCapacity(line.bytes.count + 80) }
    bytes.append(contentsOf: Self.positionKey)
    bytes.append(contentsOf: String(position).utf8)
    bytes.append(contentsOf: Self.receivedKey)
    bytes.append(contentsOf: String(received).utf8)
    if case .line(let line) = content {
      bytes.append(contentsOf: Self.lineKey)
      bytes.append(contentsOf: line.bytes)
      bytes.append(contentsOf: "}\n".utf8)
      return
    }
    bytes.append(UInt8(ascii: ","))
    switch content {
    case .line: break
    case .skip(let stream, let id, let digest):
      bytes.append(contentsOf: "\"skip\":[\"\(stream)\",\"\(id.replica)\",\(id.seq),\"\(digest)\"]".utf8)
    case .seal(let seal):
      bytes.append(
        contentsOf:
          "\"seal\":[\"\(seal.stream)\",\"\(seal.through.replica)\",\(seal.through.seq),\"\(Hexadecimal.text(seal.signature))\"]"
          .utf8)
    }
    bytes.append(contentsOf: "}\n".utf8)
  }

  private static let positionKey = Array("{\"position\":".utf8)
  private static let receivedKey = Array(",\"received\":".utf8)
  private static let lineKey = Array(",\"line\":".utf8)

  /// Reads the frame of a line without its newline, scanning the line once where it lies; nil for any other frame, or one
  /// that is none, which the general reader judges.
  init?(lineFrame frame: [UInt8]) {
    var index = 0
    func skip(_ key: [UInt8]) -> Bool {
      guard frame.count - index > key.count, frame[index..<(index + key.count)].elementsEqual(key) else { return false }
      index += key.count
      return true
    }
    func number() -> Int64? {
      let start = index
      var number: Int64 = 0
      while index < frame.count, frame[index] >= 0x30, frame[index] <= 0x39, index - start < 16 {
        number = number * 10 + Int64(frame[index] - 0x30)
        index += 1
      }
      guard index > start, number <= SyncLimits.integerMax, frame[start] != 0x30 || index == start + 1 else {
        return nil
      }
      return number
    }
    guard skip(Self.positionKey), let position = number(), skip(Self.receivedKey), let received = number(),
      skip(Self.lineKey), frame.last == UInt8(ascii: "}")
    else { return nil }
    do throws(ChangeFault) {
      let line = try ChangeLine(Array(frame[index..<(frame.count - 1)]))
      self.init(position: Int(position), received: received, content: .line(line))
    } catch {
      return nil
    }
  }

  /// Reads a scanned frame; nil when it is none.
  init?(_ members: [JSONMember]) {
    guard members.count == 3, members[0].key == "position", members[1].key == "received",
      let position = members[0].value.number, position >= 0, let received = members[1].value.number
    else { return nil }
    let content: Content
    let parts = members[2].value.elements ?? []
    switch members[2].key {
    case "line":
      do throws(ChangeFault) {
        // Only one spelling exists, so printing the scanned value gives the bytes that were read.
        content = .line(try ChangeLine(JSONWriter.bytes(members[2].value)))
      } catch {
        return nil  // whoever reads frames reports the frame as unreadable; the server never sends such a line
      }
    case "skip":
      guard parts.count == 4, let stream = parts[0].text.flatMap({ StreamID($0) }),
        let replica = parts[1].text.flatMap({ ReplicaID($0) }), let seq = parts[2].number, seq >= 1,
        let digest = parts[3].text.flatMap({ Digest(hex: $0) })
      else { return nil }
      content = .skip(stream: stream, id: ChangeID(replica: replica, seq: Int(seq)), digest: digest)
    case "seal":
      guard parts.count == 4, let stream = parts[0].text.flatMap({ StreamID($0) }),
        let replica = parts[1].text.flatMap({ ReplicaID($0) }), let seq = parts[2].number, seq >= 1,
        let signature = parts[3].text.flatMap({ Hexadecimal.bytes($0) }),
        let seal = SyncCore.Seal(
          stream: stream, through: ChangeID(replica: replica, seq: Int(seq)), signature: signature)
      else { return nil }
      content = .seal(seal)
    default: return nil
    }
    self.init(position: Int(position), received: received, content: content)
  }
}
