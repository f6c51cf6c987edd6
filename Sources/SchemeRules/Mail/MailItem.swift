import AuditSchema
public import SyncCore
public import WorkingDays

/// A letter or e-mail in or out, as the register holds it (R-TIME-21).
public struct MailItem: Sendable, Hashable {
  /// Which way it went; the raw value is the wire name.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Received by the certifier.
    case incoming = "in"
    /// Sent by the certifier.
    case outgoing = "out"
  }

  /// The entry.
  public let id: EntityID
  /// Which way; nil while nobody wrote it.
  public let direction: Direction?
  /// The date the document bears.
  public let dated: CivilDate?
  /// The day it was sent.
  public let sent: CivilDate?
  /// The day it was received.
  public let received: CivilDate?
  /// The day its receipt was acknowledged.
  public let acknowledged: CivilDate?
  /// The entry it corrects.
  public let corrects: EntityID?
  /// Why it corrects it.
  public let motive: String?
  /// Fields two people wrote differently: nothing rests on them until settled.
  public let inConflict: [String]

  /// The day that starts or proves something: receipt for what comes in; for what goes out, sending or acknowledgement
  /// (RULEBOOK §4.1, 13).
  public func clockStart(_ basis: NotificationDateBasis) -> CivilDate? {
    guard RuleSwitches.isOn("R-TIME-14") else { return nil }
    switch direction {
    case .incoming, nil: return received
    case .outgoing: return basis == .acknowledged ? acknowledged : sent
    }
  }
}

/// The mail of a dossier, corrections resolved: what an entry says now, and what it said before.
public struct MailRegister: Sendable {
  /// All entries, corrected ones included, ascending by id.
  public let entries: [MailItem]
  private let byID: [EntityID: MailItem]
  private let correctedBy: [EntityID: EntityID]

  /// Reads the register of a dossier or of the office.
  public init(_ fold: StreamFold) {
    entries = fold.standing(ofType: "mail").sorted().map { MailItem($0, in: fold) }
    byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
    // Two corrections of one entry made apart: the later id holds on every replica alike.
    correctedBy = Dictionary(
      entries.compactMap { entry in entry.corrects.map { ($0, entry.id) } }, uniquingKeysWith: max)
  }

  /// The entry that holds for an id: the last of its corrections; nil for one the register does not hold.
  public func holding(_ id: EntityID) -> MailItem? {
    var current = id
    var passed: Set<EntityID> = [id]
    while RuleSwitches.isOn("R-TIME-21"), let next = correctedBy[current], passed.insert(next).inserted {
      current = next
    }
    return byID[current]
  }

  /// An entry as it was written.
  public subscript(id: EntityID) -> MailItem? { byID[id] }
}

extension MailItem {
  init(_ id: EntityID, in fold: StreamFold) {
    let reading = FieldReading(fold: fold, entity: id)
    func day(_ field: FieldName) -> CivilDate? {
      reading.view(field)?.conflict == nil ? reading.text(field).flatMap { CivilDate($0) } : nil
    }
    self.init(
      id: id, direction: reading.text("direction").flatMap(Direction.init(rawValue:)), dated: day("dated"),
      sent: day("sent"), received: day("received"), acknowledged: day("acknowledged"),
      corrects: reading.text("corrects").flatMap { EntityID($0) }, motive: reading.text("motive"),
      inConflict: ["dated", "sent", "received", "acknowledged"].filter {
        FieldName($0).flatMap { reading.view($0)?.conflict } != nil
      })
  }
}
