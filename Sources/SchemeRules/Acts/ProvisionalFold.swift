import AuditSchema
public import SyncCore
public import WorkingDays

/// A dossier as it will stand if the server answers a person's pending requests as this device expects (DESIGN §6).
///
/// The changes without an answer are taken in order on top of those the server has; each request is judged on what stood
/// when it was written, by the code that will rule on it, and followed by its effects before the next change. Nothing of
/// it is stored or sent: a screen that shows it says that it is provisional.
public struct ProvisionalFold: Sendable {
  /// The dossier with the pending changes and what is expected to follow from them.
  public private(set) var fold: StreamFold
  /// What is expected of each pending request, by the request.
  public private(set) var rulings: [ChangeID: ActRuling] = [:]
  /// The pending requests with what they are on, in order: ids of several replicas have no order of their own.
  public private(set) var judged: [(request: ActRequest, entity: EntityID)] = []

  private let actor: ActActor
  private let directory: StreamFold?
  private let today: CivilDate

  /// Judges what is pending.
  /// - Parameters:
  ///   - answered: the dossier as far as the server has answered.
  ///   - pending: the changes without an answer, in the order in which they will reach the server.
  ///   - actor: whose requests are judged; changes of others, passed on by hand-over, are taken in as facts.
  ///   - directory: people, competences and settings; nil where they are not held.
  public init(
    _ answered: StreamFold, pending: [Change], by actor: ActActor, directory: StreamFold?, today: CivilDate
  ) {
    fold = answered
    self.actor = actor
    self.directory = directory
    self.today = today
    for change in pending { take(change) }
  }

  /// Whether what the fold shows of a register rests on an answer still awaited.
  public func isProvisional(_ field: FieldName, of entity: EntityID) -> Bool {
    (fold.field(field, of: entity, schema: AuditSchema.current)?.heads ?? []).contains {
      $0.id.replica == Self.foreseen
    }
  }

  /// The pending requests that are expected to be accepted, in order.
  public var accepted: [ActRequest] { judged.map(\.request).filter { rulings[$0.id]?.verdict == .accepted } }

  /// Those of them that wait before another request.
  public func accepted(before request: ActRequest) -> [ActRequest] {
    let earlier = Set(judged.prefix { $0.request.id != request.id }.map(\.request.id))
    return accepted.filter { earlier.contains($0.id) }
  }

  private mutating func take(_ change: Change) {
    let before =
      change.by == actor.user && change.asksForABoundAct ? fold.stateDigest(schema: AuditSchema.current) : nil
    fold.apply(change)
    guard change.by == actor.user else { return }
    for case .request(_, let entity, _) in change.operations {
      guard let request = fold.entities[entity]?.requests[change.id], rulings[change.id] == nil else { continue }
      let ruling = ActJudge.judge(
        ActCase(
          request: request, entity: entity,
          context: ActContext(dossier: fold, directory: directory, today: today), actor: actor, stateBefore: before))
      rulings[change.id] = ruling
      judged.append((request, entity))
      guard ruling.verdict == .accepted else { continue }
      foresee(ruling, of: request)
    }
  }

  /// Takes in what would follow, as the server would write it.
  private mutating func foresee(_ ruling: ActRuling, of request: ActRequest) {
    let said = Ruling(
      request: request.id, verdict: ruling.verdict, rules: ruling.rules, pack: ruling.pack, reasons: ruling.reasons)
    fold.apply(
      Change(
        id: ChangeID(replica: Self.foreseen, seq: judged.count), salt: String(repeating: "0", count: 26),
        time: request.time, by: .server, stream: fold.stream, operations: [.rule(said)] + ruling.effects))
  }

  /// The replica of effects foreseen, which no store draws: the last of 2^64.
  private static let foreseen = ReplicaID(bits: .max)
}
