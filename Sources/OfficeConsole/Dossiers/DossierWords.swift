import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import WorkingDays

/// A body's page in words: every value of its template, no decision left to it.
struct DossierWords {
  let view: DossierView
  let people: People
  let phrasing: Phrasing
  let titles: Titles
  let fields: FieldPhrasing
  let steps: StepWords

  init(view: DossierView, people: People, phrasing: Phrasing) {
    self.view = view
    self.people = people
    self.phrasing = phrasing
    let titles = Titles(phrasing: phrasing)
    self.titles = titles
    let audits = Dictionary(
      view.audits.map { ($0.board.id, titles.audit($0.board)) }, uniquingKeysWith: { first, _ in first })
    let name: @Sendable (UserID) -> String? = { people.name($0) }
    fields = FieldPhrasing(phrasing.language, of: view.stream, person: name) { audits[$0] }
    steps = StepWords(phrasing.language, of: view.stream, person: name) { audits[$0] }
  }

  var isDossier: Bool { view.stream != view.organisation }
  var body: String { view.identity.first { $0.field == "legalName" }?.value?.text ?? view.key }
  var title: String { isDossier ? "\(body) — \(titles.scheme(view.stream))" : body }

  func say(_ fr: String, _ en: String) -> String { phrasing.say(fr, en) }

  var values: [String: Any] {
    var values: [String: Any] = [
      "body": body, "key": titles.bodyKey(view.stream) ?? view.key, "isDossier": isDossier,
      "identity": view.identity.map { fact($0, in: "body") }, "hasIdentity": !view.identity.isEmpty,
      "dossiers": view.otherDossiers.map { ["name": titles.scheme($0), "path": ConsolePath.dossier($0)] },
      "hasDossiers": !view.otherDossiers.isEmpty, "hasSites": !view.sites.isEmpty, "sites": view.sites.map(site),
      "hasSituations": !view.situations.isEmpty, "situations": view.situations.map(situation),
      "hasProfile": !view.dossierFacts.isEmpty, "profile": view.dossierFacts.map { fact($0, in: "dossier") },
      "hasAudits": !view.audits.isEmpty, "audits": view.audits.map(audit),
      "hasLine": !view.timeLine.isEmpty, "line": TimeLineWords(self).values, "hasLate": !view.late.isEmpty,
      "late": view.late.map(late), "histories": view.histories.map { HistoryWords(self).values($0) },
    ]
    if isDossier {
      values["scheme"] = titles.scheme(view.stream)
      values["bodyPath"] = view.organisation.map(ConsolePath.body)
    }
    if view.sitesBeyond > 0 { values["sitesBeyond"] = String(view.sitesBeyond) }
    if let standing = view.standing { values["standing"] = fact(standing, in: "title") }
    if view.divergences > 0 {
      values["divergences"] = say(
        view.divergences == 1 ? "1 divergence à trancher" : "\(view.divergences) divergences à trancher",
        view.divergences == 1 ? "1 divergence to settle" : "\(view.divergences) divergences to settle")
    }
    return values
  }

  /// A fact with its provenance.
  func fact(_ fact: DossierView.Fact, in typePath: String) -> [String: Any] {
    var values: [String: Any] = [
      "label": AuditSchema.current.rule(of: fact.field, in: typePath)?.words.text(in: phrasing.language)
        ?? fact.field.description,
      "value": fields.words(fact.value, of: fact.field, in: typePath),
    ]
    if let source = fact.source { values["source"] = provenance(source) }
    if let divergence = fact.divergence { values["divergence"] = ConsolePath.divergence(divergence) }
    return values
  }

  /// Where a write comes from; the public list is a door of its own and nobody's device.
  func provenance(_ source: DossierView.SourcedWrite) -> [String: Any] {
    let attribution = Attribution(source.write, arrival: source.arrival, people: people)
    return source.write.by == .publicList
      ? ["list": ["received": attribution.received ?? attribution.claimed]] : ["by": attribution.values]
  }

  private func site(_ site: DossierView.Site) -> [String: Any] {
    let name = site.facts.first { $0.field == "name" }?.value?.text
    let siret = site.id.localName
    return [
      "name": name ?? say("site \(siret)", "site \(siret)"), "siret": siret, "isClosed": site.isClosed,
      "facts": site.facts.map { fact($0, in: "body/site") },
    ]
  }

  private func situation(_ situation: DossierView.Situation) -> [String: Any] {
    let report = situation.report
    var values: [String: Any] = [
      "subject": SituationSubject(report.subject).words.text(in: phrasing.language),
      "observed": fields.words(report.observed, of: "observed", in: "situation"), "on": phrasing.day(report.on),
    ]
    if let organisation = view.organisation { values["path"] = ConsolePath.situation(organisation, report.id) }
    if let proof = report.proofDue { values["proof"] = proof }
    if let source = situation.source { values["source"] = provenance(source) }
    values.merge(standing(situation.standing)) { $1 }
    return values
  }

  func standing(_ standing: SituationStanding) -> [String: Any] {
    var values: [String: Any] = ["state": standing.words.text(in: phrasing.language)]
    switch standing {
    case .toConfirm: values["isOpen"] = true
    case .confirmed: break
    case .answered(let answer): values["answer"] = fields.words(answer, of: "answer", in: "situation")
    }
    return values
  }

  private func audit(_ audit: DossierView.Audit) -> [String: Any] {
    let board = audit.board
    var values: [String: Any] = [
      "title": titles.audit(board), "path": ConsolePath.audit(board.stream, board.id),
      "stage": audit.stage.map { fields.words(.string($0), of: "stage", in: "audit") }
        ?? say("non commencé", "not started"),
      "team": board.team.map {
        $0 == board.lead ? say("\(people.name($0)) (responsable)", "\(people.name($0)) (lead)") : people.name($0)
      }
      .joined(separator: ", "),
    ]
    if audit.divergences > 0 {
      values["open"] = say(
        audit.divergences == 1 ? "1 divergence" : "\(audit.divergences) divergences",
        audit.divergences == 1 ? "1 divergence" : "\(audit.divergences) divergences")
    }
    return values
  }

  private func late(_ late: DossierView.Late) -> [String: Any] {
    [
      "what": "\(titles.entity(late.entity)) — \(titles.field(late.field, of: late.entity))",
      "value": fields.words(late.source.write.value, of: late.field, in: late.entity.typePath),
      "source": provenance(late.source),
    ]
  }
}
