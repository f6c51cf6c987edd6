import AuditSchema
import SyncCore

/// The state recorded, as expectations on the device it was recorded from.
struct RecordedState {
  private(set) var lines: [String] = []

  init(of folds: [StreamFold], device: String, values: inout RecordedValues) {
    for fold in folds {
      for id in fold.entities.keys.sorted() {
        guard let view = fold.entity(id, schema: AuditSchema.current) else { continue }
        let place = "device: \(device), stream: \(fold.stream), entity: \(id)"
        switch view.life {
        case .standing: break
        case .deleted: lines.append("- expect: {\(place), life: deleted}")
        case .disputed: lines.append("- expect: {\(place), life: disputed}")
        }
        for (field, shown) in view.fields.sorted(by: { $0.key < $1.key }) {
          var words = Self.isTied(shown) ? [] : ["shown: \(values.words(shown: shown.shown, of: field, on: id))"]
          let conflict = shown.conflict?.values.map { values.words($0, of: field, on: id) }
          words.append("conflict: " + (conflict.map { "[\($0.joined(separator: ", "))]" } ?? "none"))
          if !shown.late.isEmpty { words.append("late: \(shown.late.count)") }
          if shown.isUnread { words.append("unread: true") }
          lines.append(
            "- expect: {\(place), field: \(YAMLText.quoted(field.description)), \(words.joined(separator: ", "))}")
        }
      }
    }
  }

  /// Whether two writes claim the same moment: which is shown first then goes by the names of the devices, which the
  /// replay draws anew.
  private static func isTied(_ view: FieldView) -> Bool {
    let times = view.heads.map(\.time) + view.entries.map(\.time)
    return Set(times).count < times.count
  }
}
