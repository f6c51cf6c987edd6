public import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

/// Who asks for an act.
public struct ActActor: Sendable, Hashable {
  /// The user.
  public let user: UserID
  /// The roles the directory gives them.
  public let roles: Set<Role>

  /// Pairs a user with roles.
  public init(user: UserID, roles: Set<Role>) {
    self.user = user
    self.roles = roles
  }
}

/// What a request comes to: data for the ruling and the steps that follow from it, all in one change (DESIGN §6).
public struct ActRuling: Sendable, Hashable {
  /// Accepted or refused.
  public let verdict: Ruling.Verdict
  /// The rules that refuse, or the transition that accepts.
  public let rules: [String]
  /// The rule pack it was judged by.
  public let pack: String
  /// Why, as `RulingReasons` spells it; null when accepted.
  public let reasons: JSONValue
  /// What follows on the same stream; empty when refused.
  public let effects: [Operation]
  /// On a device: what only the server sees, so that the forecast may change.
  public let needs: [RuleNeed]
}

/// Judges requests of acts: the one code behind a device's forecast and the server's ruling.
public enum ActJudge {
  /// Where a request is judged.
  public enum Seat: Sendable {
    /// A forecast: what only the server sees stays open.
    case device
    /// A ruling: what is recorded nowhere counts against the act.
    case server
  }

  /// Judges a request against the dossier as it stands.
  /// - Parameters:
  ///   - request: the request.
  ///   - dossier: the fold of its stream, the request's own change included.
  ///   - seat: a device's forecast or the server's ruling.
  ///   - isStale: whether something accepted lies outside what the asker had seen; the server knows.
  ///   - today: the civil date in Paris.
  public static func judge(
    _ request: ActRequest, on entity: EntityID, dossier: StreamFold, actor: ActActor, today: CivilDate,
    seat: Seat = .device, isStale: Bool = false
  ) -> ActRuling {
    guard case .dossier(let word, _) = dossier.stream.family, let scheme = Scheme(rawValue: word),
      let act = ActCatalogue.act(named: request.act.description, in: scheme)
    else {
      return refusal(
        [RuleReason(rule: "R-ROLE-23", code: "unknown-act", facts: ["act": [request.act.description]])], pack: "none")
    }
    let judgement = judgement(act, on: entity, in: dossier, actor: actor)
    let pack = pack(of: entity, in: dossier, scheme: scheme, today: today)
    guard judgement.outcome != .refused else { return refusal(judgement.reasons, pack: pack) }
    if act.isBinding && isStale {
      return refusal([RuleReason(rule: act.transition, code: "stale")], pack: pack)
    }
    if seat == .server, !judgement.needs.isEmpty {
      // What the server sees and finds nowhere recorded is not assumed in anybody's favour.
      let needs = judgement.needs.map(\.rawValue)
      return refusal([RuleReason(rule: act.transition, code: "not-recorded", facts: ["needs": needs])], pack: pack)
    }
    return ActRuling(
      verdict: .accepted, rules: [act.transition.description], pack: pack, reasons: .null,
      effects: ActEffects(act: act, request: request, entity: entity, fold: dossier).operations, needs: judgement.needs)
  }

  /// The pack the audit is pinned to (R-TIME-19), else the one in force.
  private static func pack(of entity: EntityID, in fold: StreamFold, scheme: Scheme, today: CivilDate) -> String {
    let reading = FieldReading(fold: fold, entity: entity)
    let audit = reading.text("audit").flatMap { EntityID($0) } ?? entity
    return FieldReading(fold: fold, entity: audit).text("pack") ?? RulePack.inForce(scheme, on: today)?.name ?? "none"
  }

  private static func refusal(_ reasons: [RuleReason], pack: String) -> ActRuling {
    var rules: [String] = []
    for reason in reasons where !rules.contains(reason.rule.description) { rules.append(reason.rule.description) }
    return ActRuling(
      verdict: .refused, rules: rules, pack: pack, reasons: RulingReasons.json(reasons), effects: [], needs: [])
  }

  private static func judgement(_ act: Act, on entity: EntityID, in fold: StreamFold, actor: ActActor) -> ActJudgement {
    switch act.name {
    case CloseAudit.act.name:
      return CloseAudit.judge(
        QualiopiAuditFacts(audit: entity, in: fold, requester: actor.user, roles: actor.roles))
    case PresentReport.act.name:
      return PresentReport.judge(
        QualiopiAuditFacts(audit: entity, in: fold, requester: actor.user, roles: actor.roles))
    case RecordDecision.act.name:
      return RecordDecision.judge(QualiopiDecisionFacts(decision: entity, in: fold, actor: actor))
    default:
      return SuspendHabilitation.judge(SuspendHabilitation.Facts(proposal: entity, in: fold, actor: actor))
    }
  }
}
