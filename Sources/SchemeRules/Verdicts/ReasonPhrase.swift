import AuditModel

/// The wording of one code of reason, with `{fact}` where the facts go.
struct ReasonPhrase: Sendable, Hashable {
  /// The rule it words, or nil when several rules share the code and the wording.
  let rule: RuleID?
  let code: String
  let what: LocalizedText
  let why: LocalizedText
  let wayOut: LocalizedText

  init(
    _ code: String, rule: RuleID? = nil, what: (fr: String, en: String), why: (fr: String, en: String),
    wayOut: (fr: String, en: String)
  ) {
    self.rule = rule
    self.code = code
    self.what = LocalizedText(fr: what.fr, en: what.en)
    self.why = LocalizedText(fr: why.fr, en: why.en)
    self.wayOut = LocalizedText(fr: wayOut.fr, en: wayOut.en)
  }

  /// Every phrase of the room.
  static let all: [ReasonPhrase] = [
    shared,
    qualiopiAudit,
    qualiopiDecision,
    qualiopiPlanning,
    qualiopiContract,
    qualiopiNotice,
    qualiopiIrregularities,
    qualiopiReport,
    qualiopiCheck,
    qualiopiNonConformity,
    qualiopiCertificate,
    qualiopiCorrection,
    qualiopiDurations,
    qualiopiBilling,
    qualiopiSubcontracting,
    qualiopiFunders,
    certifIAG,
  ].flatMap { $0 }

  /// The phrase of a code, that of the rule before the one all rules share.
  static func of(code: String, rule: RuleID) -> ReasonPhrase? {
    all.first { $0.code == code && $0.rule == rule } ?? all.first { $0.code == code && $0.rule == nil }
  }

  /// What is said of a code this version does not know.
  static func ofNewerVersion(code: String, rule: RuleID) -> ReasonPhrase {
    ReasonPhrase(
      code,
      what: ("La règle \(rule) n'est pas remplie (\(code)).", "Rule \(rule) is not met (\(code))."),
      why: (
        "Ce motif vient d'une version plus récente du logiciel.",
        "This reason comes from a newer version of the software."
      ),
      wayOut: ("Mettez ce poste à jour pour en lire le détail.", "Update this device to read its details."))
  }

  func text(_ facts: [String: [String]]) -> RuleText {
    RuleText(what: Self.fill(what, facts), why: Self.fill(why, facts), wayOut: Self.fill(wayOut, facts))
  }

  private static func fill(_ template: LocalizedText, _ facts: [String: [String]]) -> LocalizedText {
    LocalizedText(fr: fill(template.fr, facts, .french), en: fill(template.en, facts, .english))
  }

  /// One pass, so that braces inside a fact stay what they are.
  private static func fill(_ template: String, _ facts: [String: [String]], _ language: Language) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open] + FactWords.words(of: name, facts[name] ?? [], in: language)
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
