import SyncCore

/// Writes lines again under another replica, with every name of a line written again replaced by its new one.
struct Renaming {
  let old: ReplicaID
  let new: ReplicaID
  /// The seqs of the old replica's lines that keep their names, by stream, ascending.
  let answered: [StreamID: [Int]]
  private var names: [ChangeID: ChangeID] = [:]
  private var written: [StreamID: [(was: Int, now: Int)]] = [:]

  init(old: ReplicaID, new: ReplicaID, answered: [StreamID: [Int]]) {
    self.old = old
    self.new = new
    self.answered = answered
  }

  /// Remembers a line written again.
  mutating func note(_ was: ChangeID, as now: ChangeID, in stream: StreamID) {
    names[was] = now
    written[stream, default: []].append((was.seq, now.seq))
  }

  /// The line to write instead of another.
  ///
  /// `was` is left out where it would not fit: without it the new line is never longer than the old one.
  func line(_ line: ChangeLine, seq: Int, salt: String) throws(ChangeFault) -> ChangeLine {
    let operations = line.change.operations.map { renamed($0, in: line.change.stream) }
    func change(was: ChangeID?) -> Change {
      Change(
        id: ChangeID(replica: new, seq: seq), salt: salt, time: line.change.time, by: line.change.by,
        stream: line.change.stream, operations: operations, was: was)
    }
    do {
      return try ChangeLine(printing: change(was: line.id))
    } catch .lineTooLong {
      return try ChangeLine(printing: change(was: nil))
    }
  }

  private func renamed(_ operation: Operation, in stream: StreamID) -> Operation {
    switch operation {
    case .set(let field, let on, let to, let over, let motive):
      .set(field, on: on, to: to, over: renamed(over), motive: motive)
    case .remove(let field, let on, let value, let over): .remove(field, on: on, value: value, over: renamed(over))
    case .append(let field, let on, let value, let answers):
      .append(field, on: on, value: value, answers: answers.map { names[$0] ?? $0 })
    case .delete(let on, let seen, let over): .delete(on, seen: renamed(seen, in: stream), over: renamed(over))
    case .restore(let on, let over): .restore(on, over: renamed(over))
    case .request(let act, let on, let seen): .request(act, on: on, seen: renamed(seen, in: stream))
    case .add, .rule, .state, .freeze, .thaw, .lapse, .erase, .unknown: operation
    }
  }

  private func renamed(_ ids: [ChangeID]) -> [ChangeID] { ids.map { names[$0] ?? $0 }.sorted() }

  private func renamed(_ seen: SeenVector, in stream: StreamID) -> SeenVector {
    guard let last = seen.last[old] else { return seen }
    var table = seen.last
    table[old] = answered[stream]?.last { $0 <= last } ?? 0
    table[new] = written[stream]?.last { $0.was <= last }?.now ?? 0
    return SeenVector(table)
  }
}
