import ServerHTTP

/// The cookie that holds a session's secret: out of reach of scripts and of other sites.
enum SessionCookie {
  /// Behind TLS the name itself forbids another host, path or plain text to set it (RFC 6265bis §4.1.3.2).
  static func name(isSecure: Bool) -> String { isSecure ? "__Host-constat" : "constat-session" }

  static func secret(in request: PageRequest) -> String? { request.cookies[name(isSecure: request.isSecure)] }

  /// Sets the secret for as long as the browser is open: the session's own end is kept by the server.
  static func set(_ secret: String, isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=\(secret); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }

  static func clear(isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }
}
