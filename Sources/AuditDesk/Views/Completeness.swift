import AuditModel
import AuditSchema
public import SyncCore

/// Whether every device of an audit's team has said it is done, and whether all it said it wrote is held
/// (DESIGN §6, completeness).
public struct Completeness: Sendable {
  /// One device.
  public struct Device: Sendable {
    /// Its replica.
    public let replica: String
    /// Its user.
    public let user: UserID?
    /// Whether all it had written when it said so is held here.
    public let isWhole: Bool
  }

  /// The devices that said they are done.
  public let done: [Device]
  /// Members of the team none of whose devices said so.
  public let missing: [UserID]

  /// Complete: nobody missing, nothing missing.
  public var isComplete: Bool { missing.isEmpty && !done.isEmpty && done.allSatisfy(\.isWhole) }

  /// Reads the devices of an audit.
  public init(of board: AuditBoard, in fold: StreamFold, seen: SeenVector) {
    done = fold.standing(ofType: "audit/device").filter { $0.isBelow(board.id) }.compactMap { id in
      guard let said = fold.field("done", of: id, schema: AuditSchema.current)?.shown else { return nil }
      let claimed = said["seen"].flatMap { SeenVector($0) } ?? SeenVector()
      return Device(
        replica: id.localName, user: said["user"]?.text.flatMap { UserID($0) },
        isWhole: claimed.last.allSatisfy { seen.contains(ChangeID(replica: $0.key, seq: $0.value)) })
    }
    let present = Set(done.compactMap(\.user))
    missing = board.team.filter { !present.contains($0) }.sorted()
  }
}
