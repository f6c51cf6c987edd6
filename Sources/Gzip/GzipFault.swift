/// Why bytes are not one whole gzip member within its limit.
public enum GzipFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// They do not begin as gzip does, with 1F 8B.
  case notGzip
  /// They begin so, and go on as gzip cannot: a header or block that is none, a checksum or length that differs.
  case damaged
  /// They end before the member does.
  case cut
  /// More than this many bytes come out.
  case tooLarge(limitBytes: Int)
  /// The member ends before the bytes do: a further member, or something else.
  case trailingBytes(count: Int)

  /// What happened, in English, for logs and for the details of problems.
  public var description: String {
    switch self {
    case .notGzip: "The bytes are not gzip."
    case .damaged: "The gzip bytes are damaged."
    case .cut: "The gzip bytes end before their end."
    case .tooLarge(let limitBytes): "More than \(limitBytes) bytes come out of the gzip bytes."
    case .trailingBytes(let count): "\(count) bytes follow the end of the gzip bytes."
    }
  }
}
