import SyncProtocol

/// Gathers one answer piece by piece and stops at its bounds; knows HTTP's header lines and nothing of libcurl.
struct AnswerCollector {
  /// Which bound the answer passed.
  enum Excess: Equatable {
    case headers(limitBytes: Int)
    case body(limitBytes: Int)

    var limitBytes: Int {
      switch self {
      case .headers(let limitBytes), .body(let limitBytes): limitBytes
      }
    }
  }

  private let headerBytesMax: Int
  private let bodyBytesMax: Int
  private var headerBytes = 0
  /// Whether the empty line after the last header block has come; libcurl takes a block cut before it for an answer.
  private(set) var blockEnded = false
  private(set) var headers: [TransportHeader] = []
  private(set) var body: [UInt8] = []
  private(set) var excess: Excess?

  init(headerBytesMax: Int, bodyBytesMax: Int) {
    self.headerBytesMax = headerBytesMax
    self.bodyBytesMax = bodyBytesMax
  }

  /// Whether the server has said anything at all.
  var hasBegun: Bool { headerBytes > 0 || !body.isEmpty || excess != nil }

  /// Takes one header line with its line end; a status line begins a new block, what follows a block is a trailer.
  /// - Returns: `false` when the header bound is passed and nothing more is wanted.
  mutating func takeHeaderLine(_ raw: UnsafeRawBufferPointer) -> Bool {
    headerBytes += raw.count
    guard headerBytes <= headerBytesMax else {
      excess = .headers(limitBytes: headerBytesMax)
      return false
    }
    let line = Self.trimmed(raw[...], also: 0x0D, 0x0A)
    if raw.starts(with: "HTTP/".utf8) {
      headers.removeAll()
      blockEnded = false
    } else if line.isEmpty {
      blockEnded = true
    } else if !blockEnded {
      add(line, isContinuation: raw.first == 0x20 || raw.first == 0x09)
    }
    return true
  }

  /// Takes decoded body bytes.
  /// - Returns: `false` when the body bound is passed and nothing more is wanted.
  mutating func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= bodyBytesMax - body.count else {
      excess = .body(limitBytes: bodyBytesMax)
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  /// Obsolete line folding reads as one space (RFC 9112 §5.2); a line without a colon is no header.
  private mutating func add(_ line: Slice<UnsafeRawBufferPointer>, isContinuation: Bool) {
    if isContinuation, let last = headers.indices.last {
      headers[last].value += " " + String(decoding: line, as: UTF8.self)
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let name = line[..<colon].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let value = Self.trimmed(line[line.index(after: colon)...])
      headers.append(
        TransportHeader(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
  }

  private static func trimmed(
    _ bytes: Slice<UnsafeRawBufferPointer>, also others: UInt8...
  ) -> Slice<UnsafeRawBufferPointer> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || others.contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return bytes[bytes.startIndex..<bytes.startIndex] }
    return bytes[first...last]
  }
}
