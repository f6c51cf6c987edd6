import CCurl

/// A server's base address, parsed by the very parser that will later connect to it.
struct ServerAddress: Sendable, Equatable {
  /// Scheme, host, port and path prefix, without a slash at the end: a request's target is appended as it is.
  let prefix: String
  /// Whether requests go out under TLS.
  let isEncrypted: Bool
  /// Whether the host is this machine; then no proxy is used whatever the environment says.
  let isLoopback: Bool

  init(parsing text: String) throws(CurlTransportFault) {
    if let reason = CurlLibrary.fault { throw .libraryUnavailable(reason) }
    guard let url = ccurl_url() else { throw .libraryUnavailable("out of memory") }
    defer { ccurl_url_cleanup(url) }
    let known = ccurl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME))
    guard known == CURLUE_OK, !text.utf8.contains(0) else {
      throw .notAnAddress(String(cString: ccurl_url_strerror(known)))
    }
    guard Self.part(CURLUPART_USER, of: url) == nil, Self.part(CURLUPART_PASSWORD, of: url) == nil else {
      throw .credentialsInAddress
    }
    let scheme = Self.part(CURLUPART_SCHEME, of: url) ?? ""
    guard scheme == "http" || scheme == "https" else { throw .schemeNotAllowed(scheme) }
    guard Self.part(CURLUPART_QUERY, of: url) == nil, Self.part(CURLUPART_FRAGMENT, of: url) == nil else {
      throw .queryOrFragmentInAddress
    }
    guard let host = Self.part(CURLUPART_HOST, of: url), var whole = Self.part(CURLUPART_URL, of: url) else {
      throw .notAnAddress("no host")
    }
    while whole.utf8.last == UInt8(ascii: "/") { whole.removeLast() }
    prefix = whole
    isEncrypted = scheme == "https"
    isLoopback = Self.isLoopback(host: host)
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard ccurl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { ccurl_free(text) }
    return String(cString: text)
  }

  private static func isLoopback(host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
