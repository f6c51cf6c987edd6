import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// What the headers of a body may say about it.
enum ContentRule {
  /// Checks the body's media type; a missing `Content-Type` is let through.
  ///
  /// - Returns: the coding the body comes in.
  /// - Throws: `Problem` `malformed` for another media type; `unsupported-coding`.
  static func check(_ headers: HTTPFields, mediaType: String) throws -> ContentCoding {
    if let given = headers[.contentType] {
      let type = given.prefix { $0 != ";" }.trimmingSpaces().lowercased()
      guard type == mediaType else {
        throw Problem(.malformed, detail: "The body's Content-Type must be \(mediaType).")
      }
    }
    guard let given = headers[.contentEncoding] else { return .identity }
    guard let coding = ContentCoding(named: given[...].trimmingSpaces()) else {
      throw Problem(.unsupportedCoding, detail: "The body's Content-Encoding must be gzip, or none.")
    }
    return coding
  }
}

extension Substring {
  /// Without the spaces and tabs around it (RFC 9110 §5.6.3).
  func trimmingSpaces() -> Substring {
    var rest = self
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest.drop { $0 == " " || $0 == "\t" }
  }
}
