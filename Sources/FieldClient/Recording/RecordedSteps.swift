import ReplicaStore
import SyncCore
import SyncProtocol
import WorkingDays

/// The steps of a recording: each change a capture, each change of hands a sync.
struct RecordedSteps {
  private let names: RecordedNames
  private(set) var lines: [String] = []
  private(set) var captures = 0
  private(set) var leftOut = 0
  /// How each line told is called in the file.
  private var references: [ChangeID: String] = [:]
  private var told: [StreamID: [ReplicaID: [Int]]] = [:]
  private var unsynced: String?
  private var refusals: [String] = []
  private var clock: Int64?
  private var isEnded = false
  private var handedOver: [(device: String, stream: StreamID)] = []

  /// Refusals that rest on the line and the people alone, so that the replay is refused too.
  private static let repeatable: Set<String> = [
    RefusalCode.notWriter.code, RefusalCode.notSettler.code, RefusalCode.wrongKind.code,
  ]

  init(names: RecordedNames) { self.names = names }

  /// Tells one line.
  mutating func tell(_ item: RecordedLine, _ values: inout RecordedValues) {
    let change = item.change
    if change.by == .server {
      for case .rule(let ruling) in change.operations {
        guard let request = references[ruling.request] else { continue }
        note(change, as: "{ruling-of: \(request)}")
      }
      return
    }
    guard let device = names.devices[item.id.replica] else { return leaveOut(item, "its device is not known") }
    if let code = item.refusal, !Self.repeatable.contains(code) { return leaveOut(item, "it was refused \(code)") }
    if item.isPending { settleAccounts() }
    wait(until: item.received)
    if let waiting = unsynced, waiting != device { sync(waiting) }
    captures += 1
    let name = "w\(captures)"
    guard let groups = groups(change, &values) else {
      captures -= 1
      return leaveOut(item, "it holds a step of a newer version")
    }
    let instant = Instant(clampingMillisecondsSince1970: change.time)
    lines.append(
      "- {capture: \(device), stream: \(change.stream), at: \"\(instant)\", look: false, as: \(name), ops: [")
    lines.append(groups.map { "    \($0)" }.joined(separator: ",\n") + "]}")
    note(change, as: name)
    if let code = item.refusal { refusals.append("- expect: {refused: {of: \(name), code: \(code)}}") }
    if item.isPending {
      if device != names.own { handedOver.append((device, change.stream)) }
      return
    }
    unsynced = device
    let asks = change.operations.contains { if case .request = $0 { true } else { false } }
    // What comes next may rest on the ruling.
    if asks { sync(device) }
  }

  /// Everything is told.
  mutating func end() {
    settleAccounts()
    var seen: Set<String> = []
    for (device, stream) in handedOver where seen.insert("\(device) \(stream)").inserted {
      lines.append("- {handover: {from: \(device), to: \(names.own), streams: \(stream)}}")
    }
    lines += refusals
  }

  /// What the server had placed is synced before what it had not is written.
  private mutating func settleAccounts() {
    if isEnded { return }
    isEnded = true
    if let waiting = unsynced { sync(waiting) }
    lines.append("- sync: all")
    lines.append("- sync: all")
  }

  private mutating func sync(_ device: String) {
    lines.append("- sync: \(device)")
    unsynced = nil
  }

  private mutating func wait(until received: Int64?) {
    guard let received else { return }
    if let clock, received - clock > 3_600_000 {
      if let waiting = unsynced { sync(waiting) }
      lines.append("- wait: \((received - clock) / 3_600_000) hours")
    }
    clock = max(clock ?? received, received)
  }

  private mutating func leaveOut(_ item: RecordedLine, _ reason: String) {
    leftOut += 1
    lines.append("# A change of \(names.devices[item.id.replica] ?? "a device") is left out: \(reason).")
  }

  private mutating func note(_ change: Change, as reference: String) {
    references[change.id] = reference
    told[change.stream, default: [:]][change.id.replica, default: []].append(change.id.seq)
  }

  // MARK: operations

  /// The operations of a change, one group each; nil when one cannot be told.
  private func groups(_ change: Change, _ values: inout RecordedValues) -> [String]? {
    var groups: [String] = []
    for operation in change.operations {
      guard let entity = operation.entity, let words = words(operation, entity, change, &values) else { return nil }
      groups.append("{entity: \(entity), \(words)}")
    }
    return groups
  }

  private func words(
    _ operation: Operation, _ entity: EntityID, _ change: Change, _ values: inout RecordedValues
  ) -> String? {
    switch operation {
    case .set(let field, _, let value, let over, let motive):
      let words = "{\(quoted(field)): \(values.words(value, of: field, on: entity))}, over: \(list(over))"
      return motive.map { "settle: \(words), motive: \(values.words(motive: $0))" } ?? "set: \(words)"
    case .add(let field, _, let value): return "add: {\(quoted(field)): \(values.words(value, of: field, on: entity))}"
    case .remove(let field, _, let value, let over):
      return "remove: {\(quoted(field)): \(values.words(value, of: field, on: entity))}, over: \(list(over))"
    case .append(let field, _, let value, let answers):
      let words = "append: {\(quoted(field)): \(values.words(value, of: field, on: entity))}"
      return words + (answers.flatMap { references[$0] }.map { ", answers: \($0)" } ?? "")
    case .delete(_, let seen, let over):
      return "delete: true, seen: \(list(seen, in: change)), over: \(list(over))"
    case .restore(_, let over): return "restore: true, over: \(list(over))"
    case .request(let act, _, let seen): return "request: \(act), seen: \(list(seen, in: change))"
    case .rule, .state, .freeze, .thaw, .lapse, .erase, .unknown: return nil
    }
  }

  private func quoted(_ field: FieldName) -> String { YAMLText.quoted(field.description) }

  private func list(_ over: [ChangeID]) -> String {
    "[\(over.compactMap { references[$0] }.joined(separator: ", "))]"
  }

  /// The last change told of each replica within what was seen.
  private func list(_ seen: SeenVector, in change: Change) -> String {
    let last = seen.last.sorted { $0.key < $1.key }.compactMap { replica, seq in
      told[change.stream]?[replica]?.filter { $0 <= seq }.max().map { ChangeID(replica: replica, seq: $0) }
    }
    return list(last)
  }
}
