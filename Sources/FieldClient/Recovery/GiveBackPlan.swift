import SyncCore
import SyncProtocol

/// Cuts what is held of one stream beyond the server's chains into bodies that are whole in themselves: a server takes
/// only what a seal of the same body covers.
struct GiveBackPlan {
  /// The entries of each request, in the order they are to be sent.
  private(set) var bodies: [[LogEntry]] = []
  /// Lines and skips that fit no request: more than one may hold stand under a single seal.
  private(set) var unsendable = 0

  private struct Step {
    let entry: LogEntry
    let id: ChangeID
    /// Where it stood in the log before, or after what it follows in its chain.
    let order: Int
  }

  private struct Segment {
    var steps: [Step]
    var seals: [Seal]
    var bytes: Int
  }

  init(_ source: GiveBackSource, beyond frontier: [ReplicaID: Int]) {
    var segments: [Segment] = []
    let seals = Dictionary(grouping: source.seals, by: \.through)
    for (replica, entries) in source.chains.sorted(by: { $0.key < $1.key }) {
      segments += Self.segments(of: entries, beyond: frontier[replica] ?? 0, seals: seals)
    }
    segments.sort { ($0.steps[0].order, $0.steps[0].id) < ($1.steps[0].order, $1.steps[0].id) }
    pack(segments)
  }

  /// The steps of a chain beyond a seq, cut after each sealed one; the last segment may bear no seal.
  private static func segments(of entries: [LogEntry], beyond: Int, seals: [ChangeID: [Seal]]) -> [Segment] {
    var segments: [Segment] = []
    var open = Segment(steps: [], seals: [], bytes: 0)
    var order = 0
    for entry in entries {
      order = max(order, entry.position)
      guard let id = entry.changeID, id.seq > beyond else { continue }
      open.steps.append(Step(entry: entry, id: id, order: order))
      open.bytes += entry.wireBytes
      guard let sealed = seals[id] else { continue }
      open.seals = sealed
      open.bytes += sealed.reduce(0) { $0 + LogEntry(position: 0, received: 0, content: .seal($1)).wireBytes }
      segments.append(open)
      open = Segment(steps: [], seals: [], bytes: 0)
    }
    return open.steps.isEmpty ? segments : segments + [open]
  }

  private mutating func pack(_ segments: [Segment]) {
    var held: [Segment] = []
    var (bytes, count) = (Self.headerBytes, 0)
    var ended: Set<ReplicaID> = []
    for segment in segments {
      let size = segment.steps.count + segment.seals.count
      let replica = segment.steps[0].id.replica
      // What follows a step that cannot be sent links to nothing at the server.
      if ended.contains(replica) || segment.bytes + Self.headerBytes > ProtocolLimits.recoveryBytesMax
        || size > ProtocolLimits.recoveryEntriesMax
      {
        ended.insert(replica)
        unsendable += segment.steps.count
        continue
      }
      if !held.isEmpty,
        bytes + segment.bytes > ProtocolLimits.recoveryBytesWanted || count + size > ProtocolLimits.pageEntriesMax
      {
        close(held)
        (held, bytes, count) = ([], Self.headerBytes, 0)
      }
      held.append(segment)
      bytes += segment.bytes
      count += size
    }
    if !held.isEmpty { close(held) }
  }

  private mutating func close(_ segments: [Segment]) {
    let steps = segments.flatMap(\.steps).sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    bodies.append(
      steps.map(\.entry)
        + segments.flatMap(\.seals).map { LogEntry(position: 0, received: 0, content: .seal($0)) })
  }

  /// More than any header takes.
  private static let headerBytes = 400
}

extension LogEntry {
  /// The change a line or skip stands for; nil for a seal.
  var changeID: ChangeID? {
    switch content {
    case .line(let line): line.id
    case .skip(_, let id, _): id
    case .seal: nil
    }
  }

  fileprivate var wireBytes: Int {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes.count
  }
}
