import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// Decisions asked for, with what the server answered.
extension RegisterReader {
  var decisions: Register {
    let fields: [FieldName] = ["decidedOn", "measure", "outcome", "audit", "validity"]
    let plain = table(
      "decisions", of: "decision", title: say("Décisions", "Decisions"),
      caption: say("Chacune avec la réponse du serveur", "Each with the server's answer"), columns: fields,
      lines: ["motive", "condition", "remoteSurveillance", "letter"])
    return Register(
      anchor: plain.anchor, title: plain.title, caption: plain.caption,
      columns: plain.columns + [say("Réponse", "Answer")],
      rows: plain.rows.map { row in
        Register.Row(entity: row.entity, cells: row.cells + [row.entity.map(answer) ?? Register.Cell(nil)])
      })
  }

  /// The last answer on an entity: an act admitted, refused, or not answered yet.
  private func answer(_ entity: EntityID) -> Register.Cell {
    guard let view = fold.entity(entity, schema: AuditSchema.current),
      let answer = ActAnswer.all(on: view, in: fold).last
    else { return Register.Cell(nil) }
    let words = ActWords.words(answer.ruling?.verdict).text(in: wording.phrasing.language)
    let look: Register.Tag.Look =
      switch answer.ruling?.verdict {
      case .accepted: .good
      case .refused: .grave
      case nil: .warn
      }
    return Register.Cell("", tags: [Register.Tag(words: words, look: look)])
  }
}
