import ReplicaStore
import SyncCore
import SyncProtocol
import WorkingDays

/// The steps of a recording: each change a capture, each change of hands a sync.
struct RecordedSteps {
  private let names: RecordedNames
  /// The values as they were told so far.
  private(set) var values: RecordedValues
  /// The file as far as it is written.
  private(set) var file: ScenarioWriter
  private(set) var captures = 0
  private(set) var leftOut = 0
  /// How each line told is called in the file.
  private var references: [ChangeID: String] = [:]
  private var told: [StreamID: [ReplicaID: [Int]]] = [:]
  private var unsynced: String?
  private var refusals: [(name: String, code: String)] = []
  private var clock: Int64?
  private var isEnded = false
  private var handedOver: [(device: String, stream: StreamID)] = []

  /// Refusals that rest on the line and the people alone, so that the replay is refused too.
  private static let repeatable: Set<String> = [
    RefusalCode.notWriter.code, RefusalCode.notSettler.code, RefusalCode.wrongKind.code,
  ]

  /// - Parameter file: with its head.
  init(names: RecordedNames, values: RecordedValues, file: ScenarioWriter) {
    self.names = names
    self.values = values
    self.file = file
  }

  /// Tells one line.
  mutating func tell(_ item: RecordedLine) {
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
    guard let groups = groups(change) else { return leaveOut(item, "it holds a step of a newer version") }
    captures += 1
    let name = "w\(captures)"
    file.capture(
      device, in: change.stream, looks: false, at: Instant(clampingMillisecondsSince1970: change.time), as: name, groups
    )
    note(change, as: name)
    if let code = item.refusal { refusals.append((name, code)) }
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
      file.handOver(from: device, to: names.own, stream: stream)
    }
    for refusal in refusals {
      let demand: [ScenarioYAML.Member] = [("of", .word(refusal.name)), ("code", .word(refusal.code))]
      file.step(("expect", .map([("refused", .map(demand))])))
    }
  }

  /// What the server had placed is synced before what it had not is written.
  private mutating func settleAccounts() {
    if isEnded { return }
    isEnded = true
    if let waiting = unsynced { sync(waiting) }
    for _ in 0..<2 { file.sync("all") }
  }

  private mutating func sync(_ device: String) {
    file.sync(device)
    unsynced = nil
  }

  private mutating func wait(until received: Int64?) {
    guard let received else { return }
    if let clock, received - clock > 3_600_000 {
      if let waiting = unsynced { sync(waiting) }
      file.step(("wait", .word("\((received - clock) / 3_600_000) hours")))
    }
    clock = max(clock ?? received, received)
  }

  private mutating func leaveOut(_ item: RecordedLine, _ reason: String) {
    leftOut += 1
    file.comment("A change of \(names.devices[item.id.replica] ?? "a device") is left out: \(reason).")
  }

  private mutating func note(_ change: Change, as reference: String) {
    references[change.id] = reference
    told[change.stream, default: [:]][change.id.replica, default: []].append(change.id.seq)
  }
}

extension RecordedSteps: OperationTeller {
  mutating func value(_ value: JSONValue, of field: FieldName, on entity: EntityID) -> ScenarioYAML {
    values.told(value, of: field, on: entity)
  }

  mutating func motive(_ motive: String) -> ScenarioYAML { values.told(motive: motive) }

  func over(_ changes: [ChangeID]) -> ScenarioYAML? { .words(changes.compactMap { references[$0] }) }

  /// The last change told of each replica within what was seen.
  func seen(_ seen: SeenVector, in stream: StreamID) -> ScenarioYAML? {
    let last = seen.last.sorted { $0.key < $1.key }.compactMap { replica, seq in
      told[stream]?[replica]?.filter { $0 <= seq }.max().map { ChangeID(replica: replica, seq: $0) }
    }
    return over(last)
  }

  func answered(_ entry: ChangeID) -> ScenarioYAML? { references[entry].map { .word($0) } }
}
