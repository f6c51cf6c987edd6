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
    bytes.append(contentsOf: "{\"position\":\(position),\"received\":\(received),".utf8)
    switch content {
    case .line(let line):
      bytes.append(contentsOf: "\"line\":".utf8)
      bytes.append(contentsOf: line.bytes)
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
