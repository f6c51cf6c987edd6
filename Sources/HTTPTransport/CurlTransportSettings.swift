/// How a `CurlTransport` presents itself and how long it waits, with every bound that is not the request's own.
public struct CurlTransportSettings: Sendable, Equatable {
  /// The `User-Agent` value, printable ASCII; `nil` sends none.
  public var userAgent: String?
  /// A PEM file of the certificate authorities to trust in place of the system's; `nil` trusts the system's.
  public var caBundlePath: String?
  /// The longest the name lookup, the connection and the TLS handshake may take together.
  public var connectTimeLimit: Duration
  /// The longest the line may stay silent, both ways, once connected; counted in whole seconds, at least one.
  ///
  /// A held answer (long poll) is silence too: keep the server's wait below this.
  public var stallTimeLimit: Duration
  /// The most connections open at once; further requests wait for one, within their own time limit.
  public var connectionsMax: Int
  /// The most bytes of answer header lines, interim answers included.
  public var headerBytesMax: Int
  /// Request bodies of at least this many bytes are sent compressed, where that makes them shorter.
  public var compressedBytesMin: Int
  /// Whether bodies are compressed towards this machine itself too: there is no line to spare, only time.
  public var compressesOnLoopback: Bool
  /// Whether `http` is taken beyond this machine: tokens and findings then cross the network for anyone to read.
  public var isClearAllowedBeyondLoopback: Bool

  /// Creates settings; see the properties for units.
  public init(
    userAgent: String? = nil,
    caBundlePath: String? = nil,
    connectTimeLimit: Duration = .seconds(15),
    stallTimeLimit: Duration = .seconds(45),
    connectionsMax: Int = 6,
    headerBytesMax: Int = 64 * 1024,
    compressedBytesMin: Int = 1_024,
    compressesOnLoopback: Bool = false,
    isClearAllowedBeyondLoopback: Bool = false
  ) {
    self.userAgent = userAgent
    self.caBundlePath = caBundlePath
    self.connectTimeLimit = connectTimeLimit
    self.stallTimeLimit = stallTimeLimit
    self.connectionsMax = connectionsMax
    self.headerBytesMax = headerBytesMax
    self.compressedBytesMin = compressedBytesMin
    self.compressesOnLoopback = compressesOnLoopback
    self.isClearAllowedBeyondLoopback = isClearAllowedBeyondLoopback
  }
}
