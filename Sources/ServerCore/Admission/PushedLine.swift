import SyncCore
import SyncProtocol

/// One item of a push, read as far as it can be before the transaction begins.
struct PushedLine {
  let id: ChangeID
  let item: ExchangeRequest.Item
  let digest: Digest
  let reading: Reading

  /// What the bytes turned out to be.
  enum Reading {
    case change(ChangeLine)
    case unreadable(ChangeFault)
    case void
  }

  /// The stream whose chain the line is part of.
  ///
  /// Every line that names a stream in the accepted spelling of JSON is part of that stream's chain, refused or not;
  /// voids and lines that are no such JSON are part of none (Protocol/exchange.md, chains).
  let stream: StreamID?

  init(_ item: ExchangeRequest.Item, id: ChangeID) {
    self.id = id
    self.item = item
    switch item {
    case .void(let digest):
      (self.digest, reading, stream) = (digest, .void, nil)
    case .line(let bytes):
      do throws(ChangeFault) {
        let line = try ChangeLine(bytes)
        (digest, reading, stream) = (line.digest, .change(line), line.change.stream)
      } catch {
        digest = Digest(of: bytes)
        reading = .unreadable(error)
        stream = Self.stream(namedIn: bytes)
      }
    }
  }

  var bytes: [UInt8]? { if case .line(let bytes) = item { bytes } else { nil } }

  private static func stream(namedIn bytes: [UInt8]) -> StreamID? {
    guard bytes.count <= SyncLimits.lineBytesMax else { return nil }
    do throws(JSONFault) {
      return try JSONScanner.value(of: bytes)["stream"]?.text.flatMap { StreamID($0) }
    } catch {
      return nil  // the fault itself is already in `reading`
    }
  }
}
