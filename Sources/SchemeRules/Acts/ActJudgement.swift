public import AuditModel

/// What the guards of an act say together: the forecast of a device, the ruling of the server.
public struct ActJudgement: Sendable, Hashable {
  /// What follows of the verdicts.
  public enum Outcome: String, Sendable, Hashable {
    /// No rule is against it.
    case accepted
    /// At least one rule is not met.
    case refused
    /// No rule is against it here, and at least one needs what only the server sees.
    case undeterminedHere = "undetermined-here"
  }

  /// One verdict for each rule looked at, in the order of the guard.
  public let verdicts: [RuleVerdict]

  /// Judges verdicts; none at all is accepted.
  public init(_ verdicts: [RuleVerdict]) {
    self.verdicts = verdicts.filter { RuleSwitches.isOn($0.rule) }
  }

  /// What follows; a rule not met outweighs one undetermined.
  public var outcome: Outcome {
    if !reasons.isEmpty { return .refused }
    return needs.isEmpty ? .accepted : .undeterminedHere
  }

  /// Why it is refused, in the order of the guard.
  public var reasons: [RuleReason] { verdicts.compactMap(\.reason) }

  /// The rules that are not met, each once, in the order of the guard.
  public var rules: [RuleID] {
    reasons.reduce(into: []) { rules, reason in
      if !rules.contains(reason.rule) { rules.append(reason.rule) }
    }
  }

  /// What only the server sees, each once.
  public var needs: [RuleNeed] {
    verdicts.reduce(into: []) { needs, verdict in
      guard case .undeterminedHere(_, let more) = verdict else { return }
      needs += more.filter { !needs.contains($0) }
    }
  }

  /// All reasons in sentences, one after the other; empty when there is none.
  public var text: LocalizedText {
    LocalizedText(
      fr: reasons.map { $0.text.sentences(in: .french) }.joined(separator: " "),
      en: reasons.map { $0.text.sentences(in: .english) }.joined(separator: " "))
  }
}
