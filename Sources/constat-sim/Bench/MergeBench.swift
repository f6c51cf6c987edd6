import SyncCore

/// The merge in memory (DESIGN §13): two replicas, 100,000 register writes each on the same 10,000 fields.
///
/// *Merge*: replica A holds a fold of its own writes (made before, untimed, as every peer's document holds its own
/// edits); timed is the taking in of B's 100,000 changes, already parsed, and then the view of each of the 10,000
/// fields: its heads, the value shown, the conflict with its base. *From empty*: the same end from no fold at all, all
/// 200,000 changes timed. *Beside them*: the same writes put into a bare dictionary from entity and field to the value and
/// its writer, the last one staying: no merge, no history, no conflict. Every field ends in a conflict of two, so no view is the cheap one. *Bytes a write*: what the
/// process grows by while a fold of all 200,000 is made of changes dropped as soon as they are taken in.
struct MergeBench: BenchSection {
  static let name = "merge"

  var writes = 100_000
  var fields = 10_000

  func rows(runs: Int) throws -> [BenchRow] {
    // Memory first: what later runs free would hide growth.
    let grown = try residentBytesOfAFold()
    let world = try MergeWorld(writes: writes, fields: fields)
    var (merges, views, fromEmpty): ([Double], [Double], [Double]) = ([], [], [])
    var (seconds, wholes): ([Double], [Double]) = ([], [])
    for _ in 0..<runs {
      var fold = StreamFold(stream: world.stream)
      for change in world.first { fold.apply(change) }
      let merge = Stopwatch.time { for change in world.second { fold.apply(change) } }.milliseconds
      let view = Stopwatch.time { conflicts(of: fold, in: world) }
      precondition(view.result == fields, "\(view.result) fields in conflict, not \(fields)")
      merges.append(merge + view.milliseconds)
      views.append(view.milliseconds)
      let whole = Stopwatch.time {
        var fold = StreamFold(stream: world.stream)
        for change in world.first { fold.apply(change) }
        for change in world.second { fold.apply(change) }
        return conflicts(of: fold, in: world)
      }
      fromEmpty.append(whole.milliseconds)
      var table = LastWrites()
      let first = Stopwatch.time { for change in world.first { table.take(change) } }.milliseconds
      let second = Stopwatch.time { for change in world.second { table.take(change) } }.milliseconds
      precondition(table.count == fields, "\(table.count) fields in the dictionary, not \(fields)")
      seconds.append(second)
      wholes.append(first + second)
    }
    let second = BenchRow("a dictionary that takes the second \(writes) writes", seconds, .milliseconds)
    let whole = BenchRow("a dictionary that takes all \(2 * writes) writes", wholes, .milliseconds)
    return [
      second,
      BenchRow(
        "merge of 2 x \(writes) writes on \(fields) fields", merges, .milliseconds, floor: 200, aim: 71, beside: second,
        remark: "Loro 71 ms, Yjs (yrs) 123 ms, Automerge 483 ms"),
      BenchRow("of it: the views of \(fields) fields in conflict", views, .milliseconds),
      whole,
      BenchRow("fold of all \(2 * writes) writes from empty", fromEmpty, .milliseconds, beside: whole),
      BenchRow("memory of the fold, a write", [Double(grown / (2 * writes))], .bytes),
    ]
  }

  private func conflicts(of fold: StreamFold, in world: MergeWorld) -> Int {
    var conflicts = 0
    for entity in world.entities {
      for field in world.fields {
        guard let view = fold.field(field, of: entity, schema: ContestedTable()) else { continue }
        if view.shown != nil && view.heads.count == 2 && view.conflict != nil { conflicts += 1 }
      }
    }
    return conflicts
  }

  private func residentBytesOfAFold() throws -> Int {
    let world = try MergeWorld(writes: 1, fields: fields)
    var fold = StreamFold(stream: world.stream)
    let before = ResidentMemory.bytes
    for replica in 1...2 as ClosedRange<UInt64> {
      var writes = MergeWorld.Writes(by: replica, on: world.entities, world.fields, world.stream)
      for _ in 0..<self.writes { fold.apply(try writes.next()) }
    }
    let after = ResidentMemory.bytes
    precondition(fold.entities.count == world.entities.count)
    return max(0, after - before)
  }
}

/// The least that could be kept of writes: of each field the last one taken in.
private struct LastWrites {
  private struct Place: Hashable {
    let entity: EntityID
    let field: FieldName
  }

  private var values: [Place: (value: JSONValue, by: ChangeID)] = [:]
  var count: Int { values.count }

  mutating func take(_ change: Change) {
    for case .set(let field, let entity, let value, _, _) in change.operations {
      values[Place(entity: entity, field: field)] = (value, change.id)
    }
  }
}
