import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The billing list of a dossier, written through the forms and judged by the acts.
struct BillingFormTests {
  /// A decided audit of a body with its contract and schedule.
  static func decided(
    _ name: String = "A1", kind: String = "initial", halfDays: [Int64] = [2], in world: inout DeskWorld
  ) throws -> EntityID {
    let audit = try #require(EntityID("audit/\(name)"))
    let days = try halfDays.enumerated().map { place, halfDays -> JSONValue in
      let day = try #require(CivilDate("2026-05-11")?.adding(days: place))
      return .sorted([
        ("date", .string(day.description)), ("halfDays", .integer(halfDays)), ("site", "siege"),
      ])
    }
    world.write([
      world.set("kind", audit, .string(kind)), world.set("schedule", audit, .array(days)),
      .state("stage", on: audit, to: "decided", over: []),
    ])
    return audit
  }

  static func lines(_ world: DeskWorld) -> [String] {
    BillingView(world.fold).rows.map { "\($0.line.id) \($0.line.amount.cents)" }
  }

  @Test
  func `T-QUAL-A14 R-QUAL-94 a decided audit goes onto the billing list once, each line named by the audit`() throws {
    var world = DeskWorld()
    let audit = try Self.decided(in: &world)
    #expect(try world.judged("audit.bill", on: audit).verdict == .accepted)
    #expect(world.text("stage", of: audit) == "invoiced")
    #expect(Self.lines(world) == ["A1.audit-days 98000", "A1.file 12000", "A1.mission 8000"])
    #expect(BillingView(world.fold).total == EuroCents(cents: 118_000))

    let again = try world.judged("audit.bill", on: audit)
    #expect(RulingReasons.read(again.reasons).map(\.code) == ["already-billed"])
    #expect(Self.lines(world).count == 3)
  }

  @Test func `R-QUAL-94 R-QUAL-113 billing counts the half-days the plan's form wrote, on the days it wrote`() throws {
    var world = DeskWorld()
    let audit = try world.fillAll(
      "audit.plan",
      [
        "kind": ["surveillance"], "mode": ["sur place"], "from": ["2026-05-12"], "to": ["2026-05-15"],
        "half-days": ["2026-05-12=2,siege", "2026-05-15=1,siege"],
      ])
    world.write([.state("stage", on: audit, to: "decided", over: world.heads("stage", of: audit))])
    #expect(try world.judged("audit.bill", on: audit).verdict == .accepted)
    #expect(BillingView(world.fold).rows.map(\.line.amount.cents) == [147_000, 16_000], "1.5 days, two journeys")
    #expect(BillingView(world.fold).rows.allSatisfy { $0.audit == audit })
  }

  @Test func `R-QUAL-95 R-QUAL-114 an order and a mission recorded after the freeze of the audit are no late edits`()
    throws
  {
    var world = DeskWorld()
    try world.fill("dossier.describe", on: DeskWorld.dossier, ["structure": "outre-mer"])
    let audit = try Self.decided(kind: "surveillance", in: &world)
    world.write([.freeze(audit, at: SeenVector([ReplicaID(bits: 7): 2]))])
    try world.fill("order.record", on: audit, ["number": "BC-12"])
    #expect(PurchaseOrder(of: audit, in: world.fold)?.number == "BC-12")
    let given = ["from-mainland": "oui", "mission-cost": "1342,17"]
    #expect(try world.judged("audit.bill", on: audit, given).verdict == .accepted)
    #expect(Self.lines(world) == ["A1.audit-days 98000", "A1.mission 134217"])
    let followUp = try #require(AuditNames.followUp(audit))
    for field in ["purchaseOrder", "mission"] as [FieldName] {
      #expect(world.fold.field(field, of: followUp, schema: AuditSchema.current)?.late == [], "\(field)")
    }
  }

  @Test func `R-ROLE-16 a lead is replaced on the audit, and beside it once the report is presented`() throws {
    var world = DeskWorld()
    let audit = EntityID("audit/A1")!
    let followUp = try #require(AuditNames.followUp(audit))
    world.write([world.set("lead", audit, "u-lead"), .state("stage", on: audit, to: "done", over: [])])
    try world.fill("audit.replace-lead", on: audit, ["lead": "u-second"])
    #expect(world.text("lead", of: followUp) == nil)
    let heads = world.fold.field("lead", of: audit, schema: AuditSchema.current)?.heads ?? []
    #expect(heads.contains { $0.value == "u-second" })
    world.write([.state("stage", on: audit, to: "reportProvisional", over: world.heads("stage", of: audit))])
    try world.fill("audit.replace-lead", on: audit, ["lead": "u-third"])
    #expect(world.text("lead", of: followUp) == "u-third")
    #expect(InvolvedPeople.inMatter(.entity(audit), of: world.fold).contains(UserID("u-third")!))
  }

