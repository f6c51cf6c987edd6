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
  public private(set) var dated: CivilDate?
  /// The day it was sent.
  public private(set) var sent: CivilDate?
  /// The day it was received.
  public private(set) var received: CivilDate?
  /// The day its receipt was acknowledged.
  public private(set) var acknowledged: CivilDate?
  /// The entry it corrects.
  public let corrects: EntityID?
  /// The decision, the correction or the act it carries; named here since those are frozen when their letter leaves.
  public let proves: EntityID?
  /// Why it corrects it.
  public let motive: String?
  /// Fields two people wrote differently: nothing rests on them until settled.
  public private(set) var inConflict: [String]

  /// Its dates by field, in the order of the register.
  private static let dates: [(field: String, day: any WritableKeyPath<MailItem, CivilDate?> & Sendable)] = [
    ("dated", \.dated), ("sent", \.sent), ("received", \.received), ("acknowledged", \.acknowledged),
  ]

  /// The entry with the dates on which others disagree with it left open: nothing rests on them until settled.
  func disputed(by others: [MailItem]) -> MailItem {
    var item = self
    for (field, day) in Self.dates {
      let isNamed = others.contains { $0.inConflict.contains(field) }
      guard isNamed || others.contains(where: { $0[keyPath: day] != self[keyPath: day] }) else { continue }
      item[keyPath: day] = nil
      if !item.inConflict.contains(field) { item.inConflict.append(field) }
    }
    return item
  }

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

extension MailItem {
  /// The day the addressee has it: the receipt on record, else the day that stands for it.
  ///
  /// One definition for every delay that runs from a receipt (DL-QUAL-10).
  public func receipt(_ basis: NotificationDateBasis) -> CivilDate? {
    guard RuleSwitches.isOn("R-TIME-14") else { return nil }
    return received ?? clockStart(basis)
  }

  init(_ id: EntityID, in fold: StreamFold) {
    let reading = FieldReading(fold: fold, entity: id)
    func day(_ field: FieldName) -> CivilDate? {
      reading.view(field)?.conflict == nil ? reading.text(field).flatMap { CivilDate($0) } : nil
    }
    self.init(
      id: id, direction: reading.text("direction").flatMap(Direction.init(rawValue:)), dated: day("dated"),
      sent: day("sent"), received: day("received"), acknowledged: day("acknowledged"),
      corrects: reading.text("corrects").flatMap { EntityID($0) },
      proves: reading.text("proves").flatMap { EntityID($0) }, motive: reading.text("motive"),
      inConflict: Self.dates.map(\.field).filter {
        FieldName($0).flatMap { reading.view($0)?.conflict } != nil
      })
  }
}
