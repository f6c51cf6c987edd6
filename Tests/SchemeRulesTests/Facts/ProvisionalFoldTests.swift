import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing

@Suite("what a device expects of its pending acts")
struct ProvisionalFoldTests {
  private static let audit = DossierWorld.audit
  private static let path: [ActName] = [
    "audit.contract", "audit.plan", "audit.name-auditor", "audit.notice", "audit.validate-notice",
  ]

  /// A laptop with lines the server has not answered, on top of what it has.
  private struct Laptop {
    var answered: DossierWorld
    var actor = ActActor(user: DossierWorld.office, roles: [.office])
    private(set) var pending: [Change] = []

    init(_ answered: DossierWorld) { self.answered = answered }

    /// Everything held, as the screen shows it.
    var held: StreamFold {
      pending.reduce(into: answered.fold) { $0.apply($1) }
    }

    @discardableResult
    mutating func write(_ operations: [SyncCore.Operation], by user: UserID? = nil) -> ChangeID {
      let id = ChangeID(replica: ReplicaID(bits: 9), seq: pending.count + 1)
      pending.append(
        Change(
          id: id, salt: String(repeating: "0", count: 26), time: Int64(1_000 + pending.count), by: user ?? actor.user,
          stream: answered.fold.stream, operations: operations))
      return id
    }

    @discardableResult
    mutating func ask(_ act: ActName, on entity: EntityID = audit, by user: UserID? = nil) -> ChangeID {
      write([.request(act, on: entity, seen: SeenVector())], by: user)
    }

    var expected: ProvisionalFold {
      ProvisionalFold(
        answered.fold, pending: pending, by: actor, directory: answered.directory, today: DossierWorld.day)
    }

    /// The same lines pushed: what the server rules, one after the other.
    var ruled: [Ruling.Verdict] {
      var server = answered
      return pending.flatMap { change -> [Ruling.Verdict] in
        server.fold.apply(change)
        return change.operations.compactMap { step in
          guard case .request(_, let entity, _) = step else { return nil }
          let request = server.fold.entities[entity]!.requests[change.id]!
          let ruling = ActJudge.judge(
            ActCase(
              request: request, entity: entity,
              context: ActContext(dossier: server.fold, directory: server.directory, today: DossierWorld.day),
              actor: actor), seat: .server)
          server.write(
            .server,
            [
              .rule(
                Ruling(
                  request: request.id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack,
                  reasons: ruling.reasons))
            ] + ruling.effects)
          return ruling.verdict
        }
      }
    }
  }

  private func shown(_ fold: StreamFold) -> String? {
    fold.field("stage", of: Self.audit, schema: AuditSchema.current)?.shown?.text
  }

  private func codes(_ ruling: ActRuling?) -> [String] {
    ruling.map { RulingReasons.read($0.reasons).map { "\($0.rule) \($0.code)" } } ?? []
  }

