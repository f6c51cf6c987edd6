import CCurl

/// libcurl, loaded and started when the first address is parsed.
enum CurlLibrary {
  /// Why it could not be had; nil when it runs.
  ///
  /// libcurl wants its start exactly once and before anything else: a static does both.
  static let fault: String? = ccurl_start().map { String(cString: $0) }
}
