/// Decides what a sync that stays on does next: events in, actions out, without clock, chance, network or store.
///
/// One round: ask where the feed ends, sync, then hold a poll from there. In this order nothing that arrives between the
/// sync and the poll goes unheard. What fails is tried again after a pause that doubles; a capture or a poll that brings
/// news starts the next round. It ends when the server accepts the device no longer, when what the server says makes no
/// sense, or when it is stopped.
public struct WatchMachine: Sendable {
  /// What is to be done.
  public enum Action: Sendable, Equatable {
    /// Ask where the feed ends now.
    case mark
    /// Sync once.
    case sync
    /// Hold a poll from an offset and look at the outbox meanwhile; whichever says something first is the event.
    case listen(offset: String)
    /// Pause for so many milliseconds, drawn between the two; a capture does not shorten it.
    case pause(least: Int, most: Int)
    /// Tell whoever looks on.
    case tell(Standing)
    /// Stop.
    case finish(Ending)
  }

  /// What happened.
  public enum Event: Sendable, Equatable {
    /// The watch begins.
    case started
    /// The feed ends at this offset.
    case marked(offset: String)
    /// A sync ended.
    case synced(SyncEnd)
    /// The poll brought something by others.
    case news
    /// The poll ended, and the feed is read up to this offset, without anything by others.
    case quiet(offset: String)
    /// The offset belongs to another scope, or the server no longer knows it.
    case offsetGone
    /// The token was not accepted: a sync gets another or learns why not.
    case unauthenticated
    /// The server could not be asked, or something else answered; the text says why.
    case unreachable(String)
    /// Lines wait in the outbox that no sync has seen.
    case outboxGrew
    /// The pause is over.
    case paused
    /// Somebody stops the watch.
    case stopped
  }

  /// How it stands, for a line on a screen.
  public enum Standing: Sendable, Equatable {
    /// A sync runs.
    case syncing
    /// All is sent and received; the feed is listened to.
    case listening
    /// The server cannot be reached; tried again after the pause, the word says why.
    case waiting(reason: String)
  }

  /// How a watch ended.
  public enum Ending: Sendable, Equatable {
    /// It was stopped; whether the server was out of reach then.
    case stopped(offline: Bool)
    /// A sync ended in a way that trying again does not mend.
    case given(SyncEnd)
  }

  private enum Phase { case marking, syncing, listening, pausing, over }

  private var phase = Phase.marking
  private var offset = ""
  private var failures = 0
  private var hasUnauthenticated = false

  /// Starts anew.
  public init() {}

  /// Takes in what happened.
  /// - Returns: what to do, in order; nothing once `.finish` was returned, and nothing for what is out of date.
  public mutating func handle(_ event: Event) -> [Action] {
    guard phase != .over else { return [] }
    switch event {
    case .started, .paused, .news, .outboxGrew, .offsetGone: return mark()
    case .marked(let offset):
      guard phase == .marking else { return [] }
      self.offset = offset
      phase = .syncing
      return [.tell(.syncing), .sync]
    case .synced(let end): return handle(end)
    case .quiet(let offset):
      guard phase == .listening else { return [] }
      (self.offset, failures, hasUnauthenticated) = (offset, 0, false)
      return [.listen(offset: offset)]
    case .unauthenticated:
      // Once: the sync that follows gets another token, or says that the device is not accepted any more.
      guard !hasUnauthenticated else { return pause("unauthenticated") }
      hasUnauthenticated = true
      phase = .syncing
      offset = ""
      return [.tell(.syncing), .sync]
    case .unreachable(let reason): return pause(reason)
    case .stopped: return finish(.stopped(offline: phase == .pausing || failures > 0))
    }
  }

  private mutating func mark() -> [Action] {
    phase = .marking
    return [.mark]
  }

  private mutating func handle(_ end: SyncEnd) -> [Action] {
    guard phase == .syncing else { return [] }
    switch end {
    case .complete:
      // Without a mark it is not known where this sync stood in the feed.
      guard !offset.isEmpty else { return mark() }
      failures = 0
      phase = .listening
      return [.tell(.listening), .listen(offset: offset)]
    case .roundsExhausted: return [.sync]
    case .offline, .cutTooOften, .unavailable, .tls, .notOurs, .recovering: return pause(end.code)
    case .interrupted: return finish(.stopped(offline: failures > 0))
    case .notAuthorised, .rejected, .mismatch: return finish(.given(end))
    }
  }

  private mutating func pause(_ reason: String) -> [Action] {
    phase = .pausing
    let doublings = min(failures, 16)
    failures += 1
    let most = min(WatchPolicy.firstPauseMilliseconds << doublings, WatchPolicy.pauseMillisecondsMax)
    // Half of it is drawn: devices that lost one server together do not come back together.
    return [.tell(.waiting(reason: reason)), .pause(least: most / 2, most: most)]
  }

  private mutating func finish(_ ending: Ending) -> [Action] {
    phase = .over
    return [.finish(ending)]
  }
}
