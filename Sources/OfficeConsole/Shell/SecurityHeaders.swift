/// What every answer to a browser carries (DESIGN §9).
enum SecurityHeaders {
  /// Nothing but what this server sends itself; no inline code; forms go home; nobody frames a page.
  static let contentPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"
  /// The printed report brings its own style sheet and nothing that runs.
  static let reportPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

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
