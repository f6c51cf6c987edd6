import Foundation

/// Something that happens once and is waited for without a clock, by threads or by tasks.
///
/// Proof of `@unchecked Sendable`: what varies is read and written only while `condition` is held.
final class Signal: @unchecked Sendable {
  private let condition = NSCondition()
  private var hasHappened = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  func happen() {
    condition.lock()
    hasHappened = true
    let waking = waiters
    waiters = []
    condition.broadcast()
    condition.unlock()
    for waiter in waking { waiter.resume() }
  }

  func wait() {
    condition.lock()
    while !hasHappened { condition.wait() }
    condition.unlock()
  }

  func happened() async {
    await withCheckedContinuation { waiter in
      condition.lock()
      let already = hasHappened
      if !already { waiters.append(waiter) }
      condition.unlock()
      if already { waiter.resume() }
    }
  }
}
