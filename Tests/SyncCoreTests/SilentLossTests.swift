import SyncCore
import TestSupport
import Testing

/// L3 said of every write by itself, without a second merge: what nobody names in `over` stays in sight.
struct SilentLossTests {
  /// The writes of a contested, cautious or text field that are neither shown, nor an alternative, nor listed late,
  /// though no other counted write names them.
  private static func lost(in fold: StreamFold) -> [String] {
    var lost: [String] = []
    for (id, record) in fold.entities {
      for (name, history) in record.fields {
        guard let view = fold.field(name, of: id, schema: OneOfEach.table) else {
          lost.append("\(id) \(name): no view")
          continue
        }
        switch view.kind {
        case .contested, .cautious, .text: break
        default: continue
        }
        let frozen = fold.entity(id, schema: OneOfEach.table)?.frozenAt
        let isCounted: (Write) -> Bool = { frozen?.contains($0.id) ?? true }
        let named = Set(
          history.writes.values.filter(isCounted).flatMap { write in write.over.filter { $0 != write.id } })
        for write in history.writes.values {
          let isInSight =
            isCounted(write)
            ? named.contains(write.id) || view.isUnread && view.heads.contains(write)
              || view.heads.contains(write)
                && ((view.shown ?? .null) == write.value || view.conflict?.values.contains(write.value) == true)
            : view.late.contains(write)
          if !isInSight { lost.append("\(id) \(name): \(write.id)") }
        }
      }
    }
    return lost
  }

  @Test(arguments: (31...38).map { UInt64($0) })
  func `L3 every write nobody settled is shown, kept as an alternative or listed late, in every drawn history`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try DrawnHistory.changes(400, using: &generator)
    let fold = try Samples.fold(history)
    let lost = Self.lost(in: fold)
    if !lost.isEmpty {
      let least = try WorldShrinker.minimal(history) { !Self.lost(in: try Samples.fold($0)).isEmpty }
      Issue.record("seed \(seed): \(lost)\n\(WorldShrinker.lines(least))")
    }
    #expect(!fold.conflicts(schema: OneOfEach.table).isEmpty && !fold.lateWrites(schema: OneOfEach.table).isEmpty)
  }
}
