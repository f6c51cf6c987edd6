import SyncCore

/// Counts what each device has used within a window that begins with its first use.
///
/// Kept in memory only: a restart forgives.
struct UseMeter {
  private struct Use {
    let start: Int64
    var amount: Int
  }

  private let windowMilliseconds: Int64
  private var uses: [ReplicaID: Use] = [:]

  init(windowSeconds: Int) { windowMilliseconds = Int64(windowSeconds) * 1_000 }

  /// Seconds until a device may go on once it has used up as much as it may; nil while it has not.
  func wait(_ device: ReplicaID, max: Int, now: Int64) -> Int? {
    guard let use = uses[device], isOpen(use, now: now), use.amount >= max else { return nil }
    return Int((use.start + windowMilliseconds - now + 999) / 1_000)
  }

  /// Counts a use.
  mutating func add(_ amount: Int, to device: ReplicaID, now: Int64) {
    if let use = uses[device], isOpen(use, now: now) {
      uses[device]?.amount = use.amount + amount
      return
    }
    if uses[device] == nil, uses.count >= ServerLimits.metersMax { makeRoom(now: now) }
    uses[device] = Use(start: now, amount: amount)
  }

  // A clock set back must not shut anybody out for longer than the window.
  private func isOpen(_ use: Use, now: Int64) -> Bool { use.start <= now && now < use.start + windowMilliseconds }

  private mutating func makeRoom(now: Int64) {
    uses = uses.filter { isOpen($0.value, now: now) }
    guard uses.count >= ServerLimits.metersMax else { return }
    for device in uses.sorted(by: { ($0.value.start, $0.key) < ($1.value.start, $1.key) }).prefix(uses.count / 2) {
      uses[device.key] = nil
    }
  }
}
