public import SyncCore
import WorkingDays

/// The non-conformities of a dossier with all that bears on them: plans and evidence by the mail register, delays by the
/// days of the audit that raised them.
///
/// It is read once, when the value is made: who asks several times keeps the value.
public struct NonConformityReading: Sendable {
  /// All of the dossier, ascending by audit and indicator; the cumulation of an audit after its indicators.
  public let all: [NonConformityFacts]

  /// Reads a dossier, each delay by the readings in force at its trigger, the rest of an audit by those of its first day
  /// (R-TIME-19).
  public init(_ context: ActContext) { self.init(context, register: MailRegister(context.dossier)) }

  /// Reads a dossier by one set of readings.
  public init(_ fold: StreamFold, settings: QualiopiSettings = .standard) {
    self.init(fold, settings: settings, register: MailRegister(fold))
  }

  /// Reads a dossier whose mail is read already, each delay by the readings in force at its trigger.
  init(_ context: ActContext, register: MailRegister) {
    all = NonConformitySource(
      fold: context.dossier, register: register, settings: context.settings, inForce: context.settings(on:)
    ).all()
  }

  /// Reads a dossier whose mail is read already.
  init(_ fold: StreamFold, settings: QualiopiSettings, register: MailRegister) {
    all = NonConformitySource(fold: fold, register: register, settings: settings, inForce: { _ in settings }).all()
  }

  /// Those an audit raised.
  public func raised(by audit: EntityID) -> [NonConformityFacts] { all.filter { $0.origin == audit } }

  /// One non-conformity; nil for one the dossier does not hold.
  public func facts(of id: EntityID) -> NonConformityFacts? { all.first { $0.entity == id } }

  /// The references of the evidence received on one, in their order: no delay and no setting bears on them.
  public static func evidence(on id: EntityID, in fold: StreamFold) -> [String] {
    (FieldReading(fold: fold, entity: id).view("evidence")?.members ?? []).map {
      EvidenceReceipt.reference(of: $0.value)
    }
  }
}
