import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// `audit prepare` from a dossier as the office keeps it: every line with its reason.
@Suite struct AuditPreparationTests {
  static let key = "999123458"
  static let dossier = AuditNames.dossier(key)!
  static let day = CivilDate("2026-05-12")!

  static func world(
    _ categories: [String], _ traits: [String] = [], kind: String = "surveillance", samples: [SampledService] = [],
    sites: [String] = [], extra: [(String, JSONValue)] = []
  ) -> DossierWorld {
    var world = DossierWorld()
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set(
          "profile", dossier,
          .sorted([("categories", .array(categories.map { .string($0) }))] + traits.map { ($0, .bool(true)) } + extra)),
        DossierWorld.set("kind", DossierWorld.audit, .string(kind)),
        DossierWorld.set("days", DossierWorld.audit, .sorted([("first", "2026-05-12"), ("last", "2026-05-13")])),
      ] + samples.map { .add("samples", on: DossierWorld.audit, value: $0.json) }
        + sites.map {
          .add("sites", on: DossierWorld.audit, value: .sorted([("key", .string($0)), ("name", .string($0))]))
        })
    return world
  }

  static func preparation(_ world: DossierWorld, _ kind: QualiopiAuditKind = .surveillance) -> AuditPreparation {
    AuditPreparation(fold: world.fold, dossier: dossier, kind: kind, added: [], audit: DossierWorld.audit)
  }

  private func minimum(_ world: DossierWorld) -> [Int] { Self.preparation(world).surveillanceMinimum.map(\.number) }

  @Test func `GX-01 R-QUAL-60 audit prepare gives AF with subcontractors 14 indicators`() {
    #expect(
      minimum(Self.world(["AF"], ["subcontracting"])) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-02 R-QUAL-04 audit prepare gives certifying AF with subcontractors 17`() {
    #expect(
      minimum(Self.world(["AF"], ["certifying", "subcontracting"]))
        == [1, 3, 4, 5, 6, 7, 10, 11, 16, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-03 R-QUAL-09 audit prepare gives CBC with subcontractors 14`() {
    #expect(
      minimum(Self.world(["CBC"], ["subcontracting"])) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-04 R-QUAL-02 audit prepare gives VAE with subcontractors 16`() {
    #expect(
      minimum(Self.world(["VAE"], ["subcontracting"])) == [1, 3, 4, 5, 6, 10, 11, 16, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-05 R-QUAL-06 audit prepare gives CFA with subcontractors 21`() {
    #expect(
      minimum(Self.world(["CFA"], ["subcontracting"]))
        == [1, 3, 4, 5, 6, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21, 22, 26, 27, 29, 31, 32])
  }

  @Test func `GX-06 R-QUAL-07 without subcontractors 27 leaves, with its reason`() {
    let preparation = Self.preparation(Self.world(["AF"]))
    #expect(preparation.surveillanceMinimum.count == 13)
    #expect(preparation.scope[27].reason == .noSubcontracting && preparation.scope[27].rule == "R-QUAL-07")
  }

  @Test func `GX-07 R-QUAL-60 a minor on 24 at the initial audit joins, 15 in all, and is looked at first`() {
    var world = Self.world(["AF"], ["subcontracting"])
    let minor = EntityID("nonconformity/A0.24")!
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("indicator", minor, 24), DossierWorld.set("grade", minor, "minor"),
        DossierWorld.set("origin", minor, "audit/A0"), .state("stage", on: minor, to: "planReceived", over: []),
      ])
    let preparation = Self.preparation(world)
    #expect(preparation.surveillanceMinimum.count == 15)
    #expect(preparation.scope[24].reason == .previousNonConformity)
    #expect(preparation.previous.map(\.state) == [.planReceived])
    #expect(preparation.order.first == 24)
    #expect(preparation.notes.first?.rule == "R-QUAL-61")
  }

  @Test func `R-QUAL-125 R-QUAL-119 a V9 sample done for a principal, each of the 32 with its reason`() {
    let world = Self.world(
      ["AF"], ["certifying", "alternating", "workBased", "subcontracting"], kind: "renewal",
      extra: [("asSubcontractorOnly", .array([9, 16]))])
    let preparation = Self.preparation(world, .renewal)
    let out = Dictionary(
      uniqueKeysWithValues: preparation.scope.entries.filter { !$0.isInScope }.map {
        ($0.indicator.number, "\($0.reason.rawValue) \($0.rule)")
      })
    #expect(
      out == [
        1: "subcontracted-service R-QUAL-125", 2: "subcontracted-service R-QUAL-125",
        3: "subcontracted-service R-QUAL-125", 7: "task-not-entrusted R-QUAL-119",
        13: "task-not-entrusted R-QUAL-119", 28: "task-not-entrusted R-QUAL-119", 14: "not-in-category R-QUAL-09",
        15: "not-in-category R-QUAL-09", 20: "not-in-category R-QUAL-09", 29: "not-in-category R-QUAL-09",
      ])
    let notes = preparation.indicatorNotes(on: Self.day)
    for (indicator, rule) in [(5, "R-QUAL-121"), (26, "R-QUAL-122"), (30, "R-QUAL-123"), (9, "R-QUAL-119")] {
      #expect(notes.contains { $0.indicator.number == indicator && $0.rule.description == rule && $0.guide == .v9 })
    }
  }

  @Test func `R-QUAL-125 a sampled service subcontracted to a body with services of its own drops nothing`() {
    var done = SampledService(key: "mission", title: "Mission pour un autre", halfDays: 10)
    done.isSubcontracted = true
    let own = SampledService(key: "cap", title: "CAP", halfDays: 10)
    #expect(Self.preparation(Self.world(["AF"], samples: [done, own])).scope[1].isInScope)
    let alone = Self.preparation(Self.world(["AF"], samples: [done]))
    #expect(alone.scope[1].reason == .subcontractedService && alone.scope[9].reason == .taskNotEntrusted)
  }

  @Test func `R-QUAL-13 GX-12 a two-day apprenticeship course over two sites, each line with its reason`() {
    let world = Self.world(
      ["CFA"], samples: [SampledService(key: "cap", title: "CAP électricien", halfDays: 4)], sites: ["Lille", "Lyon"])
    let preparation = Self.preparation(world)
    let lines = preparation.scope.entries.map { "\($0.indicator) \($0.reason.rawValue) \($0.rule)" }
    let majorOnly = [4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 29, 31, 32]
    for number in 1...32 {
      let expected =
        switch number {
        case 12: "12 short-services R-QUAL-13"
        case 27: "27 no-subcontracting R-QUAL-07"
        case 1, 3, 17, 19: "\(number) always-in-surveillance R-QUAL-60"
        case _ where majorOnly.contains(number): "\(number) major-only R-QUAL-60"
        default: "\(number) outside-surveillance-minimum R-QUAL-60"
        }
      #expect(lines[number - 1] == expected)
    }
    #expect(
      preparation.notes.map(\.rule) == [
        "R-QUAL-62", "R-QUAL-64", "R-QUAL-22", "R-QUAL-21", "R-QUAL-70", "R-QUAL-69", "R-QUAL-71", "R-QUAL-59",
      ])
    #expect(preparation.notes.contains { $0.words.fr.hasPrefix("2 sites") })
  }

  @Test func `R-QUAL-13 a mixed sample keeps 12, to be graded on the longer services, named`() {
    let samples = [
      SampledService(key: "sst", title: "SST", halfDays: 4), SampledService(key: "cap", title: "CAP", halfDays: 5),
    ]
    let preparation = Self.preparation(Self.world(["AF"], kind: "renewal", samples: samples), .renewal)
    #expect(preparation.scope[12].isInScope)
    let note = preparation.indicatorNotes(on: Self.day).first { $0.indicator == 12 }
    #expect(note?.words.fr == "à coter sur les prestations de plus de 2 jours\u{202F}: CAP")
  }

  @Test func `R-QUAL-13 the profile alone may say that services last two days at most`() {
    #expect(
      Self.preparation(Self.world(["AF"], ["twoDaysAtMost"], kind: "renewal"), .renewal).scope[12].reason
        == .shortServices)
  }

  @Test func `R-QUAL-05 a sampled service brings its own conditions`() {
    var alternating = SampledService(key: "bts", title: "BTS", halfDays: 40)
    alternating.isAlternating = true
    alternating.isWorkBased = true
    alternating.isCertifying = true
    let scope = Self.preparation(Self.world(["AF"], kind: "renewal", samples: [alternating]), .renewal).scope
    #expect(scope[13].isInScope && scope[28].isInScope && scope[7].isInScope)
  }

  @Test func `R-QUAL-60 what a shortened initial audit left out joins the surveillance`() {
    var world = Self.world(["AF"])
    let initial = EntityID("audit/A0")!
    world.write(
      DossierWorld.other,
      [DossierWorld.set("kind", initial, "initial"), DossierWorld.set("dropped", initial, .array([2, 24]))])
    let scope = Self.preparation(world).scope
    #expect(scope[2].reason == .droppedAtInitial && scope[24].reason == .droppedAtInitial)
    #expect(Self.preparation(world, .renewal).scope[2].reason == .applicable)
  }

  @Test func `an extension looks at the categories it adds`() {
    var world = Self.world(["AF"], kind: "extension")
    world.write(DossierWorld.other, [DossierWorld.set("addedCategories", DossierWorld.audit, .array(["CFA"]))])
    let scope = Self.preparation(world, .extension).scope
    #expect(scope[14].isInScope && scope[29].isInScope)
  }

  @Test func `R-QUAL-28 R-QUAL-29 R-QUAL-30 R-QUAL-32 each document due says whether it came and is up to date`() {
    var world = Self.world(["AF"])
    let mail = EntityID("mail/M1")!
    func document(_ code: String) -> EntityID { DossierWorld.audit.child("document", code)! }
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("direction", mail, "in"), DossierWorld.set("received", mail, "2026-04-20"),
        DossierWorld.set("mail", document("bpf"), .string(mail.description)),
        DossierWorld.set("dated", document("bpf"), "2026-04-02"),
        DossierWorld.set("current", document("bpf"), true),
        DossierWorld.set("mail", document("organisation-chart"), .string(mail.description)),
        DossierWorld.set("current", document("sworn-statement"), false),
      ])
    let file = Self.preparation(world).file
    #expect(file.map(\.standing) == [.current, .received, .awaited, .awaited, .outdated])
    #expect(file[0].receivedOn == CivilDate("2026-04-20") && file[0].dated == CivilDate("2026-04-02"))
    #expect(file[1].document.rules.contains("R-QUAL-30"))
  }

  @Test func `R-QUAL-48 R-QUAL-49 R-QUAL-53 the window and what runs from the last day are dated`() {
    var world = Self.world(["AF"])
    world.write(DossierWorld.other, [DossierWorld.set("validFrom", Self.dossier, "2024-12-31")])
    let context = ActContext(dossier: world.fold, directory: nil, today: Self.day)
    let dates = Self.preparation(world).dates(in: context).map { "\($0.id) \($0.due)" }
    #expect(
      dates == [
        "DL-QUAL-02 2026-02-28", "DL-QUAL-03 2026-06-30", "DL-QUAL-04 2026-10-31", "DL-QUAL-09 2026-05-21",
        "DL-QUAL-11 2026-11-13", "DL-QUAL-12 2026-08-13", "DL-QUAL-14 2026-06-03",
      ])
    let renewal = Self.preparation(world, .renewal).dates(in: context).map { "\($0.id) \($0.due)" }
    #expect(renewal.prefix(2) == ["DL-QUAL-08 2027-08-31", "DL-QUAL-06 2027-12-31"])
  }

  @Test func `R-QUAL-62 R-QUAL-22 R-QUAL-34 what is looked at first depends on the kind of audit`() {
    #expect(Self.preparation(Self.world(["AF"])).notes.first?.rule == "R-QUAL-62")
    let initial = Self.preparation(Self.world(["AF"], kind: "initial"), .initial).notes
    #expect(
      initial.map(\.rule) == [
        "R-QUAL-34", "R-QUAL-22", "R-QUAL-21", "R-QUAL-70", "R-QUAL-69", "R-QUAL-71", "R-QUAL-59",
      ])
  }

  @Test func `R-QUAL-69 R-QUAL-70 R-QUAL-71 R-QUAL-72 the preparation says what a finding is graded`() {
    let notes = Self.preparation(Self.world(["CBC"])).notes
    func words(_ rule: RuleID) -> String? { notes.first { $0.rule == rule }?.words.fr }
    #expect(words("R-QUAL-69") == "respecté en partie, qualité non en cause\u{202F}: mineure sur 1, 17 et 19")
    #expect(
      words("R-QUAL-71")
        == "respecté en partie\u{202F}: majeure dans tous les cas sur 4, 5, 6, 10, 11, 21, 22, 26, 31 et 32")
    #expect(words("R-QUAL-70")?.hasSuffix("majeure") == true)
  }

  @Test
  func `R-QUAL-41 A-54 a body in its first year at its initial audit is a new entrant, unless the office says no`() {
    func isNew(year: Int64, _ steps: [SyncCore.Operation] = []) -> Bool {
      var world = Self.world(["AF"])
      let initial = EntityID("audit/I1")!
      world.write(
        DossierWorld.other,
        [
          DossierWorld.set("funding", Self.dossier, .sorted([("first-year", .integer(year))])),
          DossierWorld.set("kind", initial, "initial"), DossierWorld.set("startedOn", initial, "2024-10-08"),
          DossierWorld.set("days", initial, .sorted([("first", "2024-10-08"), ("last", "2024-10-08")])),
        ] + steps)
      return Self.preparation(world).isNewEntrant
    }
    #expect(isNew(year: 2024) && !isNew(year: 2023))
    #expect(!isNew(year: 2024, [DossierWorld.set("newEntrant", Self.dossier, false)]))
    #expect(isNew(year: 2019, [DossierWorld.set("newEntrant", Self.dossier, true)]))
    let extended = EntityID("audit/E1")!
    #expect(
      isNew(
        year: 2019,
        [
          DossierWorld.set("kind", extended, "extension"), DossierWorld.set("startedOn", extended, "2025-10-08"),
          DossierWorld.set("days", extended, .sorted([("first", "2025-10-08"), ("last", "2025-10-08")])),
          DossierWorld.set("addedCategories", extended, .array(["CBC"])),
        ]), "it starts a category")
  }

  @Test
  func `GX-15 R-QUAL-15 DL-QUAL-17 the preparation says whether the last request to funders still proves their part`() {
    for (request, words) in [("2025-05-12", "moins d'un an"), ("2025-05-11", "plus d'un an")] {
      var world = Self.world(["AF"], kind: "renewal")
      world.write(
        DossierWorld.other, [DossierWorld.set("funderRequest", Self.dossier, .sorted([("on", .string(request))]))])
      let notes = Self.preparation(world, .renewal).indicatorNotes(on: Self.day).filter { $0.indicator == 30 }
      #expect(notes.last?.rule == "R-QUAL-15")
      #expect(notes.last?.words.fr.contains(words) == true, "\(request)")
    }
  }

  @Test func `R-QUAL-11 the guide is that of the first day`() {
    let preparation = Self.preparation(Self.world(["AF"]))
    #expect(preparation.guide(on: Self.day) == "V9")
    #expect(preparation.guide(on: CivilDate("2024-03-31")!) == "V8")
  }
}
