import AuditModel
import AuditSchema
import FieldClient
import Mustache
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// The provisional report of one audit, prepared value by value for its template: no decision is left to the page.
struct ReportPage {
  let place: AuditPlace
  /// The session, speaking French: the report is a French document under any locale.
  let session: Session
  let organisation: StreamFold?

  init(place: AuditPlace, session: Session, organisation: StreamFold?) {
    self.place = place
    self.session = session.speaking(.french)
    self.organisation = organisation
  }

  /// One deadline of the report: what, when, by which rule.
  struct Due {
    let id: DeadlineID
    let due: String
    let rule: String
    let what: String
  }

  /// The deadlines that run from the last day of the audit.
  func deadlines() throws -> [Due] {
    guard place.scheme == .qualiopi, let last = place.board.days.flatMap({ CivilDate($0.last) }) else { return [] }
    let end = place.bodyKey.flatMap { AuditNames.dossier($0) }
      .flatMap { FactView("certificateEnd", of: $0, in: place.fold).value?.text }.flatMap { CivilDate($0) }
    return try [DeadlineID.qual09, .qual11, .qual12].map { id in
      let answer = try DeadlineQuery(
        .deadline(id), trigger: .date(last), dates: end.map { ["certificateEnd": $0] } ?? [:]
      ).answer()
      return Due(
        id: id, due: answer.due.description, rule: DeadlineTable.standard[id].ruleID,
        what: Self.what[id]?.fr ?? id.rawValue)
    }
  }

  private static let what: [DeadlineID: LocalizedText] = [
    .qual09: LocalizedText(fr: "Remise du rapport provisoire à l'organisme", en: "Provisional report to the body"),
    .qual11: LocalizedText(fr: "Levée des non-conformités mineures", en: "Minor non-conformities lifted"),
    .qual12: LocalizedText(fr: "Preuves sur les non-conformités majeures", en: "Evidence on major non-conformities"),
  ]

  /// The page.
  func html() throws -> String {
    let template = try MustacheTemplate(string: FrenchTypography.spaced(ReportTemplate.page))
    return template.render(try values())
  }

