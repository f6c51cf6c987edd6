import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore

/// What the rules would answer to a form as it is filled in: the code of the ruling, on a copy of the state.
enum ActForecast {
  /// Judges a form without writing it; nil for a fact, which nobody refuses.
  static func judge(_ sending: ActSending, in stream: StreamID, _ reading: ConsoleReading) throws -> ActRuling? {
    guard let act = sending.form.act, let fold = try reading.fold(stream) else { return nil }
    let desk = CaptureDesk(
      fold: fold, author: reading.author, seen: try reading.seen(stream), shown: { _, _ in [] },
      newEntity: { type, number in
        guard let id = EntityID("\(type)/forecast-\(number)") else {
          preconditionFailure("a type word is given by the program")
        }
        return id
      })
    let (entity, steps) = sending.steps(desk)
    // The console's lines in this stream are all held: the next number is free here.
    let last = try reading.seen(stream).last[sending.replica] ?? 0
    let change = Change(
      id: ChangeID(replica: sending.replica, seq: last + 1), salt: String(repeating: "0", count: 26),
      time: reading.now, by: reading.author.user, stream: stream, operations: steps)
    var after = fold
    after.apply(change)
    guard let request = after.entities[entity]?.requests[change.id], request.act == act else { return nil }
    let context = ActContext(dossier: after, directory: try reading.fold(.directory), today: reading.today)
    return ActJudge.judge(
      ActCase(
        request: request, entity: entity, context: context,
        actor: ActActor(user: reading.author.user, roles: reading.author.roles),
        stateBefore: fold.stateDigest(schema: AuditSchema.current)),
      seat: .server)
  }
}
