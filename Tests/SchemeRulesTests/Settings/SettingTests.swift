import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// Every setting by name, what it changes, and that what runs keeps the version it began under.
@Suite struct SettingTests {
  private func due(_ id: DeadlineID, _ from: String, _ name: String, _ value: String) throws -> String? {
    let setting = try #require(SettingCatalogue.named(name))
    let settings = try #require(setting.setting(value, in: .standard))
    let day = try #require(CivilDate(from))
    let before = QualiopiSettings.standard.due(id, from: day)
    let after = settings.due(id, from: day)
    #expect(before != after, "\(name) changes nothing")
    return after?.description
  }

  @Test func `A-37 surveillanceWindow moves the window`() throws {
    #expect(try due(.qual02, "2024-12-31", "surveillanceWindow", "13-24") == "2026-01-31")
    #expect(try due(.qual04, "2024-12-31", "surveillanceWindow", "13-24") == "2026-12-31")
  }

  @Test func `A-41 validityEndRule ends a certificate on the eve`() throws {
    #expect(try due(.qual06, "2024-12-31", "validityEndRule", "eve") == "2027-12-30")
  }

  @Test func `A-85 R-TIME-11 rollover moves a Saturday to the next working day`() throws {
    #expect(try due(.qual10, "2026-05-20", "rollover", "nextWorkingDay") == "2026-06-01")
  }

  @Test func `A-86 whitMondayIsHoliday makes Whit Monday a working day`() throws {
    #expect(try due(.qual09, "2026-05-20", "whitMondayIsHoliday", "non") == "2026-05-27")
  }

  @Test func `R-TIME-15 plainDayUnit counts a plain « jours » in working days`() throws {
    #expect(try due(.qual10, "2026-05-20", "plainDayUnit", "DL-QUAL-10") == "2026-06-04")
  }

  @Test func `A-43 ncClockStart lets the delays of non-conformities run from the report's receipt`() {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    world.raise("major")
    world.set(
      "presented", AuditNames.followUp(DeadlineWorld.audit)!,
      world.mail("M1", [("direction", "out"), ("sent", "2026-05-20")]))
    #expect(world.line(.qual12, on: "2026-06-01") == "running 2026-08-12")
    world.setting("ncClockStart", "notification", from: "2026-01-01")
    #expect(world.line(.qual12, on: "2026-06-01") == "running 2026-08-20")
  }

  @Test func `A-49 majorClockStops asks for the lifting itself`() {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    world.raise("major", "evidenceReceived")
    #expect(world.line(.qual12, on: "2026-06-01") == "done 2026-08-12")
    world.setting("majorClockStops", "lifted", from: "2026-01-01")
    #expect(world.line(.qual12, on: "2026-06-01") == "running 2026-08-12")
  }

  @Test func `A-94 initialSecondChanceMonths gives an initial audit a second delay, no other audit`() {
    var world = DeadlineWorld()
    world.hold("initial", "2026-05-12", "2026-05-12")
    world.raise("major")
    world.setting("initialSecondChanceMonths", "3", from: "2026-01-01")
    #expect(world.line(.qual12, on: "2026-06-01") == "running 2026-11-12")
    world.set("kind", DeadlineWorld.audit, "surveillance")
    #expect(world.line(.qual12, on: "2026-06-01") == "running 2026-08-12")
  }

  @Test func `A-103 notificationDateBasis lets the answer run from the acknowledgement`() {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-12")
    let letter = world.mail("M1", [("direction", "out"), ("sent", "2026-05-20"), ("acknowledged", "2026-05-22")])
    world.set("presented", AuditNames.followUp(DeadlineWorld.audit)!, letter)
    #expect(world.line(.qual10, on: "2026-05-25") == "running 2026-05-30")
    world.setting("notificationDateBasis", "acknowledged", from: "2026-01-01")
    #expect(world.line(.qual10, on: "2026-05-25") == "running 2026-06-01")
  }

  @Test func `A-47 minorMax says how many minors an audit carries`() throws {
    let settings = try #require(SettingCatalogue.named("minorMax")?.setting("5", in: .standard))
    #expect(MinorCumulation(raised: 5, max: QualiopiSettings.standard.minorMax).isRaised)
    #expect(!MinorCumulation(raised: 5, max: settings.minorMax).isRaised)
  }

  @Test func `A-65 auditDurations gives the shortest audit by kind and turnover, where the table says`() throws {
    let table = try #require(AuditDurations("initial<150000=2, initial=4, surveillance=1"))
    #expect(table.halfDays(for: .initial, turnoverCents: 14_999_999) == 2)
    #expect(table.halfDays(for: .initial, turnoverCents: 15_000_000) == 4)
    #expect(table.halfDays(for: .initial, turnoverCents: nil) == 4)
    #expect(table.halfDays(for: .renewal, turnoverCents: nil) == nil)
    #expect(QualiopiSettings.standard.auditDurations.halfDays(for: .initial, turnoverCents: 1) == nil)
    #expect(table.description == "initial<150000=2, initial=4, surveillance=1")
    for bad in ["initial", "initial=0", "audit=2", "initial<x=2", "initial<1<2=2"] {
      #expect(AuditDurations(bad) == nil, "\(bad)")
    }
  }

