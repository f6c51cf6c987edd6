public import AuditModel

/// How the software keeps a rule.
public enum RuleHolding: Sendable, Hashable {
  /// Acts of these names are refused where it is not met; never empty.
  case guards([String])
  /// People are advised while they write; nothing is refused.
  case advice
  /// A due date is computed and shown.
  case deadline(DeadlineID)
  /// The effect comes by itself and is written once.
  case automatic
  /// It is worked out, there.
  case computed(LocalizedText)
  /// A duty that can only be recorded, and shows there.
  case recorded(LocalizedText)
  /// It is shown there.
  case shown(LocalizedText)

  /// The stable code.
  public var code: String {
    switch self {
    case .guards: "guards"
    case .advice: "advice"
    case .deadline: "deadline"
    case .automatic: "automatic"
    case .computed: "computed"
    case .recorded: "recorded"
    case .shown: "shown"
    }
  }

  /// The acts refused where the rule is not met; empty unless it guards.
  public var acts: [String] { if case .guards(let acts) = self { acts } else { [] } }

  /// The page, list or part that keeps it, or nil where acts, a deadline or nobody does.
  public var place: LocalizedText? {
    switch self {
    case .computed(let place), .recorded(let place), .shown(let place): place
    case .guards, .advice, .deadline, .automatic: nil
    }
  }

  /// The holding in words, without the names of acts.
  public var words: LocalizedText {
    switch self {
    case .guards: LocalizedText(fr: "refus de l'acte", en: "refusal of the act")
    case .advice: LocalizedText(fr: "avis à la saisie", en: "advice while writing")
    case .deadline(let id): LocalizedText(fr: "échéance \(id)", en: "deadline \(id)")
    case .automatic: LocalizedText(fr: "effet automatique, écrit une fois", en: "automatic effect, written once")
    case .computed(let place): LocalizedText(fr: "calcul : \(place.fr)", en: "computed: \(place.en)").spaced
    case .recorded(let place): LocalizedText(fr: "enregistré : \(place.fr)", en: "recorded: \(place.en)").spaced
    case .shown(let place): LocalizedText(fr: "affiché : \(place.fr)", en: "shown: \(place.en)").spaced
    }
  }
}
