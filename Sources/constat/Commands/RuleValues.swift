import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension RuleEntry {
  /// The entry for programs, as `rule list --json` gives it.
  var briefMembers: [(String, JSONValue)] {
    [
      ("id", .string(id.description)), ("kind", .string(kind.rawValue)), ("origin", .string(origin.code)),
      ("statement", statement.value),
    ]
  }

  /// The entry whole, as `rule show --json` gives it.
  var members: [(String, JSONValue)] {
    briefMembers + [
      ("source", .string(source)),
      ("schemes", .array(Scheme.allCases.filter(schemes.contains).map { .string($0.rawValue) })),
      ("settings", .array(settings.map(Self.setting))),
      ("held", heldValue),
      ("moves", .array(moves.map(Self.move))),
      ("deadlines", .array(deadlines.map(Self.delay))),
    ]
  }

  private var heldValue: JSONValue {
    var members: [(String, JSONValue)] = [("how", .string(held.code))]
    if !held.acts.isEmpty { members.append(("acts", .array(held.acts.map { .string($0) }))) }
    if let place = held.place { members.append(("place", place.value)) }
    return .sorted(members)
  }

  private static func setting(_ name: String) -> JSONValue {
    .sorted(
      [("name", .string(name))]
        + (RuleRegister.standardValue(of: name).map { [("default", .string($0))] } ?? []))
  }

  private static func move(_ move: RuleMove) -> JSONValue {
    .sorted([
      ("actors", .array(move.actors.map { .string($0.rawValue) })),
      ("from", move.fromCode.map { .string($0) } ?? .null),
      ("to", .string(move.toCode)),
    ])
  }

  private static func delay(_ rule: DeadlineRule) -> JSONValue {
    .sorted([
      ("actors", .array(rule.actors.map { .string($0.rawValue) })), ("delay", .string(rule.expression.description)),
      ("id", .string(rule.id.rawValue)), ("indicative", .bool(rule.isIndicative)), ("missed", rule.missed.value),
      ("trigger", rule.trigger.value),
    ])
  }
}

extension LocalizedText {
  fileprivate var value: JSONValue { .sorted([("en", .string(en)), ("fr", .string(fr))]) }
}
