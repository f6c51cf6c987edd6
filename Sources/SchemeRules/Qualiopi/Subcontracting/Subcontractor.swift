public import WorkingDays

/// What is recorded of a subcontractor; what is not recorded is not assumed in its favour.
public struct Subcontractor: Sendable, Hashable {
  /// A time off the list of Mon Compte Formation.
  public struct Delisting: Sendable, Hashable {
    /// The first day.
    public var from: CivilDate
    /// The last day, or nil while it lasts.
    public var until: CivilDate?

    /// Describes a delisting.
    public init(from: CivilDate, until: CivilDate?) {
      self.from = from
      self.until = until
    }

    func covers(_ day: CivilDate) -> Bool { from <= day && until.map { day <= $0 } ?? true }
  }

  /// Whether it is Qualiopi-certified.
  public var isCertified: Bool
  /// Whether it holds the certification the service prepares.
  public var holdsCertification: Bool
  /// Whether the certifier gave it a habilitation to train for it.
  public var isHabilitated: Bool
  /// Whether it is under the micro-social scheme.
  public var isMicroSocial: Bool
  /// Its turnover; nil where it is not recorded.
  public var turnover: EuroCents?
  /// When it was taken off Mon Compte Formation.
  public var delistings: [Delisting]
  /// Whether the principal checked that it meets the national referential (R-QUAL-135).
  public var isChecked: Bool

  /// Describes a subcontractor.
  public init(
    isCertified: Bool = false, holdsCertification: Bool = false, isHabilitated: Bool = false,
    isMicroSocial: Bool = false, turnover: EuroCents? = nil, delistings: [Delisting] = [], isChecked: Bool = false
  ) {
    self.isCertified = isCertified
    self.holdsCertification = holdsCertification
    self.isHabilitated = isHabilitated
    self.isMicroSocial = isMicroSocial
    self.turnover = turnover
    self.delistings = delistings
    self.isChecked = isChecked
  }

  /// Whether it needs neither Qualiopi nor a listing by the Caisse des dépôts: micro-social, under the threshold
  /// (R-QUAL-128).
  public var isExempt: Bool { isMicroSocial && (turnover.map { $0 < MicroSocialThreshold.amount } ?? false) }
}

/// The micro-social threshold of guide V9 (R-QUAL-128).
public enum MicroSocialThreshold {
  /// The turnover from which a subcontractor is no longer exempt.
  public static let amount: EuroCents = .euros(77_000)
}
