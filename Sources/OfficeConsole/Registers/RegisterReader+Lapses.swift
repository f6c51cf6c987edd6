import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

/// What came by itself when a day was over, and what is about to.
extension RegisterReader {
  var lapses: Register {
    let written = fold.entities.flatMap { entity, record in record.lapses.map { (entity, $0) } }
      .sorted { ($0.1.due, $0.0) > ($1.1.due, $1.0) }
    let tags = (
      written: Register.Tag(words: say("écrit par le serveur", "written by the server"), look: .plain),
      announced: Register.Tag(words: say("annoncé", "announced"), look: .warn)
    )
    return Register(
      anchor: "lapses", title: say("Effets automatiques", "Automatic effects"),
      caption: say(
        "Ce qu'une échéance passée a changé, et ce qui est sur le point de changer",
        "What a due date that passed changed, and what is about to change"),
      columns: [say("Échéance", "Due date"), say("Dernier jour", "Last day"), say("Sur", "On"), say("État", "State")],
      rows: announced.map { effect in
        row(effect.deadline.rawValue, due: effect.due.description, effect.entity, tags.announced)
      } + written.map { entity, lapse in row(lapse.deadline, due: lapse.due, entity, tags.written) })
  }

  private func row(_ deadline: String, due: String, _ entity: EntityID, _ tag: Register.Tag) -> Register.Row {
    let title =
      DeadlineID(rawValue: deadline).map { DeadlineWords.title($0).text(in: wording.phrasing.language) }
      ?? say("échéance d'une version plus récente", "a due date of a newer version")
    return Register.Row(
      entity: nil,
      cells: [
        Register.Cell("\(title) (\(deadline))"), Register.Cell(wording.phrasing.day(due)),
        Register.Cell(wording.name(entity)), Register.Cell("", tags: [tag]),
      ])
  }
}
