public import SyncCore

/// Reasons as data inside a ruling, and back: read ten years later in either language.
public enum RulingReasons {
  /// An array of `{"code":…,"facts":{…},"rule":…}`.
  public static func json(_ reasons: [RuleReason]) -> JSONValue {
    .array(
      reasons.map { reason in
        .sorted([
          ("code", .string(reason.code)),
          ("facts", .sorted(reason.facts.map { ($0.key, .array($0.value.map { .string($0) })) })),
          ("rule", .string(reason.rule.description)),
        ])
      })
  }

  /// The reasons of a ruling; entries of another shape are left out.
  public static func read(_ value: JSONValue) -> [RuleReason] {
    (value.elements ?? []).compactMap { entry in
      guard let code = entry["code"]?.text, let rule = entry["rule"]?.text.flatMap({ RuleID($0) }) else { return nil }
      let facts = (entry["facts"]?.members ?? []).map { ($0.key, ($0.value.elements ?? []).compactMap(\.text)) }
      return RuleReason(rule: rule, code: code, facts: Dictionary(facts, uniquingKeysWith: { first, _ in first }))
    }
  }
}
