import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Non-conformities of this audit and earlier ones, with where each stands.
extension RegisterReader {
  var nonConformities: Register {
    let found = fold.standing(ofType: "nonconformity").map { id in
      (id: id, raised: wording.text("raisedOn", of: id) ?? "", number: wording.number("indicator", of: id))
    }.sorted { ($0.raised, $1.number ?? 0, $0.id) > ($1.raised, $0.number ?? 0, $1.id) }
    return Register(
      anchor: "nonconformities", title: say("Non-conformités", "Non-conformities"),
      caption: say(
        "Relevées par les audits de ce dossier et les précédents",
        "Raised by the audits of this dossier and earlier ones"
      ),
      columns: [
        say("Indicateur", "Indicator"), say("Gravité", "Grade"), say("État", "State"), say("Relevée le", "Raised on"),
      ],
      rows: found.map { found in
        Register.Row(
          entity: found.id,
          cells: [
            Register.Cell(
              indicator(found.number), tags: wording.isDisputed("indicator", of: found.id) ? [disputed] : [],
              lines: ["note", "plan"].compactMap { wording.fact($0, of: found.id) }),
            cell("grade", of: found.id),
            Register.Cell(
              wording.words(
                .string(wording.text("stage", of: found.id) ?? QualiopiNonConformityState.raised.rawValue),
                of: "stage", in: "nonconformity")),
            cell("raisedOn", of: found.id),
          ])
      })
  }

  private func indicator(_ number: Int64?) -> String {
    guard let number else { return "—" }
    let label = QualiopiIndicator(Int(number))?.info.label.text(in: wording.phrasing.language)
    return "\(number)" + (label.map { " — \($0)" } ?? "")
  }
}
