/// How much one device may ask of a server; what stands in `ServerLimits` unless somebody says otherwise.
public struct DeviceQuotas: Sendable {
  /// Tokens given within a minute.
  public var tokensPerMinute = ServerLimits.tokensPerDevicePerMinuteMax
  /// Wrong assertions within a minute before all of the device's wait.
  public var wrongAssertionsPerMinute = ServerLimits.wrongAssertionsPerDevicePerMinuteMax
  /// Exchanges within a minute.
  public var exchangesPerMinute = ServerLimits.exchangesPerDevicePerMinuteMax
  /// Lines put into quarantine within a day.
  public var quarantinedRowsPerDay = ServerLimits.quarantinedRowsPerDevicePerDayMax
  /// Bytes of lines put into quarantine within a day.
  public var quarantinedBytesPerDay = ServerLimits.quarantinedBytesPerDevicePerDayMax
  /// Assertions and nonces remembered at once, of all devices.
  public var assertionsRemembered = ServerLimits.assertionsRememberedMax

  /// The limits of `ServerLimits`.
  public init() {}
}

/// Lines put into quarantine.
struct QuarantineUse: Equatable {
  var rows = 0
  var bytes = 0

  mutating func add(_ other: QuarantineUse) {
    rows += other.rows
    bytes += other.bytes
  }
}
