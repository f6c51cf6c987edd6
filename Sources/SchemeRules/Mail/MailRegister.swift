import AuditSchema
public import SyncCore

/// The mail of a dossier, corrections resolved: what an entry says now, and what it said before.
public struct MailRegister: Sendable {
  /// All entries, corrected ones included, ascending by id.
  public let entries: [MailItem]
  private let byID: [EntityID: MailItem]
  /// The corrections of an entry, in the order they were made.
  private let corrections: [EntityID: [Correction]]

  private struct Correction {
    let id: EntityID
    let order: DisplayOrder
  }

  /// Reads the register of a dossier or of the office.
  public init(_ fold: StreamFold) {
    entries = fold.standing(ofType: "mail").sorted().map { MailItem($0, in: fold) }
    byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
    let made = entries.compactMap { entry -> (EntityID, Correction)? in
      guard let corrected = entry.corrects,
        let order = FieldReading(fold: fold, entity: entry.id).view("corrects")?.heads.last?.order
      else { return nil }
      return (corrected, Correction(id: entry.id, order: order))
    }
    corrections = Dictionary(grouping: made, by: \.0).mapValues { $0.map(\.1).sorted { $0.order < $1.order } }
  }

  /// The entry that holds for an id: the last of the corrections of its letter; nil for one the register does not hold.
  ///
  /// Of two corrections made on two devices that knew nothing of each other, the later one is shown, and the dates on
  /// which they differ are in conflict, until a further correction takes up one of them.
  public func holding(_ id: EntityID) -> MailItem? {
    guard RuleSwitches.isOn("R-TIME-21") else { return byID[id] }
    let ways = ways(from: first(of: id))
    guard let last = ways.max(by: { $0.order < $1.order }), let item = byID[last.leaf] else { return byID[id] }
    return item.disputed(by: ways.filter { !last.settles($0) }.compactMap { byID[$0.leaf] })
  }

  /// The entry a new correction of an id takes up, so that corrections stay one chain: the one that holds, or the
  /// entry itself where it is the last of its own chain.
  public func correctable(_ id: EntityID) -> EntityID {
    corrections[id] == nil ? id : holding(id)?.id ?? id
  }

  /// Whether an outgoing letter that carries a decision, a correction or an act was sent.
  public func isSent(for entity: EntityID) -> Bool {
    entries.contains { entry in
      guard entry.proves == entity, let holding = holding(entry.id) else { return false }
      return holding.proves == entity && holding.direction == .outgoing && holding.sent != nil
    }
  }

  /// An entry as it was written.
  public subscript(id: EntityID) -> MailItem? { byID[id] }

  /// The first entry of the letter an entry is about.
  private func first(of id: EntityID) -> EntityID {
    var current = id
    var passed: Set<EntityID> = [id]
    while let corrected = byID[current]?.corrects, passed.insert(corrected).inserted { current = corrected }
    return current
  }

  /// The ways down from an entry through its corrections to one that nothing corrects; none where all go in circles.
  private func ways(from first: EntityID) -> [Way] {
    var ended: [Way] = []
    var open = (corrections[first] ?? []).map { Way(corrections: [$0]) }
    while let way = open.popLast() {
      let next = (corrections[way.leaf] ?? []).filter { next in
        next.id != first && !way.corrections.contains { $0.id == next.id }
      }
      if next.isEmpty { ended.append(way) }
      open += next.map { Way(corrections: way.corrections + [$0]) }
    }
    return ended
  }

  /// The corrections of a letter one after the other.
  private struct Way {
    /// At least one.
    let corrections: [Correction]

    var leaf: EntityID { corrections[corrections.count - 1].id }

    var order: DisplayOrder { corrections[corrections.count - 1].order }

    /// Whether this later way knew of the other, or takes up one side of where they part.
    func settles(_ other: Way) -> Bool {
      if leaf == other.leaf || order.id.replica == other.order.id.replica { return true }
      let shared = zip(corrections, other.corrections).prefix { $0.id == $1.id }.count
      return corrections.count > shared + 1
    }
  }
}
