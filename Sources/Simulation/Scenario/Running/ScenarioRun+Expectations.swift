import ReplicaStore
import SyncCore

/// Demands against what the devices show.
extension ScenarioRun {
  /// Looks at every device the expectation names; each check is one outcome.
  mutating func check(_ expectation: ScenarioExpectation, line: Int) async throws {
    let names = expectation.devices ?? joined
    for check in expectation.checks {
      let (title, expected) = try words(check)
      var got: [String] = []
      switch check {
      case .agree: got = try disagreement(names, expectation.stream).map { [$0] } ?? []
      case .refused(let name, _), .accepted(let name):
        let author = try change(name).device
        if let found = try await finding(check, on: author, expectation.stream) { got = ["\(author): \(found)"] }
      default:
        for name in names {
          if let found = try await finding(check, on: name, expectation.stream) { got.append("\(name): \(found)") }
        }
      }
      let place = expectation.devices.map { " on \($0.joined(separator: ", "))" } ?? ""
      record(line, title + place, expected: expected, got: got.isEmpty ? nil : got.joined(separator: "; "))
    }
  }

  /// What a check demands: its title and what is expected.
  private func words(_ check: ScenarioExpectation.Check) throws -> (title: String, expected: String) {
    switch check {
    case .shown(let field, let entity, let value):
      let words = ScenarioView.words(try resolve(value))
      return ("\(field) of \(entity) shows \(words)", words)
    case .conflict(let field, let entity, let values):
      let words = ScenarioView.words(try values.map(resolve))
      return ("the conflict on \(field) of \(entity) is \(words)", words)
    case .late(let field, let entity, let count):
      return ("\(count) late on \(field) of \(entity)", String(count))
    case .unread(let field, let entity, let unread):
      return ("\(field) of \(entity) is \(unread ? "unread" : "read")", String(unread))
    case .life(let entity, let life): return ("\(entity) is \(life)", life)
    case .frozen(let entity, let frozen): return ("\(entity) is \(frozen ? "frozen" : "not frozen")", String(frozen))
    case .ruling(let of, let verdict, let rules):
      let words = ([verdict] + (rules ?? [])).joined(separator: " ")
      return ("the ruling on \(of) is \(words)", words)
    case .refused(let of, let code): return ("\(of) is refused \(code)", code)
    case .accepted(let of): return ("\(of) is accepted", "accepted")
    case .holds(let names): return ("\(names.joined(separator: ", ")) held", "all held")
    case .lacks(let names): return ("\(names.joined(separator: ", ")) not held", "none held")
    case .outbox(let count): return ("\(count) in the outbox", String(count))
    case .quarantine(let count): return ("\(count) in quarantine", String(count))
    case .agree: return ("the devices agree", "equal state digests")
    case .serverDigest: return ("the set digests equal the server's", "equal")
    }
  }

  /// What a device shows instead; nil when the check holds.
  private func finding(
    _ check: ScenarioExpectation.Check, on name: String, _ stream: StreamID?
  ) async throws -> String? {
    let device = try device(name)
    func different(_ expected: String, _ found: String) -> String? { expected == found ? nil : found }
    switch check {
    case .outbox(let count): return different(String(count), String(try device.store.outbox().count))
    case .quarantine(let count): return different(String(count), String(try device.store.quarantine().count))
    case .holds(let names):
      let missing = try names.filter { try device.store.line(change($0).id) == nil }
      return missing.isEmpty ? nil : "lacks \(missing.joined(separator: ", "))"
    case .lacks(let names):
      let present = try names.filter { try device.store.line(change($0).id) != nil }
      return present.isEmpty ? nil : "holds \(present.joined(separator: ", "))"
    case .refused(let of, let code): return different(code, try standing(of, on: device))
    case .accepted(let of): return different("accepted", try standing(of, on: device))
    case .ruling(let of, let verdict, let rules):
      let change = try change(of)
      let ruling = try device.store.fold(change.stream).rulings[change.id]?.ruling
      let found = ruling?.verdict.rawValue ?? "none"
      guard found == verdict, rules.map({ $0 == ruling?.rules ?? [] }) ?? true else {
        return ([found] + (ruling?.rules ?? []) + (ruling.map { [ScenarioView.words($0.reasons)] } ?? []))
          .joined(separator: " ")
      }
      return nil
    case .serverDigest:
      let served = try await stage.setDigests()
      for stream in try streams(of: device, stream) {
        let held = try device.store.acceptedFrontier(of: stream).setDigest
        // A stream nobody wrote in has no set at the server, and an empty one here.
        let server = served[stream] ?? Frontier().setDigest
        if held != server { return "\(stream) holds \(held), the server \(server)" }
      }
      return nil
    case .agree: return nil
    case .shown, .conflict, .late, .unread, .life, .frozen:
      guard let stream else { throw StageFault("no stream is named") }
      return try finding(check, in: try device.store.fold(stream))
    }
  }

  private func finding(_ check: ScenarioExpectation.Check, in fold: StreamFold) throws -> String? {
    let schema = ScenarioView.schema
    func different(_ expected: String, _ found: String) -> String? { expected == found ? nil : found }
    switch check {
    case .shown(let field, let entity, let value):
      let view = fold.field(field, of: entity, schema: schema)
      let expected = ScenarioView.comparable(try resolve(value), kind: view?.kind)
      let shown = ScenarioView.comparable(view?.shown ?? .null, kind: view?.kind)
      return shown == expected ? nil : ScenarioView.words(shown)
    case .conflict(let field, let entity, let values):
      let found = fold.field(field, of: entity, schema: schema)?.conflict?.values ?? []
      return different(ScenarioView.words(try values.map(resolve)), ScenarioView.words(found))
    case .late(let field, let entity, let count):
      return different(String(count), String(fold.field(field, of: entity, schema: schema)?.late.count ?? 0))
    case .unread(let field, let entity, let unread):
      return different(String(unread), String(fold.field(field, of: entity, schema: schema)?.isUnread ?? false))
    case .life(let entity, let life): return different(life, ScenarioView.life(of: entity, in: fold))
    case .frozen(let entity, let frozen):
      return different(String(frozen), String(fold.entity(entity, schema: schema)?.frozenAt != nil))
    default: return nil
    }
  }

  /// What became of a capture on the device that wrote it.
  private func standing(_ name: String, on device: SimulatedDevice) throws -> String {
    guard let line = try device.store.line(change(name).id) else { return "not held" }
    return switch line.standing {
    case .accepted: "accepted"
    case .pending: "pending"
    case .refused(let code, _): code
    }
  }

  private func streams(of device: SimulatedDevice, _ only: StreamID?) throws -> [StreamID] {
    try device.store.streams().filter { $0 == only || (only == nil && scenario.streams.contains($0)) }
  }

  /// Where devices that hold a stream show different states of it; nil when they agree.
  private func disagreement(_ names: [String], _ only: StreamID?) throws -> String? {
    var states: [StreamID: [(device: String, digest: Digest)]] = [:]
    for name in names {
      let device = try device(name)
      for stream in try streams(of: device, only) {
        states[stream, default: []].append((name, try ScenarioView.stateDigest(of: stream, on: device)))
      }
    }
    guard states.values.contains(where: { $0.count > 1 }) else { return "no stream is held by two of them" }
    for (stream, found) in states.sorted(by: { $0.key < $1.key }) where Set(found.map(\.digest)).count > 1 {
      return "\(stream): " + found.map { "\($0.device) \($0.digest.description.prefix(8))" }.joined(separator: ", ")
    }
    return nil
  }
}
