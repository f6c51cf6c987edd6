/// One field of one body that the new file states differently.
public struct PublicListChange: Sendable, Equatable {
  /// The body.
  public let siren: PublicListSIREN
  /// The site; nil when the body itself is meant.
  public let siret: PublicListSIRET?
  /// The field.
  public let field: PublicListField
  /// What the reference says.
  public let from: PublicListValue
  /// What the new file says.
  public let to: PublicListValue
}
