public import SyncCore
public import SyncProtocol

/// One entry of the log as it is stored: its frame, byte for byte as it is served, and what it is found by.
public struct LogRecord: Sendable, Equatable {
  /// What the entry holds.
  public enum Kind: Int, Sendable {
    case line = 1
    case skip = 2
    case seal = 3
  }

  /// Its place in the log.
  public let position: Int
  /// The stream it belongs to.
  public let stream: StreamID
  /// What it holds.
  public let kind: Kind
  /// The change it holds, skips or seals through.
  public let id: ChangeID
  /// The frame with its newline.
  public let frame: [UInt8]

  /// Takes over a stored entry.
  public init(position: Int, stream: StreamID, kind: Kind, id: ChangeID, frame: [UInt8]) {
    self.position = position
    self.stream = stream
    self.kind = kind
    self.id = id
    self.frame = frame
  }

  /// Prints an entry into its frame.
  public init(_ entry: LogEntry) {
    position = entry.position
    stream = entry.stream
    switch entry.content {
    case .line(let line): (kind, id) = (.line, line.id)
    case .skip(_, let id, _): (kind, self.id) = (.skip, id)
    case .seal(let seal): (kind, id) = (.seal, seal.through)
    }
    var frame: [UInt8] = []
    entry.append(to: &frame)
    self.frame = frame
  }

  /// Where it stands, without the frame.
  public var place: LogPlace { LogPlace(position: position, stream: stream, kind: kind, id: id) }

  /// The change line inside the frame; nil for skips and seals.
  /// - Throws: `LedgerFault.damaged` when the stored bytes are no line of the frame's form.
  public func line() throws -> ChangeLine? {
    guard kind == .line else { return nil }
    // The frame begins with two numbers and then the marker; nothing before it can contain a quote of another word.
    let marker = Self.lineMarker
    var start = 0
    while start + marker.count <= frame.count, !frame[start..<(start + marker.count)].elementsEqual(marker) {
      start += 1
    }
    guard start + marker.count < frame.count - 2 else { throw LedgerFault.damaged("log position \(position)") }
    do throws(ChangeFault) {
      return try ChangeLine(Array(frame[(start + marker.count)..<(frame.count - 2)]))
    } catch {
      throw LedgerFault.damaged("log position \(position): \(error.code)")
    }
  }

  /// When the server received it, milliseconds since 1970 UTC; nil when the frame cannot be read.
  func received() -> Int64? {
    guard case .entry(let entry)? = ExchangeFrame(reading: Array(frame.dropLast())) else { return nil }
    return entry.received
  }

  private static let lineMarker = Array("\"line\":".utf8)

  /// The log's hash after this entry: SHA-256(hash before ‖ frame).
  public func hash(after previous: Digest) -> Digest { Digest(of: previous, frame) }
}

/// The end of the log.
public struct LogTip: Sendable, Equatable {
  /// The last position.
  public let position: Int
  /// The log's hash there.
  public let hash: Digest

  /// Pairs a position with the hash.
  public init(position: Int, hash: Digest) {
    self.position = position
    self.hash = hash
  }

  /// The end of an empty log: the hash is that of the word every log begins with.
  public static let origin = LogTip(position: 0, hash: Digest(of: Array("constat.log.0".utf8)))
}
