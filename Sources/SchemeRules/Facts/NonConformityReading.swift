public import SyncCore

/// The non-conformities of a dossier with all that bears on them: plans and evidence by the mail register, delays by the
/// days of the audit that raised them.
///
/// It is read once, when the value is made: who asks several times keeps the value.
public struct NonConformityReading: Sendable {
  /// All of the dossier, ascending by audit and indicator; the cumulation of an audit after its indicators.
  public let all: [NonConformityFacts]

  /// Reads a dossier.
  public init(_ fold: StreamFold, settings: QualiopiSettings = .standard) {
    self.init(fold, settings: settings, register: MailRegister(fold))
  }

  /// Reads a dossier whose mail is read already.
  init(_ fold: StreamFold, settings: QualiopiSettings, register: MailRegister) {
    all = NonConformitySource(fold: fold, register: register, settings: settings).all()
  }

  /// Those an audit raised.
  public func raised(by audit: EntityID) -> [NonConformityFacts] { all.filter { $0.origin == audit } }

  /// One non-conformity; nil for one the dossier does not hold.
  public func facts(of id: EntityID) -> NonConformityFacts? { all.first { $0.entity == id } }
}
