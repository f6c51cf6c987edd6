import HTTPTypes

/// The content codings of the protocol (RFC 9110 §8.4).
enum ContentCoding: Sendable {
  case identity
  case gzip

  /// A coding by its name in `Content-Encoding`; nil for another, and for several in a row.
  init?(named name: some StringProtocol) {
    switch name.lowercased() {
    case "identity": self = .identity
    case "gzip", "x-gzip": self = .gzip
    default: return nil
    }
  }

  /// The coding of an answer of so many bytes to a request with these headers.
  static func answer(of bytes: Int, to headers: HTTPFields) -> ContentCoding {
    bytes >= HTTPLimits.compressedBytesMin && isGzipWelcome(headers[.acceptEncoding]) ? .gzip : .identity
  }

  /// Whether an `Accept-Encoding` names gzip, by itself or by `*`, and does not like plain bytes better.
  ///
  /// A part that cannot be read names nothing, and nothing named is nothing accepted.
  static func isGzipWelcome(_ accepted: String?) -> Bool {
    var (gzip, identity, others): (Double?, Double?, Double?) = (nil, nil, nil)
    for part in (accepted ?? "").split(separator: ",") {
      let pieces = part.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      guard let weight = pieces.count == 1 ? 1 : weight(pieces[1].trimmingSpaces()) else { continue }
      switch pieces[0].trimmingSpaces().lowercased() {
      case "gzip", "x-gzip": gzip = weight
      case "identity": identity = weight
      case "*": others = weight
      default: break
      }
    }
    let welcome = gzip ?? others ?? 0
    return welcome > 0 && welcome >= identity ?? 0
  }

  /// `q=0.5` (RFC 9110 §12.4.2); nil for anything else.
  private static func weight(_ text: Substring) -> Double? {
    guard text.lowercased().hasPrefix("q="), let value = Double(text.dropFirst(2)), (0...1).contains(value) else {
      return nil
    }
    return value
  }
}
