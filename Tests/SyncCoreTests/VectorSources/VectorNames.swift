import SyncCore

/// Short names for those who act in the vectors: `a1` is the first change of the first auditor, `s1` of the server.
enum VectorNames {
  /// Letters in the order of the replicas they stand for: `o` and `z` are the least and the greatest there can be.
  static func replica(_ letter: Character) -> ReplicaID {
    switch letter {
    case "o": ReplicaID(bits: 0)
    case "z": ReplicaID(bits: .max)
    case "s": Samples.replica(9)
    default: Samples.replica(number(letter))
    }
  }

  private static func number(_ letter: Character) -> Int {
    guard let place = "abcdef".firstIndex(of: letter) else { preconditionFailure("nobody is called \(letter)") }
    return "abcdef".distance(from: "abcdef".startIndex, to: place) + 1
  }

  /// Ids such as `a1 b12`, in the order written.
  static func ids(_ text: String) -> [ChangeID] {
    text.split(separator: " ").map { word in
      guard let letter = word.first, let seq = Int(word.dropFirst()) else { preconditionFailure("\(word) is no id") }
      return ChangeID(replica: replica(letter), seq: seq)
    }
  }

  /// A vector such as `a2 b1`.
  static func seen(_ text: String) -> SeenVector {
    var seen = SeenVector()
    for id in ids(text) { seen.insert(id) }
    return seen
  }

  static func entity(_ text: String) -> EntityID {
    guard let entity = EntityID(text) else { preconditionFailure("\(text) is no entity") }
    return entity
  }

  static func stream(_ text: String) -> StreamID {
    guard let stream = StreamID(text) else { preconditionFailure("\(text) is no stream") }
    return stream
  }
}

/// The words cases are written in.
extension VectorTheme {
  static var audit: String { "audit/A1" }
  static var item: String { "audit/A1/item/17" }
  static var photo: String { "audit/A1/item/17/photo/1" }

  static func history(
    _ name: String, _ changes: [Change], _ facts: [VectorFact], isLong: Bool = false
  ) -> VectorSource { .history(name: name, changes: changes, facts: facts, isLong: isLong) }

  /// One change; its time grows with the seq, then with the letter, unless given.
  static func change(
    _ name: String, at time: Int64? = nil, was: String? = nil, salt: UInt64? = nil,
    in stream: String = "dossier.qualiopi.130002850", _ steps: SyncCore.Operation...
  ) -> Change { change(name, at: time, was: was, salt: salt, in: stream, all: steps) }

  static func change(
    _ name: String, at time: Int64? = nil, was: String? = nil, salt: UInt64? = nil,
    in stream: String = "dossier.qualiopi.130002850", all steps: [SyncCore.Operation]
  ) -> Change {
    let id = VectorNames.ids(name)[0]
    let place = Int64(id.replica.bits & 31)
    let author = id.replica == VectorNames.replica("s") ? UserID.server : UserID("u-\(name.prefix(1))")
    guard let author else { preconditionFailure("\(name) has no author") }
    // Salts drawn by a fixed rule, another for each change.
    let seed = salt ?? id.replica.bits &* 0x2545_F491_4F6C_DD1D &+ UInt64(id.seq)
    let low = seed &* 0x9E37_79B9_7F4A_7C15
    let high = (low ^ low >> 29) &* 0xBF58_476D_1CE4_E5B9
    return Change(
      id: id, salt: Crockford32.encode(high: high, low: low),
      time: time ?? 1_790_000_000_000 + Int64(id.seq) * 1_000 + place, by: author,
      stream: VectorNames.stream(stream), operations: steps, was: was.map { VectorNames.ids($0)[0] })
  }

  static func set(
    _ on: String, _ field: FieldName, _ to: JSONValue, over: String = "", motive: String? = nil
  ) -> SyncCore.Operation {
    .set(field, on: VectorNames.entity(on), to: to, over: VectorNames.ids(over), motive: motive)
  }
  static func add(_ on: String, _ field: FieldName, _ value: JSONValue) -> SyncCore.Operation {
    .add(field, on: VectorNames.entity(on), value: value)
  }
  static func remove(_ on: String, _ field: FieldName, _ value: JSONValue, over: String) -> SyncCore.Operation {
    .remove(field, on: VectorNames.entity(on), value: value, over: VectorNames.ids(over))
  }
  static func append(
    _ on: String, _ field: FieldName, _ value: JSONValue, answers: String? = nil
  ) -> SyncCore.Operation {
    .append(field, on: VectorNames.entity(on), value: value, answers: answers.map { VectorNames.ids($0)[0] })
  }
  static func delete(_ on: String, seen: String, over: String = "") -> SyncCore.Operation {
    .delete(VectorNames.entity(on), seen: VectorNames.seen(seen), over: VectorNames.ids(over))
  }
  static func restore(_ on: String, over: String) -> SyncCore.Operation {
    .restore(VectorNames.entity(on), over: VectorNames.ids(over))
  }
  static func request(_ act: ActName, _ on: String, seen: String) -> SyncCore.Operation {
    .request(act, on: VectorNames.entity(on), seen: VectorNames.seen(seen))
  }
  static func state(_ on: String, _ machine: FieldName, _ to: String, over: String = "") -> SyncCore.Operation {
    .state(machine, on: VectorNames.entity(on), to: to, over: VectorNames.ids(over))
  }
  static func freeze(_ on: String, at: String) -> SyncCore.Operation {
    .freeze(VectorNames.entity(on), at: VectorNames.seen(at))
  }
  static func thaw(_ on: String, over: String) -> SyncCore.Operation {
    .thaw(VectorNames.entity(on), over: VectorNames.ids(over))
  }
  static func rule(_ request: String, _ verdict: Ruling.Verdict) -> SyncCore.Operation {
    .rule(
      Ruling(
        request: VectorNames.ids(request)[0], verdict: verdict, rules: ["R-1"], pack: "2026-01-01",
        reasons: verdict == .accepted ? .null : .array(["conflict-open"])))
  }
  static func lapse(_ on: String, _ deadline: String, due: String) -> SyncCore.Operation {
    .lapse(deadline: deadline, on: VectorNames.entity(on), due: due)
  }
  static func object(_ members: (String, JSONValue)...) -> JSONValue { .sorted(members) }
}
