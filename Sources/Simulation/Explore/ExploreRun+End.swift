import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import ServerCore
import SyncCore
import SyncProtocol

extension ExploreRun {
  /// Faults have stopped: within three rounds every outbox is empty and all replicas agree (law L8).
  mutating func quiesce() async {
    let names = actors.keys.sorted()
    var open: [String] = ["nobody has synced"]
    for round in 1...3 where !open.isEmpty {
      trace.note("round \(round)")
      open = []
      for name in names {
        guard let actor = actors[name] else { continue }
        do {
          let report = try await sync(actor, faults: [])
          if report.end != .complete { open.append("\(name) ends \(report.end)") }
        } catch {
          open.append("\(name) fails: \(error)")
        }
      }
      open += await disagreements()
    }
    oracle.note(open.prefix(4).map { LawViolation(.L8, "after three rounds: \($0)") })
  }

  /// What keeps the world from being at rest.
  private func disagreements() async -> [String] {
    var open: [String] = []
    let digests = await server.core.setDigests()
    for (name, actor) in actors.sorted(by: { $0.key < $1.key }) {
      do {
        let outbox = try actor.device.store.status().outbox
        if outbox > 0 { open.append("\(name) still has \(outbox) lines to send") }
        let whole = Set(try actor.device.store.streams())
        for (stream, digest) in digests.sorted(by: { $0.key < $1.key }) where sees(actor, stream) {
          guard whole.contains(stream) else {
            open.append("\(name) does not hold \(stream)")
            continue
          }
          if try actor.device.store.acceptedFrontier(of: stream).setDigest != digest {
            open.append("\(name) holds another set of \(stream)")
          }
        }
      } catch {
        open.append("\(name): \(error)")
      }
    }
    return open
  }

  private func sees(_ actor: Actor, _ stream: StreamID) -> Bool {
    guard let user = cast.users[actor.person.name] else { return false }
    return oracle.sees(stream, user: user.description, seesAll: actor.seesAll)
  }

  /// Judges what is left when all is at rest.
  /// - Returns: the concurrency that any clock would have given (law L9).
  mutating func judgeEnd() async -> [String] {
    var concurrency: [String] = []
    do {
      for (name, actor) in actors.sorted(by: { $0.key < $1.key }) {
        try oracle.judgeSaved(on: name, store: actor.device.store, when: "the end")
      }
      var aside: [String: (digest: SyncCore.Digest, code: String)] = [:]
      for row in try await server.core.quarantine() {
        aside[row.id.description] = (Digest(of: row.bytes), row.code.code)
      }
      oracle.judgeEnd(aside: aside, forgivesCauses: plan.hasHandover || plan.hasClone)
      concurrency = try judgeStates()
      try judgeEvidence()
    } catch {
      oracle.note([LawViolation(.L8, "the end cannot be judged: \(error)")])
    }
    return concurrency
  }

  /// L2 and L3: the log folded in an order of chance, and every device, show one state that has lost nothing.
  private mutating func judgeStates() throws -> [String] {
    let log = oracle.withState { $0.log }
    var draw = SeededGenerator(seed: plan.seed)
    var concurrency: [String] = []
    for (name, places) in log.streams.sorted(by: { $0.key < $1.key }) {
      guard let stream = StreamID(name) else { continue }
      let lines = places.map { log.entries[$0] }.filter { $0.kind == .line }
      var fold = StreamFold(stream: stream)
      for line in lines.shuffled(using: &draw) {
        guard let change = line.change else { continue }
        fold.apply(try ChangeLine(JSONWriter.bytes(change)).change)
      }
      let digest = fold.stateDigest(schema: AuditSchema.current)
      trace.note("state \(stream) \(digest) of \(lines.count)")
      oracle.note(OracleRegisters(lines).judge(fold, schema: AuditSchema.current))
      for (device, actor) in actors.sorted(by: { $0.key < $1.key }) where sees(actor, stream) {
        if try actor.device.store.fold(stream).stateDigest(schema: AuditSchema.current) != digest {
          oracle.note([LawViolation(.L2, "\(device) shows another state of \(stream) than the log")])
        }
      }
      tally.freezes += lines.flatMap(\.operations).count { $0["freeze"] != nil }
      tally.divergences += fold.conflicts(schema: AuditSchema.current).count
      concurrency += Self.concurrency(fold)
    }
    for line in log.entries where line.kind != .seal {
      trace.note("\(line.position) \(line.name) \(line.digest?.description ?? "")")
    }
    return concurrency
  }

  /// L10: everything held can be recomputed, on one device that sees all.
  private func judgeEvidence() throws {
    guard let office = actors.sorted(by: { $0.key < $1.key }).first(where: { $0.value.seesAll })?.value else { return }
    let report = try Verification.verify(office.device.store, deviceKeys: try office.device.store.directoryDevices())
    oracle.note(report.faults.prefix(4).map { LawViolation(.L10, "\(office.device.name): \($0)") })
  }

  /// Heads, conflicts, lives and rulings: what no clock may decide.
  private static func concurrency(_ fold: StreamFold) -> [String] {
    var lines: [String] = []
    for id in fold.entities.keys.sorted() {
      lines.append("\(fold.stream) \(id) \(fold.life(of: id))")
      for name in fold.entities[id]?.fields.keys.sorted() ?? [] {
        guard let view = fold.field(name, of: id, schema: AuditSchema.current) else { continue }
        let against = view.conflict?.alternatives.map(\.id).sorted().map(\.description) ?? []
        let members = view.members.map { JSONWriter.text($0.value) }
        lines.append(
          "\(fold.stream) \(id) \(name) \(view.over) against \(against) late \(view.late.map(\.id).sorted()) \(members)"
        )
      }
    }
    for (request, ruling) in fold.rulings.sorted(by: { $0.key < $1.key }) {
      lines.append("\(fold.stream) \(request) \(ruling.ruling.verdict)")
    }
    return lines
  }
}

extension StreamFold {
  /// The heads of a field as a screen shows them.
  func shownHeads(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    self.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
  }
}
