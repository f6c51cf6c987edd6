import SyncCore
import SyncProtocol

extension ConstatServer {
  /// Whether a device may give back or deliver: by the same measures as its exchanges.
  func admit(givenEntries count: Int, by device: ReplicaID) throws {
    let now = clock.now()
    if let wait = gatekeeper.exchangeWait(device, now: now)
      ?? (count > 0 ? gatekeeper.quarantineWait(device, now: now) : nil)
    {
      throw ProblemAnswer(
        .tooManyRequests, "The device has sent too much in a short time. Wait, then go on.", retryAfterSeconds: wait)
    }
  }

  /// Whether an exchange may begin; a push of a device that has filled its share of the quarantine waits in its outbox.
  func admit(_ push: Push) -> Result<Void, Problem> {
    answering {
      let (device, now) = (push.principal.replica, clock.now())
      if let wait = gatekeeper.exchangeWait(device, now: now) {
        throw ProblemAnswer(
          .tooManyRequests, "The device has sent too many exchanges within a minute. Wait, then go on.",
          retryAfterSeconds: wait)
      }
      guard !push.lines.isEmpty, let wait = gatekeeper.quarantineWait(device, now: now) else { return }
      throw ProblemAnswer(
        .tooManyRequests,
        "Too many lines of the device were put into quarantine today. Keep the rest and ask the office why.",
        retryAfterSeconds: wait)
    }
  }
}