  @Test func `T-QUAL-A14 an audit moves on to billing from the decision and from nowhere else`() throws {
    for state in QualiopiAuditState.allCases {
      var world = DeskWorld()
      let audit = try Self.decided(in: &world)
      world.write([.state("stage", on: audit, to: state.rawValue, over: world.heads("stage", of: audit))])
      let ruling = try world.judged("audit.bill", on: audit)
      let isMove = state.transitionsFromHere.contains { $0.id == "T-QUAL-A14" }
      #expect((ruling.verdict == .accepted) == isMove, "\(state)")
      #expect(isMove || !RulingReasons.read(ruling.reasons).contains { $0.text.sentences.fr.contains("{") })
    }
  }

  @Test func `T-QUAL-A14 R-QUAL-94 billing is the office's, and nobody else's`() throws {
    var world = DeskWorld()
    let audit = try Self.decided(in: &world)
    let ruling = try world.judged("audit.bill", on: audit, roles: [.auditor])
    #expect(RulingReasons.read(ruling.reasons).map(\.code) == ["billing-is-the-offices"])
    #expect(Self.lines(world) == [])
  }

  @Test func `T-QUAL-A14 a structure that two people wrote differently is settled before money is counted`() throws {
    var world = DeskWorld()
    let audit = try Self.decided(in: &world)
    world.write([world.set("structure", DeskWorld.dossier, "single-site")])
    world.write([world.set("structure", DeskWorld.dossier, "multi-site")], as: UserID("u-other")!)
    let reasons = RulingReasons.read(try world.judged("audit.bill", on: audit).reasons)
    #expect(reasons.map(\.code) == ["conflict-open"])
    #expect(reasons.first?.text.what.fr == "Une divergence est ouverte\u{202F}: monosite ou multisite.")
  }

  @Test func `R-QUAL-94 days without half-days are no duration, and nothing else is said of them`() throws {
    var world = DeskWorld()
    let audit = try Self.decided(halfDays: [], in: &world)
    world.write([world.set("days", audit, .sorted([("first", "2026-05-14"), ("last", "2026-05-18")]))])
    let ruling = try world.judged("audit.bill", on: audit)
    #expect(RulingReasons.read(ruling.reasons).map(\.code) == ["no-day-to-bill"])
  }

  @Test func `R-QUAL-115 the file is charged once a cycle, looking at the audits billed before`() throws {
    var world = DeskWorld()
    let contract = EntityID("contract/C1")!
    world.write([world.set("cycle", contract, 1), world.set("quotedOn", contract, "2026-02-02")])
    for name in ["A1", "A2"] {
      let audit = try Self.decided(name, in: &world)
      world.write([world.set("contract", audit, .string(contract.description))])
      #expect(try world.judged("audit.bill", on: audit).verdict == .accepted)
    }
    #expect(Self.lines(world).filter { $0.contains(".file") } == ["A1.file 12000"])

    let next = EntityID("contract/C2")!
    world.write([world.set("cycle", next, 2), world.set("quotedOn", next, "2029-02-02")])
    let renewal = try Self.decided("A3", kind: "renewal", in: &world)
    world.write([world.set("contract", renewal, .string(next.description))])
    #expect(try world.judged("audit.bill", on: renewal).verdict == .accepted)
    #expect(Self.lines(world).filter { $0.contains(".file") } == ["A1.file 12000", "A3.file 12000"])
  }

