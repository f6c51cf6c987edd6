import AuditModel

/// The words of coded values, as people read them (WORDS.md).
enum ValueWords {
  static let all: [String: LocalizedText] = [
    "major": LocalizedText(fr: "majeure", en: "major"), "minor": LocalizedText(fr: "mineure", en: "minor"),
    "conform": LocalizedText(fr: "conforme", en: "conform"),
    "irregular": LocalizedText(fr: "irrégulier", en: "irregular"),
    "not-applicable": LocalizedText(fr: "non applicable", en: "not applicable"),
    "not-audited": LocalizedText(fr: "non audité", en: "not audited"),
    "serious-gap": LocalizedText(fr: "écart grave", en: "serious gap"), "gap": LocalizedText(fr: "écart", en: "gap"),
  ]
}
