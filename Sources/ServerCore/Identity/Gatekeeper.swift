import SyncCore

/// What one process remembers of who asked for what: assertions and nonces already shown, and the use of every device.
struct Gatekeeper {
  let quotas: DeviceQuotas
  /// When the process began, milliseconds since 1970 UTC: what was signed before may have been shown to the one before.
  let started: Int64
  var wrongCodes: [Int64] = []
  var assertions: ReplayMemory
  var nonces: ReplayMemory
  var tokens = UseMeter(windowSeconds: 60)
  var wrongAssertions = UseMeter(windowSeconds: 60)
  private var noncesGiven = 0
  private var exchanges = UseMeter(windowSeconds: 60)
  private var quarantinedRows = UseMeter(windowSeconds: 86_400)
  private var quarantinedBytes = UseMeter(windowSeconds: 86_400)

  init(quotas: DeviceQuotas, started: Int64) {
    self.quotas = quotas
    self.started = started
    assertions = ReplayMemory(max: quotas.assertionsRemembered)
    nonces = ReplayMemory(max: quotas.assertionsRemembered)
  }

  /// The number of another nonce: counted, not drawn, since it is authenticated and its process named.
  mutating func numberNonce() -> Int {
    noncesGiven += 1
    return noncesGiven
  }

  /// Counts an exchange.
  /// - Returns: the seconds to wait where it is one too many.
  mutating func exchangeWait(_ device: ReplicaID, now: Int64) -> Int? {
    if let wait = exchanges.wait(device, max: quotas.exchangesPerMinute, now: now) { return wait }
    exchanges.add(1, to: device, now: now)
    return nil
  }

  /// The seconds to wait before another push where too much of the device lies in quarantine already.
  func quarantineWait(_ device: ReplicaID, now: Int64) -> Int? {
    quarantinedRows.wait(device, max: quotas.quarantinedRowsPerDay, now: now)
      ?? quarantinedBytes.wait(device, max: quotas.quarantinedBytesPerDay, now: now)
  }

  /// Takes note of what a push put into quarantine.
  mutating func noteQuarantined(_ use: QuarantineUse, of device: ReplicaID, now: Int64) {
    guard use.rows > 0 else { return }
    quarantinedRows.add(use.rows, to: device, now: now)
    quarantinedBytes.add(use.bytes, to: device, now: now)
  }
}
