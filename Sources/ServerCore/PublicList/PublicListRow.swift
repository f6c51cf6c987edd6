/// One accepted row of the public list.
public struct PublicListRow: Sendable {
  /// The record, counted from 1, the header being record 1.
  public let record: Int
  /// The line on which the record begins.
  public let line: Int
  /// The layout of the file it came from.
  public let layout: PublicListLayout
  /// The body.
  public let siren: PublicListSIREN
  /// The establishment; its first nine digits are `siren`.
  public let siret: PublicListSIRET
  /// The declaration number (numéro de déclaration d'activité) as text, leading zeros kept.
  public let nda: String?
  /// The legal name (dénomination, raison sociale).
  public let denomination: String?
  /// The name on the door (enseigne); the official list has none.
  public let tradeName: String?
  /// The establishment's address.
  public let address: PublicListAddress
  /// The certification.
  public let qualiopi: PublicListQualiopi
  /// Whether the establishment is closed; unknown in the official list.
  public let closed: PublicListFlag
  /// Whether it is the head office (siège); unknown in the official list.
  public let headOffice: PublicListFlag
  /// The head office's SIRET as stated; nil when not stated, malformed, another body's, or contradicted.
  public let headOfficeSIRET: PublicListSIRET?

  /// Whether the establishment is not known to be closed.
  public var isOpen: Bool { closed != .yes }
}
