public import AuditModel

/// A rule of the rulebook as a value: what it says in one sentence, where it comes from, and how the software keeps it.
public struct RuleEntry: Sendable, Hashable, Identifiable {
  /// The rulebook's id.
  public let id: RegisterID
  /// What it is about.
  public let kind: RuleKind
  /// The rule in one short sentence.
  public let statement: LocalizedText
  /// The document and section, as the rulebook cites it; empty for a rule no source document holds.
  public let source: String
  /// Whether the source says it.
  public let origin: RuleOrigin
  /// The schemes it belongs to; never empty.
  public let schemes: Set<Scheme>
  /// The names of the settings that change it.
  public let settings: [String]
  /// The default of each setting this entry adopts, by its name.
  public let defaults: [String: String]
  /// How the software keeps it.
  public let held: RuleHolding

  init(
    _ id: RegisterID, _ kind: RuleKind, _ origin: RuleOrigin = .source, from source: String, held: RuleHolding,
    schemes: Set<Scheme> = [.qualiopi], settings: [String] = [], defaults: [String: String] = [:], fr: String,
    en: String
  ) {
    self.id = id
    self.kind = kind
    self.statement = LocalizedText(fr: fr, en: en).spaced
    self.source = source
    self.origin = origin
    self.schemes = schemes
    self.settings = settings
    self.defaults = defaults
    self.held = held
  }

  /// The moves of a transition, from the machine's own table; empty for any other entry.
  public var moves: [RuleMove] { id.rule.map(RuleMove.moves) ?? [] }

  /// The delays that belong to it: the deadline it is, the one that holds it, and those whose row names it as their rule.
  public var deadlines: [DeadlineRule] {
    var holding: DeadlineID?
    if case .deadline(let deadline) = held { holding = deadline }
    return DeadlineTable.standard.rules.filter { rule in
      rule.id == id.deadline || rule.id == holding || rule.ruleID.utf8.elementsEqual(id.description.utf8)
    }
  }
}
