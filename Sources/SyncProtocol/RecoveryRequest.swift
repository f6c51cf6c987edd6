public import SyncCore

/// What a device gives back of one stream, or delivers of a lost device's work: the body of `POST /v1/recovery`.
///
/// Newline-delimited JSON: the header `{"recovery":1,"stream":S,"replica":R}`, then entries of that stream as frames. A
/// body without entries asks how far the server's chains go.
public struct RecoveryRequest: Sendable, Equatable {
  /// The stream the entries belong to.
  public var stream: StreamID
  /// The replica of the device that gives.
  public var replica: ReplicaID
  /// Lines, skips and seals, each chain in its order.
  public var entries: [LogEntry]

  /// Creates a request.
  public init(stream: StreamID, replica: ReplicaID, entries: [LogEntry] = []) {
    self.stream = stream
    self.replica = replica
    self.entries = entries
  }

  /// The body as it goes over the wire.
  public var body: [UInt8] {
    var bytes = JSONWriter.bytes(
      .object([
        JSONMember("recovery", 1), JSONMember("stream", .string(stream.description)),
        JSONMember("replica", .string(replica.description)),
      ]))
    bytes.append(0x0A)
    for entry in entries { entry.append(to: &bytes) }
    return bytes
  }

  /// Reads a body.
  /// - Throws: `ExchangeRequestFault`; a frame that is no entry of the header's stream is a fault of its line.
  public init(reading body: [UInt8]) throws(ExchangeRequestFault) {
    guard body.count <= ProtocolLimits.recoveryBytesMax else { throw .bodyTooLarge }
    guard body.last == 0x0A else { throw body.isEmpty ? .header : .cut }
    let lines = WireLines.cut(body)
    guard let first = lines.first,
      let header = WireJSON.object(Array(first), keys: ["recovery", "stream", "replica"]), header[0] == 1,
      let stream = header[1].text.flatMap({ StreamID($0) }), let replica = header[2].text.flatMap({ ReplicaID($0) })
    else { throw .header }
    guard lines.count - 1 <= ProtocolLimits.recoveryEntriesMax else { throw .tooManyLines }
    var entries: [LogEntry] = []
    entries.reserveCapacity(lines.count - 1)
    for (place, line) in lines.enumerated().dropFirst() {
      guard case .entry(let entry) = ExchangeFrame(reading: Array(line)), entry.stream == stream else {
        throw .line(place + 1)
      }
      entries.append(entry)
    }
    self.init(stream: stream, replica: replica, entries: entries)
  }
}

/// What became of a recovery request.
public struct RecoveryAnswer: Sendable, Equatable {
  /// The stream.
  public var stream: StreamID
  /// The last seq of each chain the server holds of it; empty for a stream outside the caller's scope.
  public var frontier: [ReplicaID: Int]
  /// Lines and skips newly taken.
  public var admitted: Int
  /// Lines and skips the server held already.
  public var known: Int
  /// Lines kept aside for a person.
  public var quarantined: Int

  /// Creates an answer.
  public init(stream: StreamID, frontier: [ReplicaID: Int], admitted: Int = 0, known: Int = 0, quarantined: Int = 0) {
    self.stream = stream
    self.frontier = frontier
    self.admitted = admitted
    self.known = known
    self.quarantined = quarantined
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("stream", .string(stream.description)),
        JSONMember("frontier", .sorted(frontier.map { ($0.key.description, .integer(Int64($0.value))) })),
        JSONMember("admitted", .integer(Int64(admitted))), JSONMember("known", .integer(Int64(known))),
        JSONMember("quarantined", .integer(Int64(quarantined))),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard
      let values = WireJSON.object(body, keys: ["stream", "frontier", "admitted", "known", "quarantined"]),
      let stream = values[0].text.flatMap({ StreamID($0) }), let pairs = values[1].members,
      values[1].hasAscendingKeys, let admitted = values[2].number, let known = values[3].number,
      let quarantined = values[4].number, admitted >= 0, known >= 0, quarantined >= 0
    else { return nil }
    var frontier: [ReplicaID: Int] = [:]
    for pair in pairs {
      guard let replica = ReplicaID(pair.key), let seq = pair.value.number, seq >= 1 else { return nil }
      frontier[replica] = Int(seq)
    }
    self.init(
      stream: stream, frontier: frontier, admitted: Int(admitted), known: Int(known), quarantined: Int(quarantined))
  }
}
