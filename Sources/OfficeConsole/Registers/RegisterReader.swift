import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// Reads the registers of one stream; each register stands in a file of its own.
struct RegisterReader {
  let wording: FactWording
  /// The automatic effects that are due and that the server has not written yet.
  let announced: [AutomaticEffect]
  /// What the rules look at; nil for the directory.
  var context: ActContext?

  var fold: StreamFold { wording.fold }
  var titles: Titles { Titles(phrasing: wording.phrasing) }

  func say(_ fr: String, _ en: String) -> String { wording.say(fr, en) }

  func say(_ words: LocalizedText) -> String { wording.say(words) }

  /// Every register of a dossier, in the order they are read.
  var all: [Register] {
    [
      certificate, mail, contracts, nonConformities, decisions, declarations, lapses, corrections, complaints, billing,
      subcontracts, unpaid,
    ]
  }

  /// A table of the entities of one type, one column for each field, the latest by the first day among them first.
  func table(
    _ anchor: String, of type: String, title: String, caption: String, columns: [FieldName],
    lines: [FieldName] = []
  ) -> Register {
    let entities = fold.standing(ofType: type).map { entity in (entity, day(of: entity, columns)) }
      .sorted { ($0.1, $0.0) > ($1.1, $1.0) }.map(\.0)
    return Register(
      anchor: anchor, title: title, caption: caption, columns: columns.map { label($0, in: type) },
      rows: entities.map { entity in
        var cells = columns.map { cell($0, of: entity) }
        cells[0].lines += lines.compactMap { field in
          wording.fact(field, of: entity).map {
            say("\(label(field, in: type)) : \($0)", "\(label(field, in: type)): \($0)")
          }
        }
        return Register.Row(entity: entity, cells: cells)
      })
  }

  /// What a field shows, with a mark where people disagree.
  func cell(_ field: FieldName, of entity: EntityID) -> Register.Cell {
    Register.Cell(wording.fact(field, of: entity), tags: wording.isDisputed(field, of: entity) ? [disputed] : [])
  }

  var disputed: Register.Tag { Register.Tag(words: say("divergence", "divergence"), look: .warn) }

  /// What a field is called, as the head of a column.
  func label(_ field: FieldName, in type: String) -> String {
    let words = AuditSchema.current.rule(of: field, in: type)?.words.text(in: wording.phrasing.language)
    let text = words ?? field.description
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func day(of entity: EntityID, _ columns: [FieldName]) -> String {
    columns.lazy.compactMap { field in
      FactView(field, of: entity, in: fold).value?.text.flatMap { CivilDate($0)?.description }
    }.first ?? ""
  }
}
