import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import SyncProtocol
import Testing

extension SyncMachine {
  /// The next decision of a device that holds a token.
  mutating func next(_ event: Event) -> [Action] {
    let actions = handle(event)
    return actions == [.authorise(nil, epoch: nil)] ? handle(.authorised) : actions
  }
}

struct SyncMachineTests {
  private func absorbed(
    more: Bool = false, pending: Int = 0, pushed: Int = 0, receipts: Int = 0, beyond: Int = 0
  ) -> SyncMachine.Event {
    .absorbed(SyncMachine.Absorbed(more: more, pending: pending, pushed: pushed, receipts: receipts, beyond: beyond))
  }

  @Test func `L12 a sync ends at the bound of rounds, whatever the server goes on promising`() {
    var machine = SyncMachine()
    var actions = machine.next(.started)
    while case .exchange = actions.first { actions = machine.next(absorbed(more: true)) }
    #expect(actions == [.finish(.roundsExhausted)])
    #expect(machine.rounds == ProtocolLimits.roundsMax)
  }

  @Test func `a server that gives no receipts for what was pushed is not asked for ever`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    #expect(
      machine.next(absorbed(pending: 3, pushed: 3, receipts: 0))
        == [.finish(.mismatch("receipts are missing"))])
  }

  @Test func `a server that recovers gets no pushes, is given back what is held, and leaves the rest in the outbox`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    func lines(_ actions: [SyncMachine.Action]) -> Int? {
      if case .exchange(let lines, _, _, _) = actions.first { lines } else { nil }
    }
    let recovering = SyncMachine.Event.answered(
      .problem(Problem(.recovering, detail: "later", retryAfterSeconds: 300)))
    #expect(lines(machine.next(recovering)) == 0)
    let owing = SyncMachine.Event.absorbed(
      .init(more: false, pending: 0, pushed: 0, receipts: 0, isRecovering: true, owesGiveBack: true))
    #expect(machine.next(owing) == [.giveBack])
    #expect(machine.next(.gaveBack(more: true)) == [.giveBack])
    // A cut answer is asked for again: the same part, not an exchange.
    guard case .wait = machine.next(.failed(.cut("x"))).first else {
      Issue.record("a cut give-back was not tried again")
      return
    }
    #expect(machine.next(.waited) == [.giveBack])
    #expect(lines(machine.next(.gaveBack(more: false))) == 0)
    let given = SyncMachine.Event.absorbed(.init(more: false, pending: 3, pushed: 0, receipts: 0, isRecovering: true))
    #expect(machine.next(given) == [.finish(.recovering)])
  }

  @Test func `a gap is answered with what is held before any own line, when the server was set back`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    let gap = SyncMachine.Event.absorbed(
      .init(more: false, pending: 0, pushed: 0, receipts: 0, interruption: .gap(expected: 4), owesGiveBack: true))
    #expect(machine.next(gap) == [.giveBack])
    guard case .exchange(let lines, _, _, nil) = machine.next(.gaveBack(more: false)).first else {
      Issue.record("the sync did not go on")
      return
    }
    #expect(lines == ProtocolLimits.pushLinesMax)
  }

  @Test func `pauses grow, and start anew after an answer`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    for _ in 0..<3 {
      var pauses: [Int] = []
      for _ in SyncPolicy.pausesMilliseconds {
        guard case .wait(let pause) = machine.next(.failed(.timedOut("stalled"))).first else { break }
        pauses.append(pause)
        _ = machine.next(.waited)
      }
      #expect(pauses == SyncPolicy.pausesMilliseconds)
      _ = machine.next(absorbed(more: true))
    }
  }

  @Test func `an answer too large is asked for in smaller pages, down to one entry`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    var entries: [Int] = []
    while case .exchange(_, _, let wanted, _) = machine.next(.failed(.answerTooLarge(limitBytes: 1))).first {
      entries.append(wanted)
    }
    #expect(entries.first == ProtocolLimits.pageEntriesMax / 2 && entries.last == 1)
  }

  @Test func `a push too large even with one line ends with the server's own words`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    var lines = 0
    let problem = SyncMachine.Event.answered(.problem(Problem(.pushTooLarge, detail: "big")))
    var actions = machine.next(problem)
    while case .exchange(let wanted, _, _, _) = actions.first {
      lines = wanted
      actions = machine.next(problem)
    }
    #expect(lines == 1 && actions == [.finish(.rejected(.pushTooLarge, detail: "big"))])
  }

  @Test func `a gap that does not close ends after a bounded number of tries`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    var tries = 0
    let gap = SyncMachine.Event.absorbed(
      SyncMachine.Absorbed(more: false, pending: 1, pushed: 1, receipts: 0, interruption: .gap(expected: 1)))
    while case .exchange(_, _, _, let from) = machine.next(gap).first {
      #expect(from == 1)
      tries += 1
    }
    #expect(tries == SyncPolicy.repairsMax)
  }

  private static let challenge = Challenge(nonce: "abc", serverTime: 9_000)

  private static func refused(_ code: ProblemCode, _ challenge: Challenge?, epoch: Int? = nil) -> SyncMachine.Event {
    .answered(.problem(Problem(code, detail: "x", epoch: epoch, challenge: challenge)))
  }

  @Test func `nothing is exchanged before there is a token, and each exchange asks whether it still holds`() {
    var machine = SyncMachine()
    #expect(machine.handle(.started) == [.authorise(nil, epoch: nil)])
    #expect(machine.rounds == 0)
    guard case .exchange = machine.handle(.authorised).first else { return #expect(Bool(false)) }
    #expect(machine.handle(absorbed(more: true)) == [.authorise(nil, epoch: nil)])
  }

  @Test func `a refused token is asked for anew with the challenge, then the same exchange goes on`() {
    var machine = SyncMachine()
    let first = machine.next(.started)
    #expect(
      machine.handle(Self.refused(.unauthenticated, Self.challenge)) == [.authorise(Self.challenge, epoch: nil)])
    #expect(machine.handle(.authorised) == first)
  }

  @Test func `another epoch is taken over with the challenge that names it`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    #expect(
      machine.handle(Self.refused(.badAssertion, Self.challenge, epoch: 2))
        == [.authorise(Self.challenge, epoch: 2)])
  }

  @Test func `L12 a server that goes on challenging is answered a bounded number of times`() {
    var machine = SyncMachine()
    _ = machine.handle(.started)
    var tries = 0
    var actions = machine.handle(Self.refused(.badAssertion, Self.challenge))
    while case .authorise = actions.first {
      tries += 1
      actions = machine.handle(Self.refused(.badAssertion, Self.challenge))
    }
    #expect(tries == SyncPolicy.authorisationsMax)
    #expect(actions == [.finish(.notAuthorised(.badAssertion, detail: "x"))])
  }

  @Test func `a 401 without a challenge ends the sync: nothing is guessed`() {
    var machine = SyncMachine()
    _ = machine.next(.started)
    #expect(
      machine.handle(Self.refused(.unauthenticated, nil))
        == [.finish(.notAuthorised(.unauthenticated, detail: "x"))])
  }

  @Test func `every ending says what to do in both languages`() {
    let ends: [SyncEnd] = [
      .complete, .offline("x"), .cutTooOften("x"), .unavailable(retryAfterSeconds: nil), .tls("x"),
      .notOurs(status: 200, type: "text/html"), .notAuthorised(.unauthenticated, detail: "x"),
      .rejected(.badSeal, detail: "x"), .mismatch("x"), .recovering, .roundsExhausted, .interrupted,
    ]
    #expect(Set(ends.map(\.code)).count == ends.count)
    for end in ends {
      #expect(end.english != end.french)
      // A narrow no-break space stands before a semicolon, never a plain one.
      #expect(!end.french.contains(" ;") && !end.french.contains(" :"))
    }
  }
}
