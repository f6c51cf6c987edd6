import AuditModel

extension DeadlineRule {
  /// What follows, led in by « sinon » where somebody was to act, by « ensuite » where nobody was.
  var consequence: LocalizedText {
    // Before the opening of a window nothing is late: what follows stands for itself.
    if id.windowPart == .opens { return missed }
    return actors == [.automatic]
      ? LocalizedText(fr: "ensuite, \(missed.fr)", en: "then, \(missed.en)")
      : LocalizedText(fr: "sinon, \(missed.fr)", en: "otherwise, \(missed.en)")
  }
}
