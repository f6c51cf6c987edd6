import SchemeRules
public import SyncCore
public import WorkingDays

/// A contact of the body, to whom the client space is open (R-QUAL-103); the login is the e-mail address.
public struct ContactView: Sendable {
  /// The entity.
  public let id: EntityID
  /// The name, as written.
  public let name: String
  /// The e-mail address, as written.
  public let email: String
  /// The telephone number, when there is one.
  public let phone: String?
  /// About when access follows the last update of the address (R-QUAL-102, DL-QUAL-15); indicative.
  public let access: Instant?

  /// Reads one; nil while it has no e-mail address.
  public init?(_ id: EntityID, in fold: StreamFold) {
    let address = FactView("email", of: id, in: fold)
    guard let email = address.value?.text else { return nil }
    self.id = id
    self.email = email
    name = FactView("name", of: id, in: fold).value?.text ?? email
    phone = FactView("phone", of: id, in: fold).value?.text
    access = address.source.flatMap { Self.access(after: Instant(clampingMillisecondsSince1970: $0.time)) }
  }

  /// Those of a dossier, by name.
  public static func all(in fold: StreamFold) -> [ContactView] {
    fold.standing(ofType: "contact").compactMap { ContactView($0, in: fold) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private static func access(after update: Instant) -> Instant? {
    // Only an update at the very end of the calendar has no such moment.
    do {
      guard case .instant(let moment) = try DeadlineQuery(.deadline(.qual15), trigger: .instant(update)).answer().due
      else { return nil }
      return moment
    } catch { return nil }
  }
}
