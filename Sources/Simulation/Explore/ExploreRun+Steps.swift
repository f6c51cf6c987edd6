import AuditDesk
import FieldClient
import ReplicaStore
import ServerCore
import SyncCore
import SyncProtocol

extension ExploreRun {
  /// Takes a step; a step that names a device that does not exist is none.
  mutating func attempt(_ step: ExploreStep, number: Int) async {
    do {
      try await take(step, number: number)
    } catch {
      oracle.note([LawViolation(.L8, "step \(number), \(step): \(error)")])
    }
  }

  private mutating func take(_ step: ExploreStep, number: Int) async throws {
    switch step {
    case .capture(let name, let intention):
      guard let actor = actors[name] else { return }
      let (words, line) = Self.capture(intention, on: actor.device, cast: cast, oracle: oracle)
      trace.note(words)
      captured[number] = line
      if line != nil { tally.captures += 1 }
    case .sync(let name, let faults, let during):
      guard let actor = actors[name] else { return }
      if let during {
        let (cast, oracle) = (cast, oracle)
        actor.link.midway { _ = Self.capture(during, on: actor.device, cast: cast, oracle: oracle) }
      }
      try await sync(actor, faults: faults)
      actor.link.midway {}
    case .crash(let name, let faults): try await crash(name, faults: faults)
    case .kill(let name):
      guard let actor = actors[name] else { return }
      try actor.device.kill()
      try restarted(actor, when: "kill")
    case .restart(let name):
      guard let actor = actors[name] else { return }
      try actor.device.restart()
      try restarted(actor, when: "restart")
    case .restartServer:
      try server.restart()
      oracle.catchUp()
    case .skew(let name, let days): actors[name]?.device.setSkew(milliseconds: Int64(days) * 86_400_000)
    case .wait(let hours): clock.advance(milliseconds: Int64(hours) * 3_600_000)
    case .assign(let person, let stream):
      guard let user = cast.users[person] else { return }
      try await server.core.assign(user, streams: [stream])
    case .clone(let name, let copy): try clone(name, copy)
    case .handover(let from, let to, let stream): try handover(from, to, stream)
    }
  }

  // MARK: captures

  /// L11: whatever a person records is saved, unless their device does not hold the stream whole.
  private static func capture(
    _ intention: Intention, on device: SimulatedDevice, cast: ExploreCast, oracle: Oracle
  ) -> (words: String, line: ChangeLine?) {
    do {
      let writer = IntentionWriter(intention: intention, cast: cast)
      let fold = try device.store.fold(intention.stream)
      let author = try device.author()
      if intention.looks {
        let place = writer.place(in: fold, author: author)
        let heads = fold.entities[place]?.fields.keys.sorted() ?? []
        try device.store.shown(
          heads.map { field in
            ShownMark(entity: place, field: field, heads: fold.shownHeads(field, of: place))
          }, stream: intention.stream)
      }
      guard let line = try device.capture(intention.stream, { writer.steps($0) }) else {
        return ("nothing to say", nil)
      }
      oracle.saved(line, on: device.name, isCrafted: intention.isCrafted)
      return ("saved \(line.id) \(line.digest)", line)
    } catch ReplicaStoreError.streamLeft, ReplicaStoreError.streamNotWhole {
      return ("not held", nil)
    } catch {
      oracle.note([LawViolation(.L11, "\(device.name) could not record \(intention): \(error)")])
      return ("failed", nil)
    }
  }

  // MARK: syncs

  @discardableResult
  mutating func sync(_ actor: Actor, faults: [LinkFault?]) async throws -> SyncReport {
    let before = actor.device.link.requestsSent
    actor.device.link.plan { number, _ in
      faults.indices.contains(number - before - 1) ? faults[number - before - 1] : nil
    }
    defer { actor.device.link.plan { _, _ in nil } }
    let report = try await actor.device.sync(by: actor.link)
    tally.syncs += 1
    tally.exchanges += actor.device.link.requestsSent - before
    for fault in faults.prefix(actor.device.link.requestsSent - before) {
      if let fault { tally.faults[fault.kind, default: 0] += 1 }
    }
    for line in actor.link.takeTrace() { trace.note(line) }
    trace.note(
      "\(report.end.code) \(report.accepted) \(report.refused.map { "\($0.id) \($0.code)" }) \(report.received) "
        + "\(report.rounds) \(report.retries) \(report.outbox)")
    if let new = report.newReplica {
      tally.forks += 1
      trace.note("\(new.old) goes on as \(new.new) with \(new.reissued.count)")
      try oracle.judgeSaved(on: actor.device.name, store: actor.device.store, when: "a fork")
    }
    return report
  }

  /// The server acts on one request more than there are faults, and nobody is there to hear its answer.
  private mutating func crash(_ name: String, faults: [LinkFault?]) async throws {
    guard let actor = actors[name] else { return }
    let end: [LinkFault?] = [.responseLost] + Array(repeating: .offline, count: 8)
    try await sync(actor, faults: faults + end)
    try actor.device.kill()
    try restarted(actor, when: "a crash in a sync")
  }

  private mutating func restarted(_ actor: Actor, when: String) throws {
    tally.restarts += 1
    try oracle.judgeSaved(on: actor.device.name, store: actor.device.store, when: when)
  }

  // MARK: copies and files

  private mutating func clone(_ name: String, _ copy: String) throws {
    guard let actor = actors[name], actors[copy] == nil else { return }
    var seeds = SeededGenerator(seed: plan.seed ^ Digest(of: Array(copy.utf8)).bytes.reduce(0) { $0 << 8 | UInt64($1) })
    let clone = try actor.device.clone(
      name: copy, folder: try place.folder(copy), server: server, seed: seeds.next())
    enter(clone, of: actor.person.name)
    oracle.copied(name, to: copy)
    try restarted(actor, when: "a copy of its disk")
  }

  private mutating func handover(_ from: String, _ to: String, _ stream: StreamID) throws {
    guard let giver = actors[from]?.device, let taker = actors[to]?.device else { return }
    do {
      let file = try Handover.write([stream], of: giver.store, written: giver.now())
      let report = try Handover.read(file, into: taker.store, deviceKeys: try taker.store.sealKeys())
      trace.note("handed over \(report.taken) \(report.known) \(report.own)")
      tally.handovers += 1
    } catch let refusal as HandoverRefusal {
      trace.note("not taken: \(refusal.code)")
    } catch ReplicaStoreError.streamLeft, ReplicaStoreError.streamNotWhole {
      trace.note("not held")
    } catch ReplicaStoreError.answerMismatch(let detail) {
      trace.note("not taken: \(detail)")
    }
  }
}