  @Test func `R-TIME-19 a running deadline keeps the version in force at its trigger`() {
    var world = DeadlineWorld()
    world.set("validFrom", "2024-12-31")
    world.setting("surveillanceWindow", "14-24", from: "2025-01-01")
    #expect(world.line(.qual04, on: "2026-05-12") == "running 2026-10-31")
    world.set("validFrom", "2025-01-01")
    #expect(world.line(.qual04, on: "2026-05-12") == "running 2027-01-01")
  }

  @Test func `R-TIME-19 an act on an audit is judged by the readings of its first day`() throws {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-13")
    world.setting("minorMax", "6", from: "2026-05-12")
    world.setting("minorMax", "8", from: "2026-05-13")
    let context = world.context(on: "2026-06-01")
    #expect(context.settings.minorMax == 8)
    #expect(context.settings(on: try #require(CivilDate("2026-05-11"))).minorMax == 4)
    let request = world.world.write(
      DossierWorld.lead, [.request("audit.close", on: DeadlineWorld.audit, seen: SeenVector())])
    let ruled = ActCase(
      request: try #require(world.world.fold.entities[DeadlineWorld.audit]?.requests[request]),
      entity: DeadlineWorld.audit, context: world.context(on: "2026-06-01"),
      actor: ActActor(user: DossierWorld.lead, roles: [.auditor]))
    #expect(ruled.pinned.context.settings.minorMax == 6)
  }

  @Test func `the last value that took effect holds, and one this version cannot read leaves the one before`() throws {
    var world = DeadlineWorld()
    world.setting("minorMax", "6", from: "2026-01-01")
    world.setting("minorMax", "beaucoup", from: "2026-02-01")
    let day = try #require(CivilDate("2026-03-01"))
    #expect(QualiopiSettings.inForce(directory: world.directory, on: day).minorMax == 6)
    #expect(QualiopiSettings.inForce(directory: nil, on: day) == .standard)
    var base = QualiopiSettings.standard
    base.splitAuditMaxDays = 10
    #expect(QualiopiSettings.inForce(directory: world.directory, on: day, base: base).splitAuditMaxDays == 10)
  }

  @Test(arguments: SettingCatalogue.all.map(\.name))
  func `a setting gives its default back, and refuses what is no value of it`(name: String) throws {
    let setting = try #require(SettingCatalogue.named(name))
    #expect(setting.spelling(of: setting.standard) == setting.standard)
    #expect(setting.setting(setting.standard, in: .standard) == .standard)
    #expect(setting.spelling(of: "\u{0}nothing") == nil)
    #expect(!setting.words.fr.isEmpty && !setting.words.en.isEmpty && !setting.choices.fr.isEmpty)
  }

  static let others: [(String, String)] = [
    ("minorOverdueBecomesMajor", "oui"), ("complaintsRegister", "non"), ("splitAuditMaxDays", "10"),
    ("capBasis", "paid"), ("rotationCountsExtra", "oui"), ("rotationBreakCycles", "2"), ("lateRenewalAllowed", "non"),
    ("competencePerCategory", "no"), ("clockOffsetMaxMinutes", "1"),
  ]

  @Test(arguments: others)
  func `A-45 A-50 A-53 A-61 A-63 A-64 A-96 A-104 A-109 a value set is the one in force from its day`(
    name: String, value: String
  ) throws {
    var world = DeadlineWorld()
    world.setting(name, value, from: "2026-01-01")
    let day = try #require(CivilDate("2026-01-01"))
    let eve = try #require(CivilDate("2025-12-31"))
    #expect(QualiopiSettings.inForce(directory: world.directory, on: day) != .standard)
    #expect(QualiopiSettings.inForce(directory: world.directory, on: eve) == .standard)
  }

  @Test func `A-87 A-95 two settings have one value, and say so`() throws {
    for (name, value) in [("holidayCalendar", "metropole"), ("suspensionEffect", "decisionDate")] {
      let setting = try #require(SettingCatalogue.named(name))
      #expect(setting.standard == value && setting.choices.fr == "\(value) seulement")
      #expect(setting.spelling(of: "autre") == nil)
    }
  }
}

/// Each reading of RULEBOOK §6.2, §6.4 and §6.5 is switched by a setting, or says why nothing switches it.
@Suite struct AdoptedReadingTests {
  @Test func `A-37 to A-67, A-85 to A-88, A-94 to A-100 and A-103 to A-109 are all here, each once`() {
    let ids = Array(37...67) + Array(94...100) + Array(85...88) + Array(103...109)
    #expect(AdoptedReading.all.map(\.id) == ids.map { "A-\($0)" })
  }

  @Test(arguments: AdoptedReading.all)
  func `a reading is switched by a setting that names it, or says why nothing switches it`(reading: AdoptedReading) {
    switch reading.choice {
    case .setting(let name): #expect(SettingCatalogue.named(name)?.reading == reading.id)
    case .fixed(let reason): #expect(!reason.words.fr.isEmpty && !reason.words.en.isEmpty)
    }
    #expect(!reading.words.fr.isEmpty && !reading.words.en.isEmpty)
  }

  @Test func `every setting of a reading is named by that reading`() {
    let named = Set(
      AdoptedReading.all.compactMap { if case .setting(let name) = $0.choice { name } else { nil } })
    let conventions: Set<String> = ["notificationDateBasis", "plainDayUnit"]
    #expect(Set(SettingCatalogue.all.map(\.name)) == named.union(conventions))
  }
}
