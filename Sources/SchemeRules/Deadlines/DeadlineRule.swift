public import AuditModel
public import WorkingDays

/// One row of RULEBOOK §4.3: what starts a clock, how long it runs, for whom, and what follows.
public struct DeadlineRule: Sendable, Hashable {
  /// The row's id.
  public let id: DeadlineID
  /// The fact that starts the clock (R-TIME-14).
  public let trigger: LocalizedText
  /// How the due moment is computed; normative.
  public var expression: DeadlineExpression
  /// Who must act; never empty, any of them suffices unless the rule says otherwise.
  public let actors: [DeadlineActor]
  /// What follows when nobody acted in time.
  public let missed: LocalizedText
  /// The rule of RULEBOOK §7 that words it, such as `R-QUAL-66`.
  public let ruleID: String
  /// The document and section it was taken from.
  public let source: String
  /// Whether the delay is only indicative: shown, with no consequence.
  public let isIndicative: Bool
  /// Whether the source says « jours » without a unit, so that `plainDayUnit` applies (R-TIME-15, A-06).
  public let saysPlainDays: Bool

  /// The scheme it belongs to, or nil for a partner network under any scheme.
  public var scheme: Scheme? { id.scheme }

  init(
    _ id: DeadlineID, _ expression: DeadlineExpression, _ actors: [DeadlineActor],
    trigger: (french: String, english: String), missed: (french: String, english: String),
    rule: String, source: String, isIndicative: Bool = false, saysPlainDays: Bool = false
  ) {
    self.id = id
    self.trigger = LocalizedText(fr: trigger.french, en: trigger.english)
    self.expression = expression
    self.actors = actors
    self.missed = LocalizedText(fr: missed.french, en: missed.english)
    self.ruleID = rule
    self.source = source
    self.isIndicative = isIndicative
    self.saysPlainDays = saysPlainDays
  }

  /// The same row with another delay.
  func due(_ expression: DeadlineExpression) -> DeadlineRule {
    var rule = self
    rule.expression = expression
    return rule
  }
}
