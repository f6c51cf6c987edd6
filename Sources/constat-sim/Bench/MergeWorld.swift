import SyncCore

/// Two replicas that wrote the same fields of one dossier, each without having seen the other.
///
/// The fields are those of items of twenty audits. Each replica goes round all fields by a stride of its own, so that
/// neighbours in time are far apart in the fold and neither side's writes lie in the other's order. Each write names its
/// replica's own head of the field, as a capture does. The changes are read from their lines, so that they lie in memory
/// as they do after an exchange, no text shared between two.
struct MergeWorld {
  let stream: StreamID
  let entities: [EntityID]
  let fields: [FieldName]
  let first: [Change]
  let second: [Change]

  init(writes: Int, fields count: Int) throws {
    stream = Self.fixed(StreamID("dossier.qualiopi.130002850"))
    fields = ["lack", "grade", "title", "dated"]
    entities = (0..<(count / fields.count)).map { number in
      Self.fixed(EntityID("audit/7000000000001-\(1 + number % 20)-1-04T8ZQK2/item/\(1 + number / 20)"))
    }
    var (first, second) = (
      Writes(by: 1, on: entities, fields, stream), Writes(by: 2, on: entities, fields, stream)
    )
    self.first = try (0..<writes).map { _ in try first.next() }
    self.second = try (0..<writes).map { _ in try second.next() }
  }

  /// One replica's writes, one after the other.
  struct Writes {
    private let (replica, author): (ReplicaID, UserID)
    private let stream: StreamID
    private let entities: [EntityID]
    private let fields: [FieldName]
    private var heads: [ChangeID?]
    /// A prime: every field comes once a round.
    private let stride: Int
    private var seq = 0

    init(by number: UInt64, on entities: [EntityID], _ fields: [FieldName], _ stream: StreamID) {
      (replica, author) = (ReplicaID(bits: 0x7000_0000_0000_0000 &+ number), fixed(UserID("u-\(number)")))
      (self.entities, self.fields, self.stream) = (entities, fields, stream)
      heads = Array(repeating: nil, count: entities.count * fields.count)
      stride = [7919, 6151][Int(number) % 2]
    }

    mutating func next() throws -> Change {
      let place = seq * stride % heads.count
      seq += 1
      let id = ChangeID(replica: replica, seq: seq)
      let over = heads[place].map { [$0] } ?? []
      heads[place] = id
      let step = Operation.set(
        fields[place % fields.count], on: entities[place / fields.count], to: .string("\(author)-\(seq)"),
        over: over, motive: nil)
      return try ChangeLine(
        printing: Change(
          id: id, salt: "04T8ZQK2M6V1N9B3H5J7R0D4XC", time: 1_790_000_000_000 + Int64(seq), by: author,
          stream: stream, operations: [step])
      ).change
    }
  }

  private static func fixed<T>(_ value: T?) -> T {
    guard let value else { preconditionFailure("a fixed name") }
    return value
  }
}

/// A table that merges every field as contested: the kind with the most to do.
struct ContestedTable: MergeSchema {
  let version = 1
  func kind(of field: FieldName, in typePath: String) -> MergeKind? { .contested }
}
