import Foundation
import SyncCore

/// What every answer to a browser carries (DESIGN §9).
enum SecurityHeaders {
  /// Nothing but what this server sends itself; no inline code; forms go home; nobody frames a page.
  static let contentPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"
  /// A document that brings one style sheet of its own, known by its hash, and nothing that runs.
  ///
  /// The sheet stands in the head, before anything people wrote; and what they wrote is escaped, and begins no other.
  static func policy(ofDocument html: String) -> String {
    var source = "'none'"
    let bytes = Array(html.utf8)
    if let open = bytes.firstRange(of: Array("<style>".utf8)), let close = bytes.firstRange(of: Array("</style>".utf8)),
      open.upperBound <= close.lowerBound
    {
      let digest = Digest(of: Array(bytes[open.upperBound..<close.lowerBound]))
      source = "'sha256-\(Data(digest.bytes).base64EncodedString())'"
    }
    return "default-src 'none'; style-src \(source); base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  static func all(policy: String, isSecure: Bool) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = [
      ("Content-Security-Policy", policy), ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]
    if isSecure { headers.append(("Strict-Transport-Security", "max-age=31536000")) }
    return headers
  }
}
