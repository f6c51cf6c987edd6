public import AuditModel
public import SchemeRules

/// How people write a sampled service after its title: `2,5j`, `certifiante`, `sous-traitée`, in either language.
public enum SampleNotation {
  /// A word that is none of the notation.
  public struct Fault: Error, Sendable, Hashable {
    /// The word.
    public let word: String

    /// What to write instead.
    public var sentence: LocalizedText {
      LocalizedText(
        fr:
          "«\u{202F}\(word)\u{202F}» ne dit rien d'une prestation. Écrivez une durée (2,5j), certifiante, alternance, "
          + "situation-de-travail ou sous-traitée.",
        en: "“\(word)” says nothing of a service. Write a duration (2.5d), certifying, alternating, work-based or "
          + "subcontracted.")
    }
  }

  /// Reads the words of a service.
  public static func service(key: String, title: String, traits: [String]) throws(Fault) -> SampledService {
    var service = SampledService(key: key, title: title)
    for trait in traits {
      let word = trait.lowercased().filter { $0 != " " }
      if let days = duration(word) {
        service.halfDays = days
        continue
      }
      switch word {
      case "certifiante", "certifiant", "certifying": service.isCertifying = true
      case "alternance", "alternating": service.isAlternating = true
      case "situation-de-travail", "work-based": service.isWorkBased = true
      case "sous-traitée", "sous-traitee", "subcontracted": service.isSubcontracted = true
      default: throw Fault(word: trait)
      }
    }
    return service
  }

  private static func duration(_ word: String) -> Int? {
    guard let unit = word.last, unit == "j" || unit == "d" else { return nil }
    return SampledService.halfDays(String(word.dropLast()))
  }
}
