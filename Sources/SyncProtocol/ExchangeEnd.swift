public import SyncCore

/// The last line of a complete answer: without it, nothing of the answer may be used.
public struct ExchangeEnd: Sendable, Equatable {
  /// What is still to come after a page that is not the last.
  public struct Rest: Sendable, Equatable {
    /// Streams entered so far whose past has not come whole; every other one may be shown and written at once.
    public var entering: [StreamID]
    /// Streams in scope that have not entered yet.
    public var streams: Int
    /// Positions of the log between the bookmark and the log's end, seen by the caller or not.
    public var positions: Int

    /// Describes a rest.
    public init(entering: [StreamID], streams: Int, positions: Int) {
      self.entering = entering
      self.streams = streams
      self.positions = positions
    }
  }

  /// Where the next exchange goes on.
  public var bookmark: String
  /// What is left on the server; nil when nothing is.
  public var rest: Rest?
  /// The server's clock, milliseconds since 1970 UTC.
  public var serverTime: Int64
  /// Positions up to here are safe in a backup; devices keep lines until then (law L1).
  public var backedUpThrough: Int
  /// The set digest of each stream this exchange touched, as it stands at the bookmark; empty while something is left.
  public var digests: [StreamID: Digest]
  /// Whether the server came back rewound and waits for what the devices hold: nothing may be concluded from what it
  /// does not send.
  public var recovering: Bool

  /// Whether entries are left.
  public var more: Bool { rest != nil }

  /// Creates an end.
  public init(
    bookmark: String, rest: Rest? = nil, serverTime: Int64, backedUpThrough: Int, digests: [StreamID: Digest],
    recovering: Bool = false
  ) {
    self.bookmark = bookmark
    self.rest = rest
    self.serverTime = serverTime
    self.backedUpThrough = backedUpThrough
    self.digests = digests
    self.recovering = recovering
  }

  var json: JSONValue {
    var members = [
      JSONMember("bookmark", .string(bookmark)), JSONMember("more", .bool(more)),
      JSONMember("serverTime", .integer(serverTime)),
      JSONMember("backedUpThrough", .integer(Int64(backedUpThrough))),
      JSONMember("digests", .sorted(digests.map { ($0.key.description, .string($0.value.description)) })),
    ]
    if let rest {
      members.append(JSONMember("entering", .array(rest.entering.map { .string($0.description) })))
      members.append(
        JSONMember("left", .array([.integer(Int64(rest.streams)), .integer(Int64(rest.positions))])))
    }
    if recovering { members.append(JSONMember("recovering", true)) }
    return .object(members)
  }

  init?(_ members: [JSONMember]) {
    var keys = ["bookmark", "more", "serverTime", "backedUpThrough", "digests"]
    guard members.count > 1, let more = members[1].value.truth else { return nil }
    if more { keys += ["entering", "left"] }
    // The last member stands there only when it is true: one spelling of each end.
    let recovering = members.count == keys.count + 1
    if recovering {
      guard members[keys.count].key == "recovering", members[keys.count].value == true else { return nil }
    }
    guard let values = WireJSON.values(Array(members.prefix(keys.count)), keys: keys), let bookmark = values[0].text,
      let serverTime = values[2].number, let backedUp = values[3].number, backedUp >= 0,
      let pairs = values[4].members, values[4].hasAscendingKeys
    else { return nil }
    var digests: [StreamID: Digest] = [:]
    for pair in pairs {
      guard let stream = StreamID(pair.key), let digest = pair.value.text.flatMap({ Digest(hex: $0) }) else {
        return nil
      }
      digests[stream] = digest
    }
    var rest: Rest?
    if more {
      guard let read = Rest(entering: values[5], left: values[6]) else { return nil }
      rest = read
    }
    self.init(
      bookmark: bookmark, rest: rest, serverTime: serverTime, backedUpThrough: Int(backedUp), digests: digests,
      recovering: recovering)
  }
}

extension ExchangeEnd.Rest {
  fileprivate init?(entering: JSONValue, left: JSONValue) {
    guard let names = entering.elements, let counts = left.elements?.compactMap(\.number), counts.count == 2,
      left.elements?.count == 2, counts.allSatisfy({ $0 >= 0 })
    else { return nil }
    let streams = names.compactMap { $0.text.flatMap { StreamID($0) } }
    guard streams.count == names.count else { return nil }
    self.init(entering: streams, streams: Int(counts[0]), positions: Int(counts[1]))
  }
}
