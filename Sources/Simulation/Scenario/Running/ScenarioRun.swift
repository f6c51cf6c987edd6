import AuditDesk
import AuditModel
import FieldClient
import ReplicaStore
import SyncCore
import WorkingDays

/// One run of a scenario on one stage: what has happened so far, and what came of the demands.
struct ScenarioRun {
  /// A capture by its name.
  struct NamedChange {
    var id: ChangeID
    var device: String
    var stream: StreamID
  }

  let scenario: Scenario
  let stage: any ScenarioStage
  private(set) var devices: [String: SimulatedDevice] = [:]
  private var offline: Set<String> = []
  private var skews: [String: Int64] = [:]
  var changes: [String: NamedChange] = [:]
  private(set) var outcomes: [ScenarioOutcome] = []
  /// Whether every step was played.
  private(set) var isWhole = false

  init(_ scenario: Scenario, stage: any ScenarioStage) {
    self.scenario = scenario
    self.stage = stage
  }

  /// The devices that have joined, by name.
  var joined: [String] { devices.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// Sets the scene and plays steps until one cannot be played, which is an outcome too.
  mutating func play(_ steps: [ScenarioStep]) async {
    var line = 1
    do {
      try await stage.enter(scenario.people)
      for device in scenario.devices where !device.joinsLater { try await join(device) }
      for step in steps {
        line = step.line
        try await play(step)
      }
      isWhole = true
    } catch {
      record(line, "the step can be played", expected: "a step that goes through", got: StepFailure.words(error))
    }
  }

  /// Notes a demand; it holds when nothing else was got.
  mutating func record(_ line: Int, _ title: String, expected: String = "", got: String?) {
    outcomes.append(
      ScenarioOutcome(
        line: line, title: title, failure: got.map { ScenarioOutcome.Failure(expected: expected, got: $0) }))
  }

  func device(_ name: String) throws -> SimulatedDevice {
    guard let device = devices[name] else { throw StageFault("\(name) has not joined yet") }
    return device
  }

  private mutating func play(_ step: ScenarioStep) async throws {
    switch step.action {
    case .network(let names, let isUp):
      if isUp { offline.subtract(names) } else { offline.formUnion(names) }
    case .capture(let capture): try write(capture, line: step.line)
    case .sync(let sync):
      for name in sync.devices { try await self.sync(name, sync, line: step.line) }
    case .clock(let name, let skew):
      skews[name] = skew
      try device(name).setSkew(milliseconds: skew)
    case .wait(let milliseconds): stage.clock.advance(milliseconds: milliseconds)
    case .until(let day):
      let seven = day.startInParis.millisecondsSince1970 + 9 * 3_600_000
      try await stage.setClock(milliseconds: max(seven, stage.clock.now()))
    case .fill(let filling): try fill(filling)
    case .restart(let name): try device(name).restart()
    case .restartServer: try await stage.restartServer()
    case .backUpServer: try await stage.backUpServer()
    case .restoreServer: try await stage.restoreServer()
    case .endRecovery: try await stage.endRecovery()
    case .clone(let original, let name):
      devices[name] = try await stage.clone(try device(original), as: name)
      skews[name] = skews[original]
    case .join(let name):
      guard let device = scenario.devices.first(where: { $0.name == name }) else { return }
      try await join(device)
    case .assign(let person, let streams): try await stage.assign(person, streams)
    case .handover(let handover): try handOver(handover, line: step.line)
    case .expect(let expectation): try await check(expectation, line: step.line)
    case .eitherOrder(let first, let second):
      for inner in first + second { try await play(inner) }
    }
  }

  /// A device joins and receives what its person sees.
  private mutating func join(_ declared: Scenario.Device) async throws {
    let device = try await stage.join(declared)
    devices[declared.name] = device
    let report = try await device.sync()
    guard report.isComplete else {
      throw StageFault("the first sync of \(declared.name) ended \(report.end.code): \(report.end.english)")
    }
  }

  // MARK: captures

  private mutating func write(_ capture: ScenarioCapture, line: Int) throws {
    let device = try device(capture.device)
    let skew = skews[capture.device] ?? 0
    if let at = capture.at { device.setSkew(milliseconds: at - stage.clock.now()) }
    defer {
      device.setSkew(milliseconds: skew)
      // Writing takes a second, so that two captures of one clock stand in their order.
      stage.clock.advance(milliseconds: 1_000)
    }
    do {
      let builder = try CaptureBuilder(run: self, capture: capture)
      if capture.looks { try builder.look(on: device) }
      let written = try device.capture(capture.stream, builder.operations)
      if let code = capture.fails {
        record(line, "\(capture.device) refuses the capture", expected: code, got: "saved")
      }
      guard let name = capture.name, let written else { return }
      changes[name] = NamedChange(id: written.id, device: capture.device, stream: capture.stream)
    } catch let error as ReplicaStoreError {
      guard let code = capture.fails else { throw error }
      record(
        line, "\(capture.device) refuses the capture", expected: code, got: error.code == code ? nil : error.code)
    }
  }

  private mutating func fill(_ filling: ScenarioFilling) throws {
    let device = try device(filling.device)
    let form = ActForm.required(filling.form)
    let given = try filling.given.mapValues { try $0.map { try Self.text(resolve($0)) } }
    let answers: ActAnswers
    do throws(ActInputFault) { answers = try form.answers(to: given) } catch { throw StageFault(error.sentence.en) }
    defer { stage.clock.advance(milliseconds: 1_000) }
    guard let written = try device.capture(filling.stream, { form.steps($0, on: filling.entity, answers) }),
      let name = filling.name
    else { return }
    changes[name] = NamedChange(id: written.id, device: filling.device, stream: filling.stream)
  }

  /// What a person types for a value.
  private static func text(_ value: JSONValue) throws -> String {
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .bool(let truth): return truth ? "yes" : "no"
    default: throw StageFault("a form takes texts, numbers, true and false")
    }
  }

