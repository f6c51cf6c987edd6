import AuditModel
import AuditDesk
import FieldClient
import SyncCore

/// A plan written down as a scenario, with the values its captures turned out to write.
struct ScenarioText {
  let text: String

  init(plan: ExplorePlan, outcome: ExploreRun.Outcome) {
    var file = ScenarioWriter(
      title: "Seed \(plan.seed)",
      comments: [
        "Found by `constat-sim explore --seeds 1 --seed \(plan.seed)`, steps left out that do not matter.",
        outcome.violations.first.map(\.description) ?? "no law is broken",
      ])
    file.declare(
      people: plan.people.map { person in (person.name, Role.allCases.filter(person.roles.contains)) },
      devices: plan.devices.map { ($0.name, $0.person) })
    file.declare(dossiers: plan.assigned + [ExploreWorld.organisation, plan.unplanned])
    file.declare(assignments: plan.people.map { ($0.name, plan.assigned) })
    file.beginSteps()
    file.sync("all")
    var steps = DrawnSteps(users: outcome.users, file: file)
    for (number, step) in plan.steps.enumerated() { steps.tell(step, captured: outcome.captured[number]) }
    file = steps.file
    for _ in 0..<3 { file.sync("all") }
    file.step(("expect", .map([("outbox", .word("0"))])))
    for stream in plan.assigned {
      file.step(("expect", .map([("stream", .word(stream.description)), ("agree", .word("true"))])))
    }
    text = file.text
  }
}

/// The steps of a drawn world.
private struct DrawnSteps {
  let users: [String: UserID]
  private(set) var file: ScenarioWriter

  init(users: [String: UserID], file: ScenarioWriter) {
    self.users = users
    self.file = file
  }

  mutating func tell(_ step: ExploreStep, captured line: ChangeLine?) {
    switch step {
    case .capture(let device, let intention): capture(device, intention, line)
    case .sync(let device, let faults, let during):
      if let during { file.comment("While the next sync is under way: \(during)") }
      file.sync(device, faults: faults.map(Self.told))
    case .crash(let device, let faults):
      file.sync(device, faults: (faults + [.responseLost, .offline]).map(Self.told))
      file.step(("restart", .word(device)))
    case .kill(let device), .restart(let device): file.step(("restart", .word(device)))
    case .restartServer: file.step(("restart", .word("server")))
    case .skew(let device, let days): file.step(("clock", .word(device)), ("skew", .word("\(days) days")))
    case .wait(let hours): file.step(("wait", .word("\(hours) hours")))
    case .assign(let person, let stream):
      file.step(("assign", .word(person)), ("streams", .word(stream.description)))
    case .clone(let device, let copy): file.step(("clone", .word(device)), ("as", .word(copy)))
    case .handover(let from, let to, let stream): file.handOver(from: from, to: to, stream: stream)
    }
  }

  private static func told(_ fault: LinkFault?) -> ScenarioYAML {
    switch fault {
    case nil: .word("none")
    case .requestCut(let bytes): .map([("request-cut", .word(String(bytes)))])
    case .responseCut(let bytes): .map([("response-cut", .word(String(bytes)))])
    case let fault?: .word(fault.kind)
    }
  }

  private mutating func capture(_ device: String, _ intention: Intention, _ line: ChangeLine?) {
    guard let change = line?.change else { return file.comment("\(device) has nothing to say: \(intention)") }
    switch change.stream.family {
    case .dossier, .organisation:
      guard let groups = groups(change) else {
        return file.comment("\(device) writes what no program would: \(intention)")
      }
      file.capture(device, in: change.stream, looks: intention.looks, groups)
    case .office, .directory, .other:
      let steps = JSONWriter.text(.array(change.operations.map(ChangeWriter.json)))
      file.comment("\(device) in \(change.stream): \(steps)")
    }
  }
}

extension DrawnSteps: OperationTeller {
  /// The ids of people stand under their names.
  func value(_ value: JSONValue, of field: FieldName, on entity: EntityID) -> ScenarioYAML {
    ScenarioYAML(value) { text in
      users.first { $0.value.description == text }.map { .person($0.key) } ?? .text(text)
    }
  }

  func motive(_ motive: String) -> ScenarioYAML { .text(motive) }

  // What a writer had seen comes of itself, since the devices sync as they did.
  func over(_ changes: [ChangeID]) -> ScenarioYAML? { nil }
  func seen(_ seen: SeenVector, in stream: StreamID) -> ScenarioYAML? { nil }
  func answered(_ entry: ChangeID) -> ScenarioYAML? { nil }
}
