/// Why a server does not start.
public enum ServerStartFault: Error, Sendable, Equatable {
  /// Beyond this machine only TLS is served, and no certificate and key were given.
  case plainTextBeyondLoopback(ListenAddress)
  /// A clock other than the system's is served on loopback only.
  case testClockBeyondLoopback(ListenAddress)
  /// The certificate file cannot be read, or holds none.
  case certificateUnusable(path: String)
  /// The key file cannot be read, or is not the certificate's.
  case keyUnusable(path: String)

  /// The stable code.
  public var code: String {
    switch self {
    case .plainTextBeyondLoopback: "plain-text-beyond-loopback"
    case .testClockBeyondLoopback: "test-clock-beyond-loopback"
    case .certificateUnusable: "certificate-unusable"
    case .keyUnusable: "key-unusable"
    }
  }
}
