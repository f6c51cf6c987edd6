import FieldClient
import SyncProtocol
import Testing

/// A sync that stays on, decided without clock, network or store.
struct WatchMachineTests {
  /// A machine that listens from an offset.
  private func listening(at offset: String = "o1") -> WatchMachine {
    var machine = WatchMachine()
    _ = machine.handle(.started)
    _ = machine.handle(.marked(offset: offset))
    _ = machine.handle(.synced(.complete))
    return machine
  }

  @Test func `it asks where the feed ends, then syncs, then listens from there, so that nothing falls between`() {
    var machine = WatchMachine()
    #expect(machine.handle(.started) == [.mark])
    #expect(machine.handle(.marked(offset: "o1")) == [.tell(.syncing), .sync])
    #expect(machine.handle(.synced(.complete)) == [.tell(.listening), .listen(offset: "o1")])
  }

  @Test(arguments: [WatchMachine.Event.news, .outboxGrew, .offsetGone])
  func `what calls for a sync starts a new round`(event: WatchMachine.Event) {
    var machine = listening()
    #expect(machine.handle(event) == [.mark])
  }

  @Test func `a poll that brings only own lines goes on listening after them`() {
    var machine = listening()
    #expect(machine.handle(.quiet(offset: "o2")) == [.listen(offset: "o2")])
  }

  @Test(arguments: [
    SyncEnd.offline("x"), .cutTooOften("x"), .unavailable(retryAfterSeconds: 5), .tls("x"),
    .notOurs(status: 200, type: "text/html"),
  ])
  func `what a better moment mends is tried again after a pause`(end: SyncEnd) {
    var machine = WatchMachine()
    _ = machine.handle(.started)
    _ = machine.handle(.marked(offset: "o1"))
    #expect(
      machine.handle(.synced(end)) == [.tell(.waiting(reason: end.code)), .pause(least: 1_000, most: 2_000)])
    #expect(machine.handle(.paused) == [.mark])
  }

  @Test func `L12 pauses double up to their bound, and start anew after a sync that went well`() {
    var machine = WatchMachine()
    _ = machine.handle(.started)
    var most: [Int] = []
    for _ in 0..<20 {
      guard case .pause(let least, let longest) = machine.handle(.unreachable("offline")).last else { break }
      #expect(least == longest / 2)
      most.append(longest)
      _ = machine.handle(.paused)
    }
    #expect(most.prefix(3) == [2_000, 4_000, 8_000])
    #expect(most.count == 20 && most.last == WatchPolicy.pauseMillisecondsMax)
    _ = machine.handle(.marked(offset: "o1"))
    _ = machine.handle(.synced(.complete))
    #expect(machine.handle(.unreachable("cut")).last == .pause(least: 1_000, most: 2_000))
  }

  @Test(arguments: [
    SyncEnd.notAuthorised(.unauthenticated, detail: "x"), .rejected(.badSeal, detail: "x"), .mismatch("x"),
  ])
  func `what trying again does not mend ends it`(end: SyncEnd) {
    var machine = WatchMachine()
    _ = machine.handle(.started)
    _ = machine.handle(.marked(offset: "o1"))
    #expect(machine.handle(.synced(end)) == [.finish(.given(end))])
    #expect(machine.handle(.news).isEmpty)
  }

  @Test func `a token that is not accepted leads to one sync, which gets another or says why not`() {
    var machine = listening()
    #expect(machine.handle(.unauthenticated) == [.tell(.syncing), .sync])
    #expect(machine.handle(.synced(.complete)) == [.mark])
    // Once more without a poll that went well between: it does not turn in circles.
    #expect(machine.handle(.unauthenticated).last == .pause(least: 1_000, most: 2_000))
  }

  @Test func `a sync with more to come goes on at once`() {
    var machine = WatchMachine()
    _ = machine.handle(.started)
    _ = machine.handle(.marked(offset: "o1"))
    #expect(machine.handle(.synced(.roundsExhausted)) == [.sync])
    #expect(machine.handle(.synced(.complete)) == [.tell(.listening), .listen(offset: "o1")])
  }

  @Test func `stopped, it ends wherever it is, and says whether the server was out of reach`() {
    var machine = listening()
    #expect(machine.handle(.stopped) == [.finish(.stopped(offline: false))])
    #expect(machine.handle(.stopped).isEmpty)
    var waiting = WatchMachine()
    _ = waiting.handle(.started)
    _ = waiting.handle(.unreachable("offline"))
    #expect(waiting.handle(.stopped) == [.finish(.stopped(offline: true))])
  }

  @Test func `an answer that comes too late changes nothing`() {
    var machine = listening()
    _ = machine.handle(.outboxGrew)
    #expect(machine.handle(.quiet(offset: "o9")).isEmpty)
    #expect(machine.handle(.synced(.complete)).isEmpty)
    #expect(machine.handle(.marked(offset: "o2")) == [.tell(.syncing), .sync])
    #expect(machine.handle(.marked(offset: "o3")).isEmpty)
  }
}
