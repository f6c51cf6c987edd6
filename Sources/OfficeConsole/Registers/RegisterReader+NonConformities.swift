import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Non-conformities of this audit and earlier ones, with where each stands and until when.
extension RegisterReader {
  var nonConformities: Register {
    let lines = (context.map { NonConformityLine.all(in: $0) } ?? [])
      .map { (line: $0, raised: wording.text("raisedOn", of: $0.facts.entity) ?? "") }
      .sorted {
        ($0.raised, $1.line.facts.indicator?.number ?? 0, $0.line.facts.entity)
          > ($1.raised, $0.line.facts.indicator?.number ?? 0, $1.line.facts.entity)
      }
    return Register(
      anchor: "nonconformities", title: say("Non-conformités", "Non-conformities"),
      caption: say(
        "Relevées par les audits de ce dossier et les précédents",
        "Raised by the audits of this dossier and earlier ones"),
      columns: [
        say("Indicateur", "Indicator"), say("Gravité", "Grade"), say("État", "State"), say("Relevée le", "Raised on"),
        say("Preuves attendues pour le", "Evidence due on"),
      ], rows: lines.map { row($0.line) })
  }

  private func row(_ line: NonConformityLine) -> Register.Row {
    let (id, facts) = (line.facts.entity, line.facts)
    let number = facts.indicator.map { Int64($0.number) } ?? wording.number("indicator", of: id)
    return Register.Row(
      entity: id,
      cells: [
        Register.Cell(
          number.map(indicator) ?? say(line.subject), tags: wording.isDisputed("indicator", of: id) ? [disputed] : [],
          lines: ["note", "plan"].compactMap { wording.fact($0, of: id) }),
        Register.Cell(say(line.grade), tags: wording.isDisputed("grade", of: id) ? [disputed] : []),
        Register.Cell(
          say(facts.state.words), tags: line.marks.map { Register.Tag(words: say($0.words), look: .warn) }),
        cell("raisedOn", of: id), due(line),
      ])
  }

  /// The last day for evidence, how long it is still, and whether it is over.
  private func due(_ line: NonConformityLine) -> Register.Cell {
    guard let due = line.facts.due, line.facts.state.isOpen, let today = context?.today else {
      return Register.Cell(nil)
    }
    let tags = line.delay(on: today).map {
      [Register.Tag(words: say($0), look: due < today ? .grave : .plain)]
    }
    return Register.Cell(wording.phrasing.day(due), tags: tags ?? [])
  }

  private func indicator(_ number: Int64) -> String {
    let label = QualiopiIndicator(Int(clamping: number))?.info.label.text(in: wording.phrasing.language)
    return "\(number)" + (label.map { " — \($0)" } ?? "")
  }
}
