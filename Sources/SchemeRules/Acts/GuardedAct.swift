/// An act with its guard: pure, the same code on a device and inside the server's writing transaction (DESIGN §6).
public protocol GuardedAct {
  /// What the guard looks at.
  associatedtype Facts: Sendable
  /// The act's row of the catalogue.
  static var act: Act { get }
  /// One verdict for each rule, in a fixed order; the same facts give the same verdicts.
  static func verdicts(_ facts: Facts) -> [RuleVerdict]
}

extension GuardedAct {
  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }
}
