import ReplicaStore
import SyncCore

/// A line with its place in the telling.
struct RecordedLine {
  let line: StoredLine
  /// Its place among the lines of its stream as they arrived here.
  let arrival: Int

  var change: Change { line.line.change }
  var id: ChangeID { line.line.id }
  var entities: [EntityID] { change.operations.compactMap(\.entity) }

  var position: Int? { if case .accepted(let position, _) = line.standing { position } else { nil } }
  var received: Int64? { if case .accepted(_, let received) = line.standing { received } else { nil } }
  var refusal: String? { if case .refused(let code, _) = line.standing { code } else { nil } }
  var isPending: Bool { line.standing == .pending }

  /// The order of the server's log; a refused line right after what its device wrote before, pending lines last, those
  /// handed over before the device's own.
  static func ordered(_ lines: [RecordedLine]) -> [RecordedLine] {
    let own = lines.filter { $0.line.isOwn && $0.position != nil }
    func place(_ item: RecordedLine) -> (Int, Int, Int) {
      if let position = item.position { return (position, 0, 0) }
      if item.refusal != nil {
        let before = own.filter { $0.id.replica == item.id.replica && $0.id.seq < item.id.seq }.compactMap(\.position)
        return (before.max() ?? 0, 1, item.id.seq)
      }
      return item.line.isOwn ? (Int.max, 1, item.id.seq) : (Int.max, 0, item.arrival)
    }
    return lines.map { ($0, place($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// The server's clock when the telling begins, as far as the lines say.
  static func start(_ lines: [RecordedLine]) -> Int64 {
    lines.compactMap(\.received).min() ?? lines.map(\.change.time).min() ?? 0
  }
}
