public import SyncProtocol

/// Where a test puts a fault of its own between the parts, to see that the judge finds it.
public struct ExploreWiring: Sendable {
  /// The way of a device to the server, wrapped.
  public var transport: @Sendable (_ device: String, _ link: any Transport) -> any Transport
  /// The frames of the log as the judge reads them, from some position on.
  public var log: @Sendable (_ frames: [[UInt8]]) -> [[UInt8]]

  /// No fault at all.
  public static let plain = ExploreWiring(transport: { _, link in link }, log: { $0 })

  /// Wires a fault.
  public init(
    transport: @escaping @Sendable (_ device: String, _ link: any Transport) -> any Transport = { _, link in link },
    log: @escaping @Sendable (_ frames: [[UInt8]]) -> [[UInt8]] = { $0 }
  ) {
    self.transport = transport
    self.log = log
  }
}
