import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import SyncProtocol
import Testing

struct SyncMachineTests {
  private func absorbed(
    more: Bool = false, pending: Int = 0, pushed: Int = 0, receipts: Int = 0, beyond: Int = 0
  ) -> SyncMachine.Event {
    .absorbed(SyncMachine.Absorbed(more: more, pending: pending, pushed: pushed, receipts: receipts, beyond: beyond))
  }

  @Test func `L12 a sync ends at the bound of rounds, whatever the server goes on promising`() {
    var machine = SyncMachine()
    var actions = machine.handle(.started)
    while case .exchange = actions.first { actions = machine.handle(absorbed(more: true)) }
    #expect(actions == [.finish(.roundsExhausted)])
    #expect(machine.rounds == ProtocolLimits.roundsMax)
  }

  @Test func `a server that gives no receipts for what was pushed is not asked for ever`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    #expect(
      machine.handle(absorbed(pending: 3, pushed: 3, receipts: 0))
        == [.finish(.mismatch("receipts are missing"))])
  }

  @Test func `pauses grow, and start anew after an answer`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    for _ in 0..<3 {
      var pauses: [Int] = []
      for _ in SyncPolicy.pausesMilliseconds {
        guard case .wait(let pause) = machine.handle(.failed(.timedOut("stalled"))).first else { break }
        pauses.append(pause)
        _ = machine.handle(.waited)
      }
      #expect(pauses == SyncPolicy.pausesMilliseconds)
      _ = machine.handle(absorbed(more: true))
    }
  }

  @Test func `an answer too large is asked for in smaller pages, down to one entry`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    var entries: [Int] = []
    while case .exchange(_, _, let wanted, _) = machine.handle(.failed(.answerTooLarge(limitBytes: 1))).first {
      entries.append(wanted)
    }
    #expect(entries.first == ProtocolLimits.pageEntriesMax / 2 && entries.last == 1)
  }

  @Test func `a push too large even with one line ends with the server's own words`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    var lines = 0
    let problem = SyncMachine.Event.answered(.problem(Problem(.pushTooLarge, detail: "big"), retryAfterSeconds: nil))
    var actions = machine.handle(problem)
    while case .exchange(let wanted, _, _, _) = actions.first {
      lines = wanted
      actions = machine.handle(problem)
    }
    #expect(lines == 1 && actions == [.finish(.rejected(.pushTooLarge, detail: "big"))])
  }

  @Test func `a gap that does not close ends after a bounded number of tries`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    var tries = 0
    let gap = SyncMachine.Event.absorbed(
      SyncMachine.Absorbed(more: false, pending: 1, pushed: 1, receipts: 0, interruption: .gap(expected: 1)))
    while case .exchange(_, _, _, let from) = machine.handle(gap).first {
      #expect(from == 1)
      tries += 1
    }
    #expect(tries == SyncPolicy.repairsMax)
  }

  @Test func `every ending says what to do in both languages`() {
    let ends: [SyncEnd] = [
      .complete, .offline("x"), .cutTooOften("x"), .unavailable(retryAfterSeconds: nil), .tls("x"),
      .notOurs(status: 200, type: "text/html"), .notAuthorised(.unauthenticated, detail: "x"),
      .rejected(.badSeal, detail: "x"), .mismatch("x"), .roundsExhausted, .interrupted,
    ]
    #expect(Set(ends.map(\.code)).count == ends.count)
    for end in ends {
      #expect(end.english != end.french)
      // A narrow no-break space stands before a semicolon, never a plain one.
      #expect(!end.french.contains(" ;") && !end.french.contains(" :"))
    }
  }
}
