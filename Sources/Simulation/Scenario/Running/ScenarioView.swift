import AuditSchema
import ReplicaStore
import SyncCore

/// What a person would see on a device, in the words of a report.
enum ScenarioView {
  static let schema = AuditSchema.current

  /// The digest of what is visible of a stream on a device.
  static func stateDigest(of stream: StreamID, on device: SimulatedDevice) throws -> Digest {
    try device.store.fold(stream).stateDigest(schema: schema)
  }

  /// A value on one line.
  static func words(_ value: JSONValue?) -> String { value.map(JSONWriter.text) ?? "nothing" }

  /// A shown value as it compares: the members of a set have no order a scenario could know, since ids of people are
  /// drawn.
  static func comparable(_ value: JSONValue, kind: MergeKind?) -> JSONValue {
    guard kind == .set, case .array(let members) = value else { return value }
    return .array(members.sorted { JSONWriter.bytes($0).lexicographicallyPrecedes(JSONWriter.bytes($1)) })
  }

  /// Values in any order, for comparing and for reading.
  static func words(_ values: [JSONValue]) -> String {
    values.isEmpty ? "none" : values.map(JSONWriter.text).sorted().joined(separator: " against ")
  }

  /// The life of an entity by the language's word.
  static func life(of entity: EntityID, in fold: StreamFold) -> String {
    // A deletion reaches what lies below, said or unsaid.
    let life = fold.life(of: entity)
    if fold.entities[entity] == nil, life != .deleted { return "absent" }
    return switch life {
    case .standing: "standing"
    case .deleted: "deleted"
    case .disputed: "disputed"
    }
  }
}
