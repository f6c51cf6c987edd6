/// Where the server's time comes from: the system's clock in a program, a virtual one in simulations.
public protocol ServerClock: Sendable {
  /// Milliseconds since 1970 UTC.
  func now() -> Int64
}
