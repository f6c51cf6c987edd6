import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

/// Complaints and appeals, step by step.
extension RegisterReader {
  var complaints: Register {
    let views = ComplaintView.all(in: fold, settings: context?.settings ?? .standard)
      .sorted { ($0.receivedOn ?? .latest, $0.id) > ($1.receivedOn ?? .latest, $1.id) }
    return Register(
      anchor: "complaints", title: say("Réclamations et recours", "Complaints and appeals"),
      caption: say("De la réception à la réponse", "From receipt to the answer"),
      columns: [
        label("kind", in: "complaint"), label("from", in: "complaint"), label("about", in: "complaint"),
        say("Reçu le", "Received on"), say("Accusé envoyé le", "Acknowledged on"), say("Suite", "Outcome"),
        say("Notifiée le", "Notified on"),
      ], rows: views.map(row))
  }

  private func row(_ view: ComplaintView) -> Register.Row {
    func day(_ day: CivilDate?, _ missing: String, isDue: Bool = true) -> Register.Cell {
      guard let day else {
        return Register.Cell(isDue ? "" : nil, tags: isDue ? [Register.Tag(words: missing, look: .warn)] : [])
      }
      return Register.Cell(wording.phrasing.day(day))
    }
    let isExamined = view.examiner != nil
    let toExamine = Register.Tag(words: say("à examiner", "to be examined"), look: .warn)
    return Register.Row(
      entity: view.id,
      cells: [
        cell("kind", of: view.id), cell("from", of: view.id),
        Register.Cell(
          view.about,
          lines: wording.fact("concerns", of: view.id).map { [say("Vise : \($0)", "Concerns: \($0)")] } ?? []),
        day(view.receivedOn, say("réception non datée", "receipt not dated")),
        day(view.acknowledgedOn, say("sans accusé", "not acknowledged")),
        isExamined
          ? Register.Cell(
            view.outcome,
            lines: view.examiner.map {
              let name = wording.people.name($0)
              return [say("Examinée par \(name)", "Examined by \(name)")]
            } ?? [])
          : Register.Cell("", tags: [toExamine]),
        day(view.notifiedOn, say("à notifier", "to be notified"), isDue: isExamined),
      ])
  }
}
