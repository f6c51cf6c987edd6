import AuditModel
import AuditDesk
import FieldClient
import SyncCore

/// A plan written down as a scenario, with the values its captures turned out to write.
struct ScenarioText {
  let plan: ExplorePlan
  let outcome: ExploreRun.Outcome

  /// The file.
  var text: String {
    let found = outcome.violations.first.map(\.description) ?? "no law is broken"
    let streams = (plan.assigned + [ExploreWorld.organisation, plan.unplanned]).map(\.description)
    let office = plan.people.filter { $0.roles.contains(.office) }.map(\.name)
    let auditors = plan.people.filter { !$0.roles.contains(.office) }.map(\.name)
    let assigned = "[" + plan.assigned.map(\.description).joined(separator: ", ") + "]"
    var lines = [
      "# Found by `constat-sim explore --seeds 1 --seed \(plan.seed)`, steps left out that do not matter.",
      "# \(found)",
      "scenario: Seed \(plan.seed)",
      "people: {" + (auditors.map { "\($0): auditor" } + office.map { "\($0): office" }).joined(separator: ", ") + "}",
      "devices: {" + plan.devices.map { "\($0.name): \($0.person)" }.joined(separator: ", ") + "}",
      "dossiers: [" + streams.joined(separator: ", ") + "]",
      "assign: {" + plan.people.map { "\($0.name): \(assigned)" }.joined(separator: ", ") + "}",
      "steps:",
      "- sync: all",
    ]
    for (number, step) in plan.steps.enumerated() { lines.append(self.step(step, number: number)) }
    lines += ["- sync: all", "- sync: all", "- sync: all", "- expect: {outbox: 0}"]
    lines += plan.assigned.map { "- expect: {stream: \($0), agree: true}" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func step(_ step: ExploreStep, number: Int) -> String {
    switch step {
    case .capture(let device, let intention): capture(device, intention, outcome.captured[number])
    case .sync(let device, let faults, let during):
      (during.map { "# While the next sync is under way: \($0)\n" } ?? "") + sync(device, faults)
    case .crash(let device, let faults):
      sync(device, faults + [.responseLost, .offline]) + "\n- {restart: \(device)}"
    case .kill(let device), .restart(let device): "- {restart: \(device)}"
    case .restartServer: "- {restart: server}"
    case .skew(let device, let days): "- {clock: \(device), skew: \(days) days}"
    case .wait(let hours): "- {wait: \(hours) hours}"
    case .assign(let person, let stream): "- {assign: \(person), streams: \(stream)}"
    case .clone(let device, let copy): "- {clone: \(device), as: \(copy)}"
    case .handover(let from, let to, let stream): "- {handover: {from: \(from), to: \(to), streams: \(stream)}}"
    }
  }

  private func sync(_ device: String, _ faults: [LinkFault?]) -> String {
    let words = faults.map { fault in
      switch fault {
      case nil: "none"
      case .requestCut(let bytes): "{request-cut: \(bytes)}"
      case .responseCut(let bytes): "{response-cut: \(bytes)}"
      case let fault?: fault.kind
      }
    }
    return "- {sync: \(device)" + (words.isEmpty ? "" : ", faults: [\(words.joined(separator: ", "))]") + "}"
  }

  // MARK: captures

  private func capture(_ device: String, _ intention: Intention, _ line: ChangeLine?) -> String {
    guard let line else { return "# \(device) has nothing to say: \(intention)" }
    switch line.change.stream.family {
    case .dossier, .organisation: return written(device, intention, line)
    case .office, .directory, .other:
      let steps = JSONWriter.text(.array(line.change.operations.map(ChangeWriter.json)))
      return "# \(device) in \(line.change.stream): \(steps)"
    }
  }

  private func written(_ device: String, _ intention: Intention, _ line: ChangeLine) -> String {
    let steps = line.change.operations.map(operation)
    guard !steps.contains(nil) else {
      return "# \(device) writes what no program would: \(intention)"
    }
    return "- {capture: \(device), stream: \(line.change.stream), look: \(intention.looks), ops: ["
      + steps.compactMap { $0 }.joined(separator: ", ") + "]}"
  }

  private func operation(_ step: SyncCore.Operation) -> String? {
    switch step {
    case .set(let field, let on, let to, _, nil): "{entity: \(on), set: {\(field): \(value(to))}}"
    case .set(let field, let on, let to, _, let motive?):
      "{entity: \(on), settle: {\(field): \(value(to))}, motive: \(value(.string(motive)))}"
    case .add(let field, let on, let added): "{entity: \(on), add: {\(field): \(value(added))}}"
    case .remove(let field, let on, let removed, _): "{entity: \(on), remove: {\(field): \(value(removed))}}"
    case .append(let field, let on, let entry, _): "{entity: \(on), append: {\(field): \(value(entry))}}"
    case .delete(let on, _, _): "{entity: \(on), delete: true}"
    case .restore(let on, _): "{entity: \(on), restore: true}"
    case .request(let act, let on, _): "{entity: \(on), request: \(act)}"
    case .rule, .state, .freeze, .thaw, .lapse, .erase, .unknown: nil
    }
  }

  /// JSON is YAML; the ids of people stand under their names.
  private func value(_ value: JSONValue) -> String {
    switch value {
    case .string(let text):
      if let name = outcome.users.first(where: { $0.value.description == text })?.key { return "{person: \(name)}" }
      return YAMLText.quoted(text)
    case .array(let elements): return "[" + elements.map(self.value).joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { "\($0.key): \(self.value($0.value))" }.joined(separator: ", ") + "}"
    case .null, .bool, .integer: return JSONWriter.text(value)
    }
  }
}
