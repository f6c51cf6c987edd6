import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

struct CertificateViewTests {
  private let title = AuditNames.title(DeskWorld.siren)!
  private let dossier = AuditNames.dossier(DeskWorld.siren)!

  private func view(_ day: String, _ steps: [SyncCore.Operation]) throws -> CertificateView {
    var world = DeskWorld()
    world.write(steps)
    let today = try #require(CivilDate(day))
    return try #require(CertificateView(ActContext(dossier: world.fold, directory: nil, today: today)))
  }

  private func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) -> SyncCore.Operation {
    .set(field, on: entity, to: value, over: [], motive: nil)
  }

  @Test func `GX-27 R-QUAL-50 the proposal is shown in words, with its deadline, and nothing is written`() throws {
    let view = try view("2026-11-01", [set("validFrom", dossier, "2024-12-31")])
    #expect(view.record.standing == .active)
    let french = view.lines(Phrasing(.french))
    #expect(
      french.contains("Proposé, à décider\u{202F}: suspendre (T-QUAL-C06), DL-QUAL-04 passé le 31 octobre 2026"))
    #expect(
      view.lines(Phrasing(.english)).contains { $0.contains("suspend (T-QUAL-C06), DL-QUAL-04 over on 2026-10-31") })
    #expect(french.contains("Validité\u{202F}: du 31 décembre 2024 au 31 décembre 2027"))
    #expect(french.contains("Fenêtre de surveillance\u{202F}: du 28 février 2026 au 31 octobre 2026"))
  }

  @Test func `R-QUAL-87 R-QUAL-90 a suspension is shown with its day, its delay and its condition`() throws {
    let view = try view(
      "2026-11-05",
      [
        set("validFrom", dossier, "2024-12-31"), .state("standing", on: title, to: "suspended", over: []),
        set("since", title, "2026-11-03"), set("number", title, "C-7"), set("cycle", title, 1),
        set("categories", title, .array(["AF"])),
        set(
          "suspension", title,
          .sorted([
            ("condition", "tenir la surveillance"), ("from", "2026-11-03"), ("transition", "T-QUAL-C06"),
            ("until", "2027-02-03"),
          ])),
      ])
    let lines = view.lines(Phrasing(.french))
    #expect(lines.first == "État\u{202F}: suspendu depuis le 3 novembre 2026")
    #expect(
      lines.contains(
        "Suspension à compter du 3 novembre 2026, à lever jusqu'au 3 février 2027 inclus\u{202F}: tenir la surveillance"
      ))
    #expect(lines.contains("Prochaine surveillance à distance\u{202F}: non"))
    #expect(lines.contains("Catégories certifiées\u{202F}: actions de formation"))
    #expect(view.duties.map(\.rule).contains("R-QUAL-87"))
  }

  @Test func `T-QUAL-C09 R-QUAL-142 an expiry not written yet is announced, a gap after it is shown`() throws {
    let over = try view("2027-01-16", [set("certificateEnd", dossier, "2027-01-15")])
    #expect(over.isOver)
    #expect(over.lines(Phrasing(.french)).contains { $0.contains("T-QUAL-C09") })
    let back = try view(
      "2027-02-01",
      [
        .lapse(deadline: "DL-QUAL-06", on: title, due: "2027-01-15"),
        .state("standing", on: title, to: "active", over: []), set("validFrom", dossier, "2027-01-25"),
      ])
    #expect(back.lines(Phrasing(.french)).contains("Sans certificat pendant 9 jours avant ce cycle (R-QUAL-142)"))
    #expect(!back.isOver)
  }

  @Test func `R-QUAL-86 what may come next is shown`() throws {
    let view = try view("2027-06-10", [.state("standing", on: title, to: "withdrawn", over: [])])
    #expect(view.nextAudits == [.initial])
    #expect(view.lines(Phrasing(.french)).contains("Audits possibles\u{202F}: audit initial"))
  }

  @Test
  func
    `R-QUAL-97 R-QUAL-98 R-QUAL-99 R-QUAL-100 R-QUAL-101 R-QUAL-109 R-QUAL-110 DL-QUAL-16 an active certificate says what to do and to know`()
  {
    let duties = CertificateDuty.all(for: .active)
    func words(_ rule: RuleID) -> String { duties.filter { $0.rule == rule }.map(\.words.fr).joined() }
    #expect(words("R-QUAL-97").contains("espace client"))
    #expect(words("R-QUAL-98").contains("affiche"))
    #expect(words("R-QUAL-99").contains("périmètre"))
    #expect(words("R-QUAL-100").contains("réédité"))
    #expect(words("R-QUAL-101").contains("marque"))
    #expect(words("R-QUAL-109").contains("récépissé DREETS"))
    #expect(words("R-QUAL-110").contains("48 heures (DL-QUAL-16)"))
  }

  @Test(arguments: CertificateStanding.allCases)
  func
    `R-QUAL-91 R-QUAL-102 R-QUAL-103 R-QUAL-107 R-QUAL-108 R-QUAL-111 DL-QUAL-15 what holds whatever the standing is always shown`(
      standing: CertificateStanding
    )
  {
    let rules = CertificateDuty.all(for: standing).map(\.rule)
    for rule in ["R-QUAL-91", "R-QUAL-102", "R-QUAL-103", "R-QUAL-107", "R-QUAL-108", "R-QUAL-111"] as [RuleID] {
      #expect(rules.contains(rule))
    }
  }

  @Test func `R-QUAL-55 a certificate that lapsed or was withdrawn asks to check that the list has let it go`() {
    for standing in CertificateStanding.allCases {
      let isOff = standing == .withdrawn || standing == .expired
      #expect(CertificateDuty.all(for: standing).map(\.rule).contains("R-QUAL-55") == isOff)
      #expect(standing.hasLeftPublicList == isOff)
    }
  }

  @Test func `R-QUAL-01 A-99 without a certificate in force, public and pooled funds are closed, and that is shown`() {
    for standing in CertificateStanding.allCases {
      let shown = CertificateDuty.all(for: standing).filter { $0.rule == "R-QUAL-01" }
      #expect(shown.isEmpty == (standing == .active || standing == .suspended), "\(standing)")
      #expect(shown.allSatisfy { $0.words.en.contains("public or pooled funds") })
    }
  }

  @Test func `letters, validities and data of a certificate read as sentences, in days as people write them`() {
    let french = FieldPhrasing(.french)
    let letter = JSONValue.sorted([("text", "tenir la surveillance"), ("until", "2027-02-03")])
    #expect(
      french.words(letter, of: "condition", in: "decision") == "tenir la surveillance, à lever jusqu'au 3 février 2027")
    let printed = JSONValue.sorted([("number", "C-7"), ("to", "2029-12-30")])
    #expect(french.words(printed, of: "validity", in: "decision") == "jusqu'au 30 décembre 2029, numéro C-7")
    let data = JSONValue.sorted([("name", .sorted([("from", "2026-06-01"), ("value", "ATELIERS FICTIFS")]))])
    #expect(
      french.words(data, of: "data", in: "title")
        == "dénomination\u{202F}: ATELIERS FICTIFS (à compter du 1er juin 2026)")
    #expect(FieldPhrasing(.english).words("reinstate", of: "measure", in: "decision") == "lift the suspension")
  }
}
