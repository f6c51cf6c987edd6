/// Whether an entity stands, is gone, or is disputed.
public enum EntityLife: Sendable, Hashable {
  /// It stands.
  case standing
  /// It is deleted, by itself or with an entity above it.
  case deleted
  /// Someone deleted it while someone else went on writing below it: shown until a new delete or a restore.
  case disputed(deletions: [ChangeID])
}

/// Tells the lives of many entities of one fold, each judged once however many lie below it.
struct EntityLives {
  private let fold: StreamFold
  private var own: [EntityID: EntityLife] = [:]

  init(_ fold: StreamFold) { self.fold = fold }

  /// Whether an entity stands, by its own deletions and those of what is above it.
  mutating func life(of id: EntityID) -> EntityLife {
    guard fold.holdsLives else { return .standing }
    for above in fold.ancestors(of: id) where ownLife(of: above) == .deleted { return .deleted }
    return ownLife(of: id)
  }

  private mutating func ownLife(of id: EntityID) -> EntityLife {
    guard let facts = fold.facts[id], !facts.lives.isEmpty else { return .standing }
    if let known = own[id] { return known }
    let life = judge(id, facts)
    own[id] = life
    return life
  }

  /// A deletion takes effect when every step on the entity and below it, other deletions apart, lies inside what its
  /// writer had seen, the steps of its own change included.
  ///
  /// A deletion that arrives outside a freeze is disputed until a restore or a thaw; nothing that arrives outside a
  /// freeze brings back what was deleted inside it.
  private func judge(_ id: EntityID, _ facts: EntityFacts) -> EntityLife {
    let frozen = fold.frozenAt(of: id)
    // A deletion or restoration outside a freeze is late: it decides nothing until a thaw.
    let fixed = frozen.map { at in facts.lives.filter { at.contains($0.key) } } ?? facts.lives
    let deletions = Self.heads(of: fixed).filter { fixed[$0]?.deleteSeen != nil }
    if !deletions.isEmpty {
      let touches = touches(atOrBelow: id, within: frozen)
      for deletion in deletions {
        guard var seen = fixed[deletion]?.deleteSeen else { continue }
        seen.insert(deletion)
        if touches.last.allSatisfy({ seen.contains(ChangeID(replica: $0.key, seq: $0.value)) }) { return .deleted }
      }
    }
    let disputed = Self.heads(of: facts.lives).filter { facts.lives[$0]?.deleteSeen != nil }.sorted()
    return disputed.isEmpty ? .standing : .disputed(deletions: disputed)
  }

  /// What was done, other than delete, on an entity and below it, as far as a freeze holds it fixed.
  ///
  /// Read out of the records when a deletion asks for it, which is seldom, and not kept up at every write.
  private func touches(atOrBelow id: EntityID, within frozen: SeenVector?) -> SeenVector {
    var touches = SeenVector()
    for record in fold.records(atOrBelow: id) {
      for change in record.touching where frozen?.contains(change) ?? true { touches.insert(change) }
    }
    return touches
  }

  /// The deletions and restorations no other names in `over`.
  static func heads(of lives: [ChangeID: EntityFacts.LifeStep]) -> [ChangeID] {
    let covered = Set(lives.values.lazy.flatMap(\.over))
    return lives.keys.filter { !covered.contains($0) }
  }
}

extension StreamFold {
  /// Whether an entity stands; of one never deleted, nor anything above it, its depth is the cost.
  public func life(of id: EntityID) -> EntityLife {
    var lives = EntityLives(self)
    return lives.life(of: id)
  }

  /// The ids of the entities of one type that are not deleted, ascending by bytes.
  public func standing(ofType typePath: String) -> [EntityID] {
    var lives = EntityLives(self)
    var standing: [EntityID] = []
    for (id, facts) in facts where facts.typePath == typePath && lives.life(of: id) != .deleted {
      standing.append(id)
    }
    return standing.sorted()
  }
}