  @Test func `R-QUAL-112 the contract's own price of a day replaces the public one, with its durations`() throws {
    var world = DeskWorld()
    let contract = EntityID("contract/C1")!
    world.write([
      world.set("quotedOn", contract, "2026-02-02"), world.set("dayPriceCents", contract, 90_000),
      world.set("durations", contract, .sorted([("surveillance", 3)])),
    ])
    let audit = try Self.decided(kind: "surveillance", halfDays: [], in: &world)
    world.write([world.set("days", audit, .sorted([("first", "2026-05-14"), ("last", "2026-05-18")]))])
    #expect(try world.judged("audit.bill", on: audit).verdict == .accepted)
    #expect(
      Self.lines(world) == ["A1.audit-days 135000", "A1.mission 24000"], "1.5 days; Thursday, Friday and Monday")
  }

  @Test func `R-QUAL-113 R-QUAL-114 overseas counts as multi-site, at actual cost from mainland France`() throws {
    var world = DeskWorld()
    try world.fill("dossier.describe", on: DeskWorld.dossier, ["structure": "outre-mer"])
    let audit = try Self.decided(kind: "surveillance", halfDays: [2, 1], in: &world)
    let without = try world.judged("audit.bill", on: audit, ["from-mainland": "oui"])
    #expect(RulingReasons.read(without.reasons).map(\.code) == ["actual-cost-missing"])
    #expect(try world.judged("audit.bill", on: audit, ["mission-cost": "1342,17"]).verdict == .accepted)
    #expect(Self.lines(world) == ["A1.audit-days 147000", "A1.mission 134217"])
  }

  @Test func `R-QUAL-94 a correction is a negative line that names the line corrected, with its motive`() throws {
    var world = DeskWorld()
    _ = try Self.decided(in: &world)
    #expect(try world.judged("audit.bill", on: EntityID("audit/A1")!).verdict == .accepted)
    let given = ["of": "billing/A1.mission", "amount": "30,00", "motive": "trajet partagé"]
    #expect(try world.judged("billing.correct", given).verdict == .accepted)
    let row = try #require(BillingView(world.fold).rows.last)
    #expect(row.line.amount == EuroCents(cents: -3_000))
    #expect(row.line.corrects == "A1.mission")
    #expect(row.line.label.fr == "Correction\u{202F}: Frais de mission, monosite")
    #expect(row.motive == "trajet partagé")
    #expect(row.audit?.description == "audit/A1")
    #expect(BillingView(world.fold).total == EuroCents(cents: 115_000))

    // Asked for again on what is a line by now, whatever the request writes over it.
    let repeated = try world.judged("billing.correct", on: row.id, given)
    #expect(RulingReasons.read(repeated.reasons).map(\.code) == ["correction-recorded-already"])
  }

  @Test func `R-QUAL-94 a correction beyond what is left is refused, and counts for nothing`() throws {
    var world = DeskWorld()
    _ = try Self.decided(in: &world)
    #expect(try world.judged("audit.bill", on: EntityID("audit/A1")!).verdict == .accepted)
    let given = ["of": "billing/A1.mission", "amount": "80,01", "motive": "trop"]
    let refused = try world.judged("billing.correct", given)
    #expect(RulingReasons.read(refused.reasons).map(\.code) == ["correction-above-line"])
    #expect(Self.lines(world).count == 3)
    #expect(BillingView(world.fold).total == EuroCents(cents: 118_000))
    let auditor = try world.judged("billing.correct", roles: [.auditor], given)
    #expect(RulingReasons.read(auditor.reasons).map(\.code).first == "billing-is-the-offices")
  }

  @Test
  func `R-QUAL-95 R-QUAL-96 the list says how each invoice reaches its client, and what the order lacks`() throws {
    var world = DeskWorld()
    let audit = try Self.decided(in: &world)
    #expect(try world.judged("audit.bill", on: audit).verdict == .accepted)
    #expect(BillingView(world.fold).orders[audit]?.transfer == .asItStands)
    #expect(BillingView(world.fold).orders[audit]?.advice.isEmpty == true)

    try world.fill("order.record", on: audit, ["number": "BC-41", "received": "2026-05-11"])
    let late = try #require(BillingView(world.fold).orders[audit])
    #expect(late.advice.map(\.code) == ["purchase-order-incomplete", "purchase-order-late"])

    try world.fill(
      "order.record", on: audit, ["siret": "99912345800013", "department": "Achats", "received": "2026-05-04"])
    let siretIsValid = SIRET("99912345800013")?.hasValidKey == true
    #expect(siretIsValid)
    let order = try #require(BillingView(world.fold).orders[audit])
    #expect(order.advice.isEmpty)
    #expect(order.transfer == .automatic)
  }
}
