import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import SyncCore

/// Two laptops and an office on one stream, folded by hand: every line a test needs, and nothing hidden.
struct SmallWorld {
  static let lead = UserID("u-lead")!
  static let colleague = UserID("u-colleague")!
  static let office = UserID("u-office")!
  static let body = "999123451"
  static let stream = StreamID.dossier(scheme: "qualiopi", key: body)!
  static let audit = EntityID("audit/A1")!

  var fold: StreamFold
  private var seqs: [ReplicaID: Int] = [:]

  init(stream: StreamID = SmallWorld.stream) { fold = StreamFold(stream: stream) }

  static func replica(of user: UserID) -> ReplicaID {
    ReplicaID(bits: user.description.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
  }

  /// What a person sees and writes; `shown` are the heads their screen displayed.
  func desk(_ user: UserID, roles: Set<Role> = [.auditor], shown: [ChangeID] = []) -> CaptureDesk {
    CaptureDesk(
      fold: fold, author: WriteAuthor(user: user, roles: roles),
      seen: SeenVector(seqs), shown: { _, _ in shown },
      newEntity: { type, n in EntityID("\(type)/new-\(n)")! })
  }

  /// Writes steps as one change; the clock is the place in the test.
  @discardableResult
  mutating func write(_ user: UserID, at time: Int64, _ operations: [Operation]) -> ChangeID {
    let replica = Self.replica(of: user)
    let seq = (seqs[replica] ?? 0) + 1
    seqs[replica] = seq
    let id = ChangeID(replica: replica, seq: seq)
    fold.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: time, by: user, stream: fold.stream,
        operations: operations))
    return id
  }

  /// An audit led by the lead with the colleague in the team.
  static func planned() -> SmallWorld {
    var world = SmallWorld()
    world.write(
      office, at: 1,
      [
        .set("lead", on: audit, to: .string(lead.description), over: [], motive: nil),
        .set("kind", on: audit, to: "surveillance", over: [], motive: nil),
        .add("team", on: audit, value: .string(lead.description)),
        .add("team", on: audit, value: .string(colleague.description)),
      ])
    return world
  }
}
