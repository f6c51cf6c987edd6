import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import ServerHTTP
import SyncCore

/// `GET /competences`: who may do what, by the certifier's own record.
struct CompetencePage: Sendable {
  let templates: PageTemplates

  static func page(_ templates: PageTemplates) -> ConsolePage {
    let page = CompetencePage(templates: templates)
    return .get(ConsolePath.competences, page.show)
  }

  func show(_ visit: Visit) async throws -> PageReply {
    let phrasing = visit.phrasing
    let (fold, people, actor) = try await visit.look { reading in
      guard let fold = try reading.fold(.directory) else { throw PageFault.notFound }
      return (fold, try People(reading, phrasing), ActActor(user: reading.author.user, roles: reading.author.roles))
    }
    let wording = FactWording(fold, people)
    let offers = ActOffers(stream: .directory, roles: actor.roles, phrasing: phrasing)
    let whole = FormFields.query(visit.request)[RegisterValues.query]
    var values = RegisterValues(
      registers: [RegisterReader(wording: wording, announced: []).competences], offers: offers, wording: wording,
      path: ConsolePath.competences, whole: whole
    ).values
    values.merge(offers.values(offers.ofStream())) { $1 }
    if let acted = ActNotice.read(visit, fold, wording) { values["acted"] = acted.values }
    return .page(
      title: visit.say("Compétences", "Competences"), main: templates.render("competences", values, in: visit.language))
  }
}
