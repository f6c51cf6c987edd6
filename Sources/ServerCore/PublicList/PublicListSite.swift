/// One establishment of a body, as published.
public struct PublicListSite: Sendable {
  /// Its SIRET.
  public let siret: PublicListSIRET
  /// The name on the door, or else the legal name.
  public let name: String?
  /// Its address.
  public let address: PublicListAddress
  /// Whether it is closed.
  public let closed: PublicListFlag

  /// Puts a site together.
  public init(siret: PublicListSIRET, name: String?, address: PublicListAddress, closed: PublicListFlag) {
    self.siret = siret
    self.name = name
    self.address = address
    self.closed = closed
  }
}
