public import SyncCore
public import WorkingDays

/// The certificate of a body as its dossier records it.
public struct CertificateRecord: Sendable, Hashable {
  /// A suspension in force: what its letter asks, and until when (R-QUAL-87).
  public struct Suspension: Sendable, Hashable {
    /// What lifts it.
    public var condition: String
    /// The day it takes effect.
    public var from: CivilDate
    /// The last day to meet the condition (DL-QUAL-13, or the letter's own).
    public var until: CivilDate
    /// The decision that suspended.
    public var decision: EntityID?
    /// `T-QUAL-C05` for a major, `T-QUAL-C06` for a surveillance not held.
    public var transition: RuleID

    /// Describes a suspension.
    public init(
      condition: String, from: CivilDate, until: CivilDate, decision: EntityID? = nil, transition: RuleID
    ) {
      self.condition = condition
      self.from = from
      self.until = until
      self.decision = decision
      self.transition = transition
    }
  }

  /// Where it stands; a validity recorded without any decision is a certificate taken over as active (R-QUAL-107).
  public var standing: CertificateStanding
  /// The validity in force or the last one; nil while nothing says, or while two people say different things.
  public var validity: CertificateValidity?
  /// Whether a day of the validity stands against another.
  public var isValidityInConflict: Bool
  /// The number printed on it.
  public var number: String?
  /// The number of the cycle, 1 for the first.
  public var cycle: Int?
  /// The categories certified.
  public var categories: [ActionCategory]
  /// Whether the last decision allowed a remote surveillance; its silence is no (R-QUAL-90, A-62).
  public var isRemoteSurveillanceAllowed: Bool
  /// The suspension in force.
  public var suspension: Suspension?
  /// The day the standing holds from.
  public var since: CivilDate?
  /// The last end of validity that came by itself (T-QUAL-C09).
  public var lapsedOn: CivilDate?

  /// Describes a certificate.
  public init(
    standing: CertificateStanding, validity: CertificateValidity? = nil, isValidityInConflict: Bool = false,
    number: String? = nil, cycle: Int? = nil, categories: [ActionCategory] = [],
    isRemoteSurveillanceAllowed: Bool = false, suspension: Suspension? = nil, since: CivilDate? = nil,
    lapsedOn: CivilDate? = nil
  ) {
    self.standing = standing
    self.validity = validity
    self.isValidityInConflict = isValidityInConflict
    self.number = number
    self.cycle = cycle
    self.categories = categories
    self.isRemoteSurveillanceAllowed = isRemoteSurveillanceAllowed
    self.suspension = suspension
    self.since = since
    self.lapsedOn = lapsedOn
  }

  /// The days without a certificate between an expiry and the cycle opened after it (R-QUAL-142), 0 for none.
  public var gapDays: Int {
    guard let lapsedOn, let from = validity?.from, standing != .expired, lapsedOn < from else { return 0 }
    return lapsedOn.days(until: from) - 1
  }
}
