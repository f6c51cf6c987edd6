import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// Subcontracts of a dossier as people record them, and what the rules say of them.
struct SubcontractFormTests {
  /// In order, of a CPF service sold through EDOF.
  static let given: [String: [String]] = [
    "party": ["Atelier des Alpes"], "accepted": ["2026-05-12"], "written": ["oui"],
    "item": SubcontractItem.allCases.map(\.words.fr), "service": ["formation certifiante"], "cpf": ["oui"],
    "edof": ["oui"], "share": ["part"], "amount": ["8000,00"], "invoiced": ["2026-05-30"], "qualiopi": ["oui"],
    "habilitated": ["oui"], "checked": ["oui"],
  ]

  static func record(_ change: [String: [String]], in world: inout DeskWorld) throws -> SubcontractView {
    let id = try world.fillAll("subcontract.record", given.merging(change) { $1 })
    return try #require(SubcontractView(id, in: world.fold))
  }

  func breaches(_ change: [String: [String]]) throws -> [String] {
    var world = DeskWorld()
    return try Self.record(change, in: &world).breaches.map { "\($0.rule) \($0.code)" }
  }

  @Test func `R-QUAL-134 a subcontract in order is read back whole, with nothing against it`() throws {
    var world = DeskWorld()
    let view = try Self.record([:], in: &world)
    #expect(view.breaches == [])
    #expect(view.party == "Atelier des Alpes")
    #expect(view.contract.items.count == 8)
    #expect(view.service.subcontracted == EuroCents(cents: 800_000))
    #expect(try breaches(["item": ["missions exercées"]]) == ["R-QUAL-134 subcontract-incomplete"])
    #expect(try breaches(["written": ["non"]]) == ["R-QUAL-134 subcontract-not-written"])
  }

  @Test func `R-QUAL-126 R-QUAL-127 R-QUAL-128 R-QUAL-129 R-QUAL-130 R-QUAL-135 each breach is listed with its rule`()
    throws
  {
    #expect(try breaches(["of-subcontractor": ["oui"]]) == ["R-QUAL-126 subcontract-cascade"])
    #expect(try breaches(["qualiopi": ["non"]]) == ["R-QUAL-127 subcontractor-not-certified"])
    #expect(
      try breaches(["qualiopi": ["non"], "micro-social": ["oui"], "turnover": ["77000"]])
        == ["R-QUAL-128 micro-social-not-exempt"])
    #expect(try breaches(["qualiopi": ["non"], "micro-social": ["oui"], "turnover": ["76999,99"]]) == [])
    #expect(
      try breaches(["share": ["au moins un bloc RNCP"], "habilitated": ["non"], "holder": ["oui"]])
        == ["R-QUAL-129 subcontractor-not-habilitated"])
    #expect(
      try breaches(["delisted-from": ["2026-05-01"], "delisted-until": ["2026-05-12"]])
        == ["R-QUAL-130 subcontractor-delisted"])
    #expect(try breaches(["checked": []]) == ["R-QUAL-135 subcontractor-not-checked"])
  }

  @Test func `R-QUAL-131 R-QUAL-133 the year's sum stands against 80 % of the EDOF turnover recorded`() throws {
    var world = DeskWorld()
    _ = try Self.record([:], in: &world)
    _ = try Self.record(["cpf": ["non"], "amount": ["500000"]], in: &world)
    let missing = try #require(SubcontractingYear.all(in: world.fold).first)
    #expect(missing.verdict.reason?.code == "edof-turnover-missing")
    #expect(missing.verdict.reason?.text.what.en.contains("€8,000.00 is subcontracted in 2026") == true)

    try world.fill("dossier.describe", on: DeskWorld.dossier, ["edof-year": "2026", "edof-turnover": "10 000,00"])
    let held = try #require(SubcontractingYear.all(in: world.fold).first)
    #expect(held.subcontracted == EuroCents(cents: 800_000))
    #expect(held.verdict == .met("R-QUAL-131"))

    try world.fill("dossier.describe", on: DeskWorld.dossier, ["edof-year": "2025", "edof-turnover": "1"])
    try world.fill("dossier.describe", on: DeskWorld.dossier, ["edof-year": "2026", "edof-turnover": "9999,99"])
    let years = SubcontractingYear.all(in: world.fold)
    #expect(years.map(\.year) == [2025, 2026], "one year does not replace another")
    #expect(years.last?.verdict.reason?.code == "subcontracting-cap-exceeded")
  }

  @Test func `R-QUAL-132 before 1 April 2024 nothing counts`() throws {
    var world = DeskWorld()
    _ = try Self.record(["invoiced": ["2024-03-31"]], in: &world)
    _ = try Self.record(["invoiced": ["2024-04-01"], "amount": ["10"]], in: &world)
    #expect(SubcontractingYear.all(in: world.fold).map(\.subcontracted) == [EuroCents(cents: 1_000)])
  }

  @Test func `A-61 the cap counts what was invoiced in the year, or ordered or paid as the setting says`() throws {
    var world = DeskWorld()
    _ = try Self.record(["ordered": ["2025-12-01"], "invoiced": ["2026-05-30"], "paid": ["2027-01-05"]], in: &world)
    var settings = QualiopiSettings.standard
    let years = SubcontractingCap.Basis.allCases.map { basis -> [Int] in
      settings.capBasis = basis
      return SubcontractingYear.all(in: world.fold, settings: settings).map(\.year)
    }
    #expect(years == [[2025], [2026], [2027]])
    #expect(QualiopiSettings.standard.capBasis == .invoiced)
  }
}
