extension WriteTable {
  /// The nearest writes all of some descend from by `over`, in display order: the common ancestors, a write being its
  /// own, that no other common ancestor names.
  ///
  /// One: the base. None: they began from nothing. Several: criss-cross edits, no single base.
  func nearestCommon(of writes: [Write]) -> [Write] {
    guard let first = writes.first else { return [] }
    var common = lineage(of: first.id)
    let circles = holdsCircle ? WriteCircles(self) : nil
    var parts: Set<Int> = []
    for write in writes {
      // Writes of one circle descend from the same.
      if let circles, let place = place(of: write.id), !parts.insert(circles.part[place]).inserted { continue }
      let other = lineage(of: write.id)
      for place in common.indices where !other[place] { common[place] = false }
    }
    var nearest = common
    for place in common.indices where common[place] {
      for id in self[place].over where id != self[place].id {
        if let named = self.place(of: id) { nearest[named] = false }
      }
    }
    return nearest.indices.filter { nearest[$0] }.map { self[$0] }.sorted { $0.order < $1.order }
  }

  /// For each place whether a write descends from it, the write itself included.
  func lineage(of id: ChangeID) -> [Bool] {
    var found = [Bool](repeating: false, count: count)
    guard let start = place(of: id) else { return found }
    found[start] = true
    var open = [start]
    while let next = open.popLast() {
      for id in self[next].over {
        // Most writes name the one their replica wrote before, which lies beside them.
        let isBeside = next > 0 && self[next - 1].id == id
        guard let place = isBeside ? next - 1 : place(of: id), !found[place] else { continue }
        found[place] = true
        open.append(place)
      }
    }
    return found
  }
}
