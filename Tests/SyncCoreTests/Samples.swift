import SyncCore
import Testing

/// Fixed names and short builders the tests of this room share.
enum Samples {
  static let salt = "04T8ZQK2M6V1N9B3H5J7R0D4XC"

  static func replica(_ number: Int) -> ReplicaID { ReplicaID(bits: 0x7000_0000_0000_0000 &+ UInt64(number)) }

  static func id(_ replica: Int, _ seq: Int) -> ChangeID { ChangeID(replica: Self.replica(replica), seq: seq) }

  static func stream() throws -> StreamID { try #require(StreamID("dossier.qualiopi.130002850")) }

  static func entity(_ text: String) throws -> EntityID { try #require(EntityID(text)) }

  static func user(_ name: String) throws -> UserID { try #require(UserID(name)) }

  /// A change of one author per replica.
  static func change(
    _ replica: Int, _ seq: Int, time: Int64? = nil, _ operations: [SyncCore.Operation]
  ) throws -> Change {
    Change(
      id: id(replica, seq), salt: salt, time: time ?? Int64(1_790_000_000_000 + seq * 1_000 + replica),
      by: try user("u-\(replica)"), stream: try stream(), operations: operations)
  }

  static func seen(_ pairs: [Int: Int]) -> SeenVector {
    SeenVector(Dictionary(uniqueKeysWithValues: pairs.map { (replica($0.key), $0.value) }))
  }

  static func fold(_ changes: [Change]) throws -> StreamFold {
    var fold = StreamFold(stream: try stream())
    for change in changes { fold.apply(change) }
    return fold
  }

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

/// A table with one field of each kind, whatever the entity.
struct OneOfEach: MergeSchema {
  static let table = OneOfEach()
  static let ranking = Ranking(gravestFirst: ["major", "minor", "conform"])
  let version = 1

  func kind(of field: FieldName, in typePath: String) -> MergeKind? {
    switch field.description {
    case "latest": .latest
    case "contested": .contested
    case "cautious": .cautious(Self.ranking)
    case "text": .text
    case "set": .set
    case "journal": .journal
    case "machine": .machine
    default: nil
    }
  }
}
