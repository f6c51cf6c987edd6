import AuditSchema
import SyncCore

/// The state recorded, as expectations on the device it was recorded from.
struct RecordedState {
  private let device: String
  /// How many expectations were told.
  private(set) var expectations = 0

  init(of device: String) { self.device = device }

  /// Tells one stream.
  mutating func tell(_ fold: StreamFold, _ values: inout RecordedValues, in file: inout ScenarioWriter) {
    for id in fold.entities.keys.sorted() {
      guard let view = fold.entity(id, schema: AuditSchema.current) else { continue }
      let place: [ScenarioYAML.Member] = [
        ("device", .word(device)), ("stream", .word(fold.stream.description)), ("entity", .word(id.description)),
      ]
      switch view.life {
      case .standing: break
      case .deleted: expect(place + [("life", .word("deleted"))], in: &file)
      case .disputed: expect(place + [("life", .word("disputed"))], in: &file)
      }
      for (field, shown) in view.fields.sorted(by: { $0.key < $1.key }) {
        var demand = place + [("field", .text(field.description))]
        if !Self.isTied(shown) { demand.append(("shown", values.told(shown.shown ?? .null, of: field, on: id))) }
        let conflict = shown.conflict?.values.map { values.told($0, of: field, on: id) }
        demand.append(("conflict", conflict.map { .list($0) } ?? .word("none")))
        if !shown.late.isEmpty { demand.append(("late", .word(String(shown.late.count)))) }
        if shown.isUnread { demand.append(("unread", .word("true"))) }
        expect(demand, in: &file)
      }
    }
  }

  private mutating func expect(_ demand: [ScenarioYAML.Member], in file: inout ScenarioWriter) {
    expectations += 1
    file.step(("expect", .map(demand)))
  }

  /// Whether two writes claim the same moment: which is shown first then goes by the names of the devices, which the
  /// replay draws anew.
  private static func isTied(_ view: FieldView) -> Bool {
    let times = view.heads.map(\.time) + view.entries.map(\.time)
    return Set(times).count < times.count
  }
}
