public import WorkingDays

/// What was captured on site, as far as gaps show in it: plain values beside those the closing's guard reads.
public struct AuditCaptureFacts: Sendable, Hashable {
  /// What was observed of one indicator, on one site, in one sample.
  public struct Observation: Sendable, Hashable {
    /// The indicator; nil for one that cannot be read.
    public var indicator: QualiopiIndicator?
    /// The site's word.
    public var site: String?
    /// The sample's word.
    public var sample: String?

    /// Describes an observation.
    public init(indicator: QualiopiIndicator?, site: String?, sample: String?) {
      self.indicator = indicator
      self.site = site
      self.sample = sample
    }
  }

  /// A piece of evidence.
  public struct Evidence: Sendable, Hashable {
    /// What it is called.
    public var title: String
    /// The date it bears.
    public var dated: CivilDate?
    /// What it proves.
    public var indicators: Set<QualiopiIndicator>

    /// Describes a piece of evidence.
    public init(title: String, dated: CivilDate?, indicators: Set<QualiopiIndicator>) {
      self.title = title
      self.dated = dated
      self.indicators = indicators
    }
  }

  /// What the closing's guard looks at.
  public var audit: QualiopiAuditFacts
  /// The words of the sites of the plan, with their names.
  public var sites: [String: String]
  /// The services looked at.
  public var samples: [SampledService]
  /// What was observed.
  public var observations: [Observation]
  /// What was shown or taken.
  public var evidence: [Evidence]
  /// Whether the opening meeting's sheet says when it was held.
  public var isOpeningHeld: Bool
  /// Whether the closing meeting's sheet says when it was held.
  public var isClosingHeld: Bool
  /// What was announced at the closing meeting.
  public var announced: [QualiopiIndicator: QualiopiGrade]
  /// Whether the use of the mark was looked at.
  public var isMarkUseChecked: Bool
  /// Auditors of the team, by opaque id, none of whose devices said that its capture is done.
  public var unfinished: [String]

  /// Gathers the facts.
  public init(
    audit: QualiopiAuditFacts, sites: [String: String], samples: [SampledService], observations: [Observation],
    evidence: [Evidence], isOpeningHeld: Bool, isClosingHeld: Bool, announced: [QualiopiIndicator: QualiopiGrade],
    isMarkUseChecked: Bool, unfinished: [String]
  ) {
    self.audit = audit
    self.sites = sites
    self.samples = samples
    self.observations = observations
    self.evidence = evidence
    self.isOpeningHeld = isOpeningHeld
    self.isClosingHeld = isClosingHeld
    self.announced = announced
    self.isMarkUseChecked = isMarkUseChecked
    self.unfinished = unfinished
  }

  /// The sites nobody observed anything on, by word.
  public var unvisitedSites: [String] {
    let seen = Set(observations.compactMap(\.site))
    return sites.keys.filter { !seen.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The samples nobody observed anything of.
  public var unobservedSamples: [SampledService] {
    let seen = Set(observations.compactMap(\.sample))
    return samples.filter { !seen.contains($0.key) }
  }

  /// The earlier non-conformities whose corrective action nobody looked at (R-QUAL-61, R-QUAL-77).
  public var unexaminedActions: [QualiopiIndicator] {
    let seen = Set(observations.compactMap(\.indicator))
    return Set(audit.previous.map(\.indicator)).filter { !seen.contains($0) }.sorted()
  }

  /// Whether every sampled service is known to last two days or less (R-QUAL-13).
  public var areSamplesShort: Bool { !samples.isEmpty && samples.allSatisfy { $0.isShort ?? false } }
}
