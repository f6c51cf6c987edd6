/// What a file says of one body: all rows of one SIREN taken together.
///
/// Depends on the set of rows only, not on their order in the file.
public struct PublicListBody: Sendable {
  /// The body.
  public let siren: PublicListSIREN
  /// Its legal name; where rows differ, that of an open head office first in byte order of SIRET.
  public let legalName: String?
  /// The address of its head office where the file has it, else of its first site in byte order, open ones first.
  public let address: PublicListAddress
  /// The establishment whose address `address` is.
  public let addressSIRET: PublicListSIRET
  /// The head office as stated, listed among the sites or not; nil when the file does not state it.
  public let headOffice: PublicListSIRET?
  /// The declaration number of the row that gave the legal name, or else the first one found.
  public let nda: String?
  /// The other declaration numbers, distinct, in byte order.
  public let otherNDAs: [String]
  /// The certification: yes where any open row says yes.
  public let qualiopi: PublicListQualiopi
  /// The establishments, one per SIRET, in byte order of SIRET.
  public let sites: [PublicListSite]

  /// Puts a body together, as storage does for the reference of a comparison.
  public init(
    siren: PublicListSIREN, legalName: String?, address: PublicListAddress, addressSIRET: PublicListSIRET,
    headOffice: PublicListSIRET?, nda: String?, otherNDAs: [String], qualiopi: PublicListQualiopi,
    sites: [PublicListSite]
  ) {
    self.siren = siren
    self.legalName = legalName
    self.address = address
    self.addressSIRET = addressSIRET
    self.headOffice = headOffice
    self.nda = nda
    self.otherNDAs = otherNDAs
    self.qualiopi = qualiopi
    self.sites = sites
  }

  /// The sites not known to be closed.
  public var openSites: [PublicListSite] { sites.filter { $0.closed != .yes } }
}
