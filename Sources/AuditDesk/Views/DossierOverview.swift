public import SchemeRules
public import SyncCore
public import WorkingDays

/// A dossier on one page: certificate, contract, non-conformities, mail, money, subcontracts, funders, contacts.
public struct DossierOverview: Sendable {
  /// The standing of the certificate, by its wire name; nil where none is recorded.
  public let standing: String?
  /// The first day of validity.
  public let validFrom: CivilDate?
  /// The last day of validity.
  public let validUntil: CivilDate?
  /// How the body's sites stand.
  public let structure: SiteStructure?
  /// The contracts, ascending by id.
  public let contracts: [EntityID]
  /// Non-conformities that stand against the body.
  public let openNonConformities: [PreviousNonConformity]
  /// Letters and e-mails received, then sent; corrections count with what they correct.
  public let mail: (received: Int, sent: Int)
  /// What is to be invoiced.
  public let billing: BillingView
  /// Subcontracts.
  public let subcontracts: [SubcontractView]
  /// Subcontracting by year against the cap.
  public let subcontracting: [SubcontractingYear]
  /// Funders.
  public let funding: FundingView
  /// Contacts.
  public let contacts: [ContactView]

  /// Reads a dossier of Qualiopi as it stands on a day.
  public init(_ fold: StreamFold, on day: CivilDate, settings: QualiopiSettings = .standard) {
    let dossier = fold.standing(ofType: "dossier").first
    func text(_ field: FieldName) -> String? {
      dossier.flatMap { FactView(field, of: $0, in: fold).value?.text }
    }
    standing = fold.standing(ofType: "title").first.flatMap { FactView("standing", of: $0, in: fold).value?.text }
    validFrom = text("validFrom").flatMap { CivilDate($0) }
    validUntil = text("certificateEnd").flatMap { CivilDate($0) }
    structure = text("structure").flatMap(SiteStructure.init(rawValue:))
    contracts = fold.standing(ofType: "contract").sorted()
    openNonConformities = PreviousNonConformity.all(in: fold, before: nil).filter(\.state.isOpen)
    let entries = MailRegister(fold).entries.filter { $0.corrects == nil }
    mail = (entries.count { $0.direction != .outgoing }, entries.count { $0.direction == .outgoing })
    billing = BillingView(fold)
    subcontracts = SubcontractView.all(in: fold)
    subcontracting = SubcontractingYear.all(in: fold, settings: settings)
    funding = FundingView(fold, on: day)
    contacts = ContactView.all(in: fold)
  }
}
