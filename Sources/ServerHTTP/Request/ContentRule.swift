import HTTPTypes
import Hummingbird
import HummingbirdCore
import SyncProtocol

/// What the headers of a body may say about it.
enum ContentRule {
  /// Checks the body's media type and coding; a missing `Content-Type` is let through.
  ///
  /// - Throws: `Problem` `malformed` for another media type, or for any `Content-Encoding` but `identity`.
  static func check(_ headers: HTTPFields, mediaType: String) throws {
    if let given = headers[.contentType] {
      let type = given.prefix { $0 != ";" }.trimmingSpaces().lowercased()
      guard type == mediaType else {
        throw Problem(.malformed, detail: "The body's Content-Type must be \(mediaType).")
      }
    }
    if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
      throw Problem(.malformed, detail: "The body must come without Content-Encoding.")
    }
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var rest = self
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest.drop { $0 == " " || $0 == "\t" }
  }
}
