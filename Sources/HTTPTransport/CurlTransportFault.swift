/// Why no `CurlTransport` could be made: something in what it was given has to be changed first.
///
/// No case carries the address, since an address refused for its password would then show it.
public enum CurlTransportFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is not an absolute address with a host; the detail is the URL parser's.
  case notAnAddress(String)
  /// The scheme is neither `http` nor `https`.
  case schemeNotAllowed(String)
  /// The address is `http` beyond this machine, which `CurlTransportSettings.isClearAllowedBeyondLoopback` did not allow.
  case notEncrypted
  /// The address holds a user name or a password.
  case credentialsInAddress
  /// The address holds a query or a fragment, which no request could be put below.
  case queryOrFragmentInAddress
  /// The user agent holds something other than printable ASCII.
  case userAgentNotPrintable
  /// The file of certificate authorities cannot be read; the detail is the system's.
  case caBundleUnreadable(path: String, reason: String)
  /// The libcurl on this machine did not start.
  case libraryUnavailable(String)

  /// What happened, why, and what to do next, in English.
  public var description: String {
    switch self {
    case .notAnAddress(let detail):
      "This is not a server address (\(detail)). Write it whole, for example https://sync.example.fr."
    case .schemeNotAllowed(let scheme):
      "A server address cannot begin with \(scheme)://. Use https:// (or http:// on this computer)."
    case .notEncrypted:
      "This server address is not encrypted, and its requests carry the device's token. Use https://."
    case .credentialsInAddress:
      "The server address holds a user name or a password. Leave them out: the device signs in with its own key."
    case .queryOrFragmentInAddress:
      "The server address has a part after ? or #. Leave that part out."
    case .userAgentNotPrintable:
      "The user agent may hold printable ASCII characters only."
    case .caBundleUnreadable(let path, let reason):
      "The file of certificate authorities \(path) cannot be read (\(reason)). Correct its path or its permissions."
    case .libraryUnavailable(let detail):
      "libcurl did not start (\(detail)). Reinstall libcurl (Debian package libcurl4), 7.87 or later."
    }
  }
}