  private func values() throws -> [String: Any] {
    let board = place.board
    let directory = try session.directory()
    let key = place.bodyKey ?? ""
    let body = AuditNames.body(key)
    func fact(_ field: FieldName) -> String {
      guard let body, let organisation else { return "—" }
      return session.words(FactView(field, of: body, in: organisation).value)
    }
    let shortages = board.items.filter { ["major", "minor", "gap", "serious-gap"].contains($0.grade ?? "") }
    return [
      "body": fact("legalName"), "siren": key, "address": fact("address"), "scheme": place.scheme?.name ?? "—",
      "kind": board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))?.words.fr ?? "audit",
      "version": "1", "firstDay": session.day(board.days?.first), "lastDay": session.day(board.days?.last),
      "mode": board.view.text("mode") == "remote" ? "à distance" : "sur place",
      "lead": board.lead.map { session.name(of: $0, in: directory) } ?? "—",
      "team": board.team.map { session.name(of: $0, in: directory) }.joined(separator: ", "),
      "sites": board.sites.map(\.name).joined(separator: ", "),
      "samples": board.samples.map(\.name).joined(separator: ", "),
      "guide": board.view.text("guide") ?? "—", "pack": board.view.text("pack") ?? "—",
      "deadlines": try deadlines().map {
        ["what": $0.what, "due": session.day($0.due), "rule": "\($0.id.rawValue), \($0.rule)"]
      },
      "hasNonConformities": !shortages.isEmpty,
      "nonConformities": shortages.map { item -> [String: Any] in
        [
          "code": item.code, "label": label(item.code), "grade": session.words(item.grade.map { .string($0) }),
          "comment": item.comment ?? "",
          "origin": isRequalified(item) ? "Mineure d'un audit antérieur, requalifiée (R-QUAL-78)." as Any : false,
          "evidence": evidence(for: item.code) + (item.lack.map { " Absence notée\u{202F}: \($0)" } ?? ""),
        ]
      },
      "items": board.items.map { item -> [String: Any] in
        [
          "code": item.code, "label": label(item.code),
          "grade": session.words(item.grade.map { .string($0) })
            + (item.isDisputed ? " (retenue en attendant\u{202F}: divergence)" : ""),
          "comment": item.comment ?? "", "motive": item.motive as Any? ?? false,
        ]
      },
      "observations": views("audit/observation").map { view -> [String: Any] in
        [
          "indicator": view.text("indicator") ?? "", "site": siteName(view.text("site")),
          "sample": sampleName(view.text("sample")), "text": view.text("text") ?? "",
        ]
      },
      "interviews": (board.view["interviews"]?.entries ?? []).map { entry -> [String: Any] in
        [
          "with": entry.value["with"]?.text ?? "", "site": siteName(entry.value["site"]?.text),
          "text": entry.value["text"]?.text ?? "",
        ]
      },
      "evidence": views("audit/evidence").map { view -> [String: Any] in
        [
          "title": view.text("title") ?? "", "indicators": session.words(view.value("indicators")),
          "held": EvidenceCommand.standing(view.text("held")).words.fr,
          "dated": view.text("dated").map { session.day($0) } as Any? ?? false,
          "shownBy": view.text("shownBy") as Any? ?? false,
        ]
      },
      "sheets": [(AuditSheet.opening, "Ouverture"), (.closing, "Clôture")].compactMap { sheet, name -> [String: Any]? in
        guard let id = AuditNames.sheet(board.id, sheet),
          let view = place.fold.entity(id, schema: AuditSchema.current)
        else { return nil }
        return [
          "name": name, "heldOn": session.day(view.text("heldOn")),
          "representative": session.words(view.value("representative")),
          "participants": session.words(view.value("participants")),
        ]
      },
      "hasSituations": !situations(key).isEmpty,
      "situations": situations(key).map { report -> [String: Any] in
        [
          "what": report.subject == "address" ? "Adresse" : report.subject == "name" ? "Dénomination" : "Dirigeant",
          "observed": session.words(report.observed),
          "state": report.isConfirmed ? "confirmé par le registre" : "à confirmer",
        ]
      },
      "digest": place.fold.stateDigest(schema: AuditSchema.current).description,
    ]
  }

  private func situations(_ key: String) -> [SituationReport] {
    organisation.map { SituationReport.all(in: $0, body: key) } ?? []
  }

  private func views(_ type: String) -> [EntityView] {
    place.fold.standing(ofType: type).filter { $0.isBelow(place.audit) }
      .compactMap { place.fold.entity($0, schema: AuditSchema.current) }
  }

  private func evidence(for code: String) -> String {
    views("audit/evidence").filter { view in
      (view["indicators"]?.members ?? []).contains { session.words($0.value) == code }
    }.compactMap { $0.text("title") }.joined(separator: "\u{202F}; ")
  }

  private func isRequalified(_ item: AuditBoard.Item) -> Bool {
    guard item.grade == "major", let number = Int(item.code),
      let dossier = place.bodyKey.flatMap({ AuditNames.dossier($0) }),
      let kind = place.board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
    else { return false }
    return AuditPreparation(fold: place.fold, dossier: dossier, kind: kind, added: [], audit: place.audit).previous
      .contains {
        $0.indicator.number == number && $0.grade == .minor
      }
  }

  private func label(_ code: String) -> String {
    Int(code).flatMap { QualiopiIndicator($0) }?.info.label.fr ?? ControlPoint.of(code: code)?.label.fr ?? ""
  }

  private func siteName(_ key: String?) -> String { place.board.sites.first { $0.key == key }?.name ?? key ?? "—" }
  private func sampleName(_ key: String?) -> String { place.board.samples.first { $0.key == key }?.name ?? key ?? "—" }
}
