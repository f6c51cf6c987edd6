/// Reads a change straight from its line, without a tree of values in between: the way of every sound line.
///
/// It takes what `ChangeReader` takes and makes the same change of it, or gives up; which fault a line has is for
/// `ChangeReader` to say, since a fault of spelling anywhere in a line comes before one of meaning.
struct EnvelopeReader {
  private var scanner: JSONScanner

  /// The change a line spells; nil when it is to be read as a tree.
  static func change(_ line: UnsafeBufferPointer<UInt8>) -> Change? {
    var reader = EnvelopeReader(
      scanner: JSONScanner(bytes: line, depthMax: SyncLimits.depthMax, textBytesMax: SyncLimits.textBytesMax))
    do throws(JSONFault) {
      return try reader.change()
    } catch {
      return nil
    }
  }

  private mutating func change() throws(JSONFault) -> Change? {
    guard scanner.take("{\"v\":1,\"replica\":"), let replica = ReplicaID(try scanner.text()),
      scanner.take(",\"seq\":"), case let seq = try scanner.integer(), seq >= 1,
      scanner.take(",\"salt\":"), case let salt = try scanner.text(), ChangeReader.isSalt(salt),
      scanner.take(",\"time\":"), case let time = try scanner.integer(),
      scanner.take(",\"by\":"), let by = UserID(try scanner.text()),
      scanner.take(",\"stream\":"), let stream = StreamID(try scanner.text()),
      scanner.take(",\"ops\":["), let operations = try operations()
    else { return nil }
    var was: ChangeID?
    if scanner.take(",\"was\":") {
      guard let id = ChangeID(try scanner.text()) else { return nil }
      was = id
    }
    guard scanner.take("}"), scanner.isAtEnd else { return nil }
    return Change(
      id: ChangeID(replica: replica, seq: Int(seq)), salt: salt, time: time, by: by, stream: stream,
      operations: operations, was: was)
  }

  /// The operations after the opening bracket; nil when there is none, too many, or one that is not sound.
  private mutating func operations() throws(JSONFault) -> [Operation]? {
    var operations: [Operation] = []
    operations.reserveCapacity(2)
    while operations.count < SyncLimits.operationsMax {
      guard let operation = try operation(place: operations.count) else { return nil }
      operations.append(operation)
      if scanner.take(",") { continue }
      guard scanner.take("]") else { return nil }
      do throws(ChangeFault) {
        try ChangeReader.judgeTogether(operations)
      } catch {
        return nil
      }
      return operations
    }
    return nil
  }

  /// Writes are nearly all there is; any other step is read as a tree of its own.
  private mutating func operation(place: Int) throws(JSONFault) -> Operation? {
    if scanner.take("{\"set\":") { return try write() }
    // Envelope and array are two levels around it.
    let value = try scanner.value(depth: 2)
    do throws(ChangeFault) {
      return try OperationReader.operation(value, place: place)
    } catch {
      return nil
    }
  }

  private mutating func write() throws(JSONFault) -> Operation? {
    guard let field = FieldName(try scanner.text()),
      scanner.take(",\"on\":"), let entity = EntityID(try scanner.text()),
      scanner.take(",\"to\":"), case let value = try scanner.value(depth: 3), value.hasAscendingKeys,
      scanner.take(",\"over\":["), let over = try ids()
    else { return nil }
    var motive: String?
    if scanner.take(",\"motive\":") {
      let text = try scanner.text()
      guard !text.isEmpty else { return nil }
      motive = text
    }
    return scanner.take("}") ? .set(field, on: entity, to: value, over: over, motive: motive) : nil
  }

  /// Ids strictly ascending, after the opening bracket.
  private mutating func ids() throws(JSONFault) -> [ChangeID]? {
    if scanner.take("]") { return [] }
    var ids: [ChangeID] = []
    while true {
      guard let id = ChangeID(try scanner.text()), ids.last.map({ $0 < id }) ?? true else { return nil }
      ids.append(id)
      if scanner.take(",") { continue }
      return scanner.take("]") ? ids : nil
    }
  }
}
