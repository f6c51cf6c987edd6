public import AuditModel

/// What the reading guide adds to an indicator for the services at hand, in our own words.
public struct IndicatorNote: Sendable, Hashable {
  /// The indicator.
  public let indicator: QualiopiIndicator
  /// The rule it comes from.
  public let rule: RuleID
  /// The version of the guide that brought it; nil where every version says it.
  public let guide: ReadingGuide?
  /// The note.
  public let words: LocalizedText

  init(_ indicator: QualiopiIndicator, _ rule: RuleID, since guide: ReadingGuide? = nil, fr: String, en: String) {
    self.indicator = indicator
    self.rule = rule
    self.guide = guide
    words = LocalizedText(fr: fr, en: en)
  }
}

/// For whom the notes are taken.
public struct IndicatorNotes: Sendable {
  /// What the body does, as its samples show it.
  public let profile: ServiceProfile
  /// The services looked at.
  public let samples: [SampledService]
  /// Whether the body is in its first year, or starts a category (R-QUAL-41).
  public let isNewEntrant: Bool
  /// The reading guide the audit uses (R-QUAL-11).
  public let guide: ReadingGuide

  /// Takes notes for an audit.
  public init(profile: ServiceProfile, samples: [SampledService] = [], isNewEntrant: Bool = false, guide: ReadingGuide)
  {
    self.profile = profile
    self.samples = samples
    self.isNewEntrant = isNewEntrant
    self.guide = guide
  }

  /// The notes on an indicator, the general ones first; none of a guide not yet in force.
  public func on(_ indicator: QualiopiIndicator) -> [IndicatorNote] {
    (Self.general + certifying + byService + durations + subcontracted).filter { note in
      note.indicator == indicator && RuleSwitches.isOn(note.rule)
        && note.guide.map { $0 == .v8 || guide == .v9 } ?? true
    }
  }

  /// The longer services where the sample mixes: indicator 12 is graded on those (R-QUAL-13).
  private var durations: [IndicatorNote] {
    let long = samples.filter { !($0.isShort ?? false) }
    guard samples.contains(where: { $0.isShort == true }), !long.isEmpty else { return [] }
    let titles = long.map(\.title).joined(separator: ", ")
    return [
      IndicatorNote(
        12, "R-QUAL-13", since: .v8, fr: "à coter sur les prestations de plus de 2 jours\u{202F}: \(titles)",
        en: "graded on the services of more than 2 days: \(titles)")
    ]
  }

  private var isAsSubcontractor: Bool {
    if case .asSubcontractorOnly = profile.services { true } else { samples.contains(where: \.isSubcontracted) }
  }

  private var subcontracted: [IndicatorNote] { isAsSubcontractor ? Self.asSubcontractor : [] }
  private var certifying: [IndicatorNote] { profile.isCertifying ? Self.certifyingTraining : [] }

  private var byService: [IndicatorNote] {
    (isNewEntrant ? Self.newEntrant : [])
      + (profile.categories.contains(.priorExperience) ? Self.priorExperience : [])
      + (profile.categories.contains(.skillsAssessment) ? Self.skillsAssessment : [])
      + (profile.categories.contains(.apprenticeship) ? Self.apprenticeship : [])
  }
}
