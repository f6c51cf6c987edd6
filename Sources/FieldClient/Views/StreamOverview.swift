public import AuditDesk
import AuditSchema
public import ReplicaStore
public import SyncCore

/// What lists and status lines tell of a stream without folding it again: its audits and its tally of divergences.
public struct StreamOverview: Sendable, Equatable {
  /// An audit that stands.
  public struct Audit: Sendable, Equatable {
    /// The entity.
    public let id: EntityID
    /// When the profile's user last wrote that they started it; nil when they never did.
    public let started: DisplayOrder?
  }

  /// The stream.
  public let stream: StreamID
  /// Its audits, in the order of their ids.
  public let audits: [Audit]
  /// Its divergences.
  public let tally: DivergenceTally

  /// Reads a fold.
  public init(_ fold: StreamFold, user: UserID) {
    stream = fold.stream
    audits = fold.standing(ofType: "audit").compactMap { id in
      guard let view = fold.entity(id, schema: AuditSchema.current), view.life != .deleted else { return nil }
      return Audit(id: id, started: view["startedOn"]?.heads.last { $0.by == user }?.order)
    }
    var tally = DivergenceTally()
    tally.count(fold)
    self.tally = tally
  }

  /// The overviews of the dossiers and organisations on this device, by bytes of their names.
  ///
  /// A stream that has not changed since it was last read is not folded.
  public static func all(in store: ReplicaStore, user: UserID) throws(ReplicaStoreError) -> [StreamOverview] {
    try read(store, user) ?? []
  }

  /// Makes anew the overviews of streams that changed, when they are short: so that after a sync the next command finds
  /// them ready.
  public static func refresh(in store: ReplicaStore, user: UserID) throws(ReplicaStoreError) {
    _ = try read(store, user, linesMax: FieldLimits.refreshedLinesMax, keepsFrom: 1)
  }

  private static func read(
    _ store: ReplicaStore, _ user: UserID, linesMax: Int = .max, keepsFrom: Int = 2
  ) throws(ReplicaStoreError) -> [StreamOverview]? {
    let name = "overview-1.\(AuditSchema.current.version)"
    let found = try store.summaries(name, linesMax: linesMax, keepsFrom: keepsFrom, of: isWork) {
      StreamOverview($0, user: user).json
    }
    guard let found else { return nil }
    var overviews: [StreamOverview] = []
    for summary in found {
      if let overview = StreamOverview(summary) {
        overviews.append(overview)
      } else {
        overviews.append(StreamOverview(try store.fold(summary.stream), user: user))
      }
    }
    return overviews
  }

  /// People's work: the directory and the office's own stream are not counted.
  private static func isWork(_ stream: StreamID) -> Bool {
    switch stream.family {
    case .dossier, .organisation: true
    case .office, .directory, .other: false
    }
  }

  // MARK: as kept

  var json: JSONValue {
    .array([
      .array(
        audits.map { audit in
          .array([
            .string(audit.id.description),
            .array(
              audit.started.map { started in
                [
                  .integer(started.time), .string(started.id.description), .integer(Int64(started.step)),
                ]
              } ?? []),
          ])
        }),
      .array([tally.settled, tally.open, tally.changesWithout].map { .integer(Int64($0)) }),
    ])
  }

  /// Reads what was kept; nil for anything else.
  init?(_ summary: StreamSummary) {
    guard let parts = summary.value.elements, parts.count == 2, let audits = parts[0].elements,
      let counts = parts[1].elements?.compactMap(\.number), counts.count == 3
    else { return nil }
    stream = summary.stream
    var read: [Audit] = []
    for audit in audits {
      guard let pair = audit.elements, pair.count == 2, let id = pair[0].text.flatMap({ EntityID($0) }),
        let moment = pair[1].elements
      else { return nil }
      var started: DisplayOrder?
      if !moment.isEmpty {
        guard moment.count == 3, let time = moment[0].number, let change = moment[1].text.flatMap({ ChangeID($0) }),
          let step = moment[2].number
        else { return nil }
        started = DisplayOrder(time: time, id: change, step: Int(step))
      }
      read.append(Audit(id: id, started: started))
    }
    self.audits = read
    tally = DivergenceTally(settled: Int(counts[0]), open: Int(counts[1]), changesWithout: Int(counts[2]))
  }
}
