/// Turns a scanned value into a change, judging names, shapes and the order of keys.
enum ChangeReader {
  private static let envelopeKeys = ["v", "replica", "seq", "salt", "time", "by", "stream", "ops"]

  /// Scans a line and reads it.
  /// - Throws: the first fault of spelling anywhere in the line, else the first of meaning.
  static func change(of line: [UInt8]) throws(ChangeFault) -> Change {
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONScanner.value(of: line)
    } catch {
      throw .json(error)
    }
    return try change(value)
  }

  private static func change(_ value: JSONValue) throws(ChangeFault) -> Change {
    guard let members = value.members else { throw .envelope("object") }
    guard let version = members.first, version.key == "v" else { throw .envelope("v") }
    guard version.value == 1 else { throw .unknownVersion }
    for (place, key) in envelopeKeys.enumerated() {
      guard place < members.count, UTF8Bytes.areEqual(members[place].key, key) else { throw .envelope(key) }
    }
    var was: ChangeID?
    if members.count > envelopeKeys.count {
      guard members.count == envelopeKeys.count + 1, members[8].key == "was", let text = members[8].value.text,
        let id = ChangeID(text)
      else { throw .envelope("was") }
      was = id
    }
    guard let replica = members[1].value.text.flatMap({ ReplicaID($0) }) else { throw .envelope("replica") }
    guard let seq = members[2].value.number, seq >= 1 else { throw .envelope("seq") }
    guard let salt = members[3].value.text, isSalt(salt) else { throw .envelope("salt") }
    guard let time = members[4].value.number else { throw .envelope("time") }
    guard let by = members[5].value.text.flatMap({ UserID($0) }) else { throw .envelope("by") }
    guard let stream = members[6].value.text.flatMap({ StreamID($0) }) else { throw .envelope("stream") }
    guard let steps = members[7].value.elements else { throw .envelope("ops") }
    guard (1...SyncLimits.operationsMax).contains(steps.count) else { throw .operationCount }
    var operations: [Operation] = []
    operations.reserveCapacity(steps.count)
    for (place, step) in steps.enumerated() {
      operations.append(try OperationReader.operation(step, place: place))
    }
    try judgeTogether(operations)
    return Change(
      id: ChangeID(replica: replica, seq: Int(seq)), salt: salt, time: time, by: by, stream: stream,
      operations: operations, was: was)
  }

  static func isSalt(_ text: String) -> Bool {
    let digits = text.utf8
    guard digits.count == 26, let first = digits.first.flatMap(Crockford32.value), first < 8 else { return false }
    return digits.allSatisfy { Crockford32.value(of: $0) != nil }
  }

  /// A write is named by its change alone, so a change may set a field once; a ruling names its change alone, so a
  /// change may hold one request.
  static func judgeTogether(_ operations: [Operation]) throws(ChangeFault) {
    if operations.count == 1 { return }
    var written = Distinct<Register>()
    var lives = Distinct<EntityID>()
    var requests = 0
    for operation in operations {
      switch operation {
      case .set(let field, let on, _, _, _), .state(let field, let on, _, _):
        guard written.insert(Register(field: field, entity: on)) else { throw .fieldSetTwice }
      case .delete(let on, _, _), .restore(let on, _):
        guard lives.insert(on) else { throw .fieldSetTwice }
      case .request:
        requests += 1
        guard requests == 1 else { throw .secondRequest }
      default: continue
      }
    }
  }

  private struct Register: Hashable {
    let field: FieldName
    let entity: EntityID
  }
}

/// Values that must differ: few are compared one by one, which is what nearly every change has.
private struct Distinct<Value: Hashable> {
  private var few: [Value] = []
  private var many: Set<Value> = []

  /// Takes in a value; false when it is there already.
  mutating func insert(_ value: Value) -> Bool {
    guard few.count == 8 else {
      if few.contains(value) { return false }
      few.append(value)
      return true
    }
    if many.isEmpty { many = Set(few) }
    return many.insert(value).inserted
  }
}
