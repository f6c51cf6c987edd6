import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

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
  ///   - ruled: the request with what it is judged by.
  ///   - seat: a device's forecast or the server's ruling.
  ///   - isStale: whether something accepted lies outside what the asker had seen; the server knows.
  public static func judge(_ ruled: ActCase, seat: Seat = .device, isStale: Bool = false) -> ActRuling {
    let ruled = ruled.pinned
    let context = ruled.context
    guard case .dossier(let word, _) = context.dossier.stream.family, let scheme = Scheme(rawValue: word),
      let definition = ActCatalogue.definition(named: ruled.request.act.description, in: scheme)
    else {
      return refusal(
        [RuleReason(rule: "R-ROLE-23", code: "unknown-act", facts: ["act": [ruled.request.act.description]])],
        pack: "none")
    }
    let act = definition.act
    let judgement = definition.judge(ruled)
    let transition = definition.transition(ruled)
    let pack = pack(of: ruled, scheme: scheme)
    guard judgement.outcome != .refused else { return refusal(judgement.reasons, pack: pack) }
    if act.isBinding && isStale {
      return refusal([RuleReason(rule: transition, code: "stale")], pack: pack)
    }
    if seat == .server, !judgement.needs.isEmpty {
      // What the server sees and finds nowhere recorded is not assumed in anybody's favour.
      let needs = judgement.needs.map(\.rawValue)
      return refusal([RuleReason(rule: transition, code: "not-recorded", facts: ["needs": needs])], pack: pack)
    }
    return ActRuling(
      verdict: .accepted, rules: [transition.description], pack: pack, reasons: .null,
      effects: definition.effects(ruled), needs: judgement.needs)
  }

  /// The pack the audit is pinned to (R-TIME-19), else the one in force.
  private static func pack(of ruled: ActCase, scheme: Scheme) -> String {
    ruled.context.reading(ruled.audit).text("pack")
      ?? RulePack.inForce(scheme, on: ruled.context.today)?.name ?? "none"
  }

  private static func refusal(_ reasons: [RuleReason], pack: String) -> ActRuling {
    var rules: [String] = []
    for reason in reasons where !rules.contains(reason.rule.description) { rules.append(reason.rule.description) }
    return ActRuling(
      verdict: .refused, rules: rules, pack: pack, reasons: RulingReasons.json(reasons), effects: [], needs: [])
  }
}