  // MARK: syncs and hand-overs

  private mutating func sync(_ name: String, _ sync: ScenarioSync, line: Int) async throws {
    let device = try device(name)
    let (base, faults, isOffline) = (device.link.requestsSent, sync.faults, offline.contains(name))
    device.link.plan { number, _ in
      if isOffline { return .offline }
      let place = number - base - 1
      return faults.indices.contains(place) ? faults[place] : nil
    }
    let before = try device.store.outbox().count
    let report = try await device.sync()
    device.link.plan { _, _ in nil }
    if let new = report.newReplica {
      let names = Dictionary(new.reissued.map { ($0.was, $0.now) }, uniquingKeysWith: { _, last in last })
      for (key, change) in changes where change.device == name {
        if let now = names[change.id] { changes[key]?.id = now }
      }
    }
    let end = sync.end ?? (isOffline ? "offline" : "complete")
    record(
      line, "the sync of \(name) ends \(end)", expected: end,
      got: report.end.code == end ? nil : "\(report.end.code): \(report.end.english)")
    if isOffline {
      record(
        line, "\(name) keeps its work while offline", expected: "\(before) in the outbox",
        got: report.outbox == before ? nil : String(report.outbox))
    }
    if let codes = sync.refused {
      let got = report.refused.map(\.code).sorted()
      record(
        line, "\(name) is refused \(codes.isEmpty ? "nothing" : codes.joined(separator: ", "))",
        expected: codes.sorted().joined(separator: ", "), got: got == codes.sorted() ? nil : got.joined(separator: ", ")
      )
    }
    if let becomes = sync.becomesNew {
      record(
        line, becomes ? "\(name) goes on as a new replica" : "\(name) stays the replica it is",
        expected: String(becomes), got: (report.newReplica != nil) == becomes ? nil : String(!becomes))
    }
    if let received = sync.received {
      record(
        line, "\(name) receives \(received)", expected: String(received),
        got: report.received == received ? nil : String(report.received))
    }
  }

  private mutating func handOver(_ handover: ScenarioHandover, line: Int) throws {
    let (from, to) = (try device(handover.from), try device(handover.to))
    let title = "\(handover.to) reads what \(handover.from) hands over"
    do {
      let file = try Handover.write(handover.streams, of: from.store, written: from.now())
      let report = try Handover.read(file, into: to.store, deviceKeys: try to.store.sealKeys())
      if let code = handover.refused {
        record(line, title, expected: code, got: "taken")
      } else if let taken = handover.taken {
        record(line, title, expected: "\(taken) new", got: report.taken == taken ? nil : "\(report.taken) new")
      } else {
        record(line, title, got: nil)
      }
    } catch let refusal as HandoverRefusal {
      record(
        line, title, expected: handover.refused ?? "taken",
        got: refusal.code == handover.refused ? nil : "\(refusal.code): \(refusal.english)")
    }
  }

  // MARK: the end

  /// The state of every stream on every device, by `device stream`.
  func stateDigests() throws -> [String: Digest] {
    var digests: [String: Digest] = [:]
    for (name, device) in devices {
      for stream in try device.store.streams() where scenario.streams.contains(stream) {
        digests["\(name) \(stream)"] = try ScenarioView.stateDigest(of: stream, on: device)
      }
    }
    return digests
  }

  /// Closes the devices' files.
  func close() throws {
    for device in devices.values { try device.close() }
  }
}
