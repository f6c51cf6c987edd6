/// What a new file would change in the reference, and whether that is too much at once.
///
/// A body one of whose rows was rejected is left whole as it was: neither added, removed nor changed. Pure, and
/// independent of the order of rows and of the dictionary.
public struct PublicListComparison: Sendable {
  /// The bodies in the reference.
  public let referenceBodies: Int
  /// Bodies the reference does not have, in order of SIREN.
  public let added: [PublicListSIREN]
  /// Bodies the new file no longer has, in order of SIREN.
  public let removed: [PublicListSIREN]
  /// Fields stated differently, in order of SIREN, then the body's own before its sites', SIRET, field.
  public let changes: [PublicListChange]
  /// Bodies with at least one change, in order of SIREN.
  public let changed: [PublicListSIREN]
  /// Bodies left as they were because a row about them was rejected, in order of SIREN.
  public let leftAsTheyWere: [PublicListSIREN]
  /// Bodies of the reference found the same.
  public let unchangedBodies: Int
  /// Whether the import may go on.
  public let verdict: PublicListVerdict

  /// Compares a reading with the reference, a dictionary by SIREN (empty the first time).
  ///
  /// `acceptMassChange` turns a refusal into `acceptedMassChange`, which still lists the limits exceeded.
  public init(
    reference: [PublicListSIREN: PublicListBody], reading: PublicListReading, limits: PublicListLimits = .standard,
    acceptMassChange: Bool = false
  ) {
    let undecided = Set(reading.rejections.flatMap(\.sirens))
    var found: Set<PublicListSIREN> = []
    var (added, changed): ([PublicListSIREN], [PublicListSIREN]) = ([], [])
    var changes: [PublicListChange] = []
    var unchanged = 0
    for body in reading.bodies where !undecided.contains(body.siren) {
      guard let before = reference[body.siren] else {
        added.append(body.siren)
        continue
      }
      found.insert(body.siren)
      let differences = PublicListDifference(from: before, to: body).changes
      if differences.isEmpty { unchanged += 1 } else { changed.append(body.siren) }
      changes += differences
    }
    let removed = reference.keys.filter { !found.contains($0) && !undecided.contains($0) }.sorted()
    referenceBodies = reference.count
    self.added = added
    self.removed = removed
    self.changes = changes
    self.changed = changed
    leftAsTheyWere = undecided.sorted()
    unchangedBodies = unchanged
    verdict = Self.verdict(
      removed: removed.count, changed: changed.count, of: reference.count, limits: limits, accept: acceptMassChange)
  }

  private static func verdict(
    removed: Int, changed: Int, of reference: Int, limits: PublicListLimits, accept: Bool
  ) -> PublicListVerdict {
    var exceeded: [PublicListMassChange] = []
    func judge(_ reason: PublicListMassChangeReason, _ bodies: Int, _ perMille: Int, _ number: Int?) {
      let share = reference >= limits.guardBodiesMin ? reference * perMille / 1000 : reference
      let most = min(share, number ?? reference)
      if bodies > most {
        exceeded.append(
          PublicListMassChange(reason: reason, bodies: bodies, referenceBodies: reference, bodiesMax: most))
      }
    }
    if reference > 0, removed == reference {
      exceeded.append(
        PublicListMassChange(
          reason: .nothingLeft, bodies: removed, referenceBodies: reference, bodiesMax: reference - 1))
    } else {
      judge(.removed, removed, limits.removedPerMilleMax, limits.removedBodiesMax)
    }
    judge(.changed, changed, limits.changedPerMilleMax, limits.changedBodiesMax)
    if exceeded.isEmpty { return .admissible }
    return accept ? .acceptedMassChange(exceeded) : .refused(exceeded)
  }
}
