import AuditDesk
import AuditModel
import SchemeRules
import ServerHTTP
import SyncCore

/// What may be done in a dossier, what is to be taken up again, and its registers.
struct DossierSections {
  let view: DossierView
  let people: People
  let phrasing: Phrasing

  /// The values of the page's parts; none for a body without a dossier.
  func values(_ visit: Visit) -> [String: Any] {
    guard let context = view.context else { return [:] }
    let fold = context.dossier
    let wording = FactWording(fold, people)
    let offers = ActOffers(context, for: view.actor, phrasing: phrasing)
    let one = [AuditNames.dossier(view.key), AuditNames.title(view.key)].compactMap { $0 }
      .filter { fold.entities[$0] != nil }
    let person: @Sendable (UserID) -> String? = { [people] in people.name($0) }
    let reopened = ReopenedFile.all(in: fold, directory: context.directory, person: person)
    var values = RegisterValues(
      registers: RegisterReader(wording: wording, announced: view.announced, context: context).all, offers: offers,
      wording: wording,
      path: ConsolePath.dossier(view.stream), whole: FormFields.query(visit.request)[RegisterValues.query]
    ).values
    values.merge(offers.values(offers.ofStream(one: one))) { $1 }
    values["hasReopened"] = !reopened.isEmpty
    values["reopened"] = reopened.map { file -> [String: Any] in
      [
        "reopenedTitle": wording.say(file.title), "reopenedPath": file.path,
        "reopenedLines": file.lines.map { wording.say($0) },
      ]
    }
    if let acted = ActNotice.read(visit, fold, wording) { values["acted"] = acted.values }
    return values
  }
}