  @Test func `what is judged is what waits, in its order, whatever the ids of others' requests`() throws {
    var answered = DossierWorld()
    answered.fold.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: .max - 1), seq: 9), salt: String(repeating: "0", count: 26), time: 1,
        by: DossierWorld.office, stream: answered.fold.stream,
        operations: [.request("audit.contract", on: Self.audit, seen: SeenVector())]))
    var laptop = Laptop(answered)
    let first = laptop.ask("audit.contract")
    let second = laptop.ask("audit.plan")
    let expected = laptop.expected
    #expect(expected.judged.map(\.request.id) == [first, second])
    let last = try #require(expected.judged.last).request
    #expect(expected.accepted(before: last).map(\.id) == expected.accepted.map(\.id).filter { $0 == first })
  }

  @Test func `T-QUAL-A01 T-QUAL-A02 T-QUAL-A03 acts asked for one after the other are each forecast on those before`()
    throws
  {
    var laptop = Laptop(.quoted())
    let requests = Self.path.map { laptop.ask($0) }
    let expected = laptop.expected
    #expect(requests.map { expected.rulings[$0]?.verdict } == Self.path.map { _ in .accepted })
    #expect(expected.accepted.map(\.act) == Self.path)
    let last = try #require(expected.accepted.last)
    #expect(expected.accepted(before: last).map(\.act) == Array(Self.path.dropLast()))
    #expect(shown(expected.fold) == "noticeValidated")
    #expect(expected.isProvisional("stage", of: Self.audit))
    #expect(!expected.isProvisional("kind", of: Self.audit), "what the server has is not provisional")
    #expect(shown(laptop.held) == nil, "nothing of it is recorded")
    #expect(laptop.ruled == Self.path.map { _ in .accepted }, "the server rules as forecast")
  }

  @Test func `T-QUAL-A02 what rests on an act that will be refused is forecast refused`() {
    var world = DossierWorld.quoted()
    world.overwrite("signed", DossierWorld.contract, .null)
    var laptop = Laptop(world)
    let contract = laptop.ask("audit.contract")
    let plan = laptop.ask("audit.plan")
    let expected = laptop.expected
    #expect(codes(expected.rulings[contract]).contains("T-QUAL-A01 quote-not-signed"))
    #expect(codes(expected.rulings[plan]).contains("T-QUAL-A02 audit-not-contracted"))
    #expect(expected.accepted.isEmpty && shown(expected.fold) == nil)
    #expect(laptop.ruled == [.refused, .refused])
  }

  @Test func `a fact written after a request changes nothing of what is expected of that request`() {
    var world = DossierWorld.quoted()
    world.overwrite("signed", DossierWorld.contract, .null)
    var laptop = Laptop(world)
    let early = laptop.ask("audit.contract")
    let over = laptop.held.field("signed", of: DossierWorld.contract, schema: AuditSchema.current)!.over
    laptop.write([.set("signed", on: DossierWorld.contract, to: "mail/M1", over: over, motive: nil)])
    let late = laptop.ask("audit.contract")
    let expected = laptop.expected
    #expect(expected.rulings[early]?.verdict == .refused)
    #expect(expected.rulings[late]?.verdict == .accepted)
    #expect(laptop.ruled == [.refused, .accepted])
  }

  @Test func `a request answered already is not forecast again`() {
    var world = DossierWorld.quoted()
    world.perform("audit.contract")
    var laptop = Laptop(world)
    let plan = laptop.ask("audit.plan")
    #expect(laptop.expected.rulings.keys.sorted() == [plan])
    #expect(laptop.expected.rulings[plan]?.verdict == .accepted)
    #expect(Laptop(world).expected.fold == world.fold, "without anything pending it is the dossier itself")
  }

  @Test func `what a colleague handed over counts as fact, and their requests wait for the server`() {
    var laptop = Laptop(.quoted())
    let theirs = laptop.ask("audit.contract", by: DossierWorld.other)
    let mine = laptop.ask("audit.plan")
    #expect(laptop.expected.rulings[theirs] == nil)
    #expect(codes(laptop.expected.rulings[mine]).contains("T-QUAL-A02 audit-not-contracted"))
  }

  @Test func `T-QUAL-A13 a decision bound to a state that an earlier pending one moves is forecast refused`() {
    var certificate = CertificateWorld(validFrom: "2024-12-31", on: "2026-05-13")
    certificate.audit(.surveillance, "2026-05-12")
    var laptop = Laptop(certificate.world)
    laptop.actor = ActActor(user: CertificateWorld.decider, roles: [.decider])
    func decide(_ name: String, shown: Digest) -> ChangeID {
      let decision = EntityID("decision/\(name)")!
      return laptop.write([
        DossierWorld.set("measure", decision, "maintain"), DossierWorld.set("outcome", decision, "favourable"),
        DossierWorld.set("decidedOn", decision, "2026-05-13"),
        DossierWorld.set("audit", decision, .string(Self.audit.description)),
        DossierWorld.set("shownState", decision, .string(shown.description)),
        .request("decision.record", on: decision, seen: SeenVector()),
      ])
    }
    let first = decide("D1", shown: laptop.held.stateDigest(schema: AuditSchema.current))
    #expect(laptop.expected.rulings[first]?.verdict == .accepted, "\(codes(laptop.expected.rulings[first]))")
    let second = decide("D2", shown: laptop.held.stateDigest(schema: AuditSchema.current))
    #expect(codes(laptop.expected.rulings[second]).contains("T-QUAL-A13 state-changed"))
  }
}
