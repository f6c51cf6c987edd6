/// The writes of one register, ascending by change, each marked as soon as another names it in `over`.
///
/// Everything held follows from the set of writes alone, so that equal sets are equal tables (law L2). A write may name
/// writes that come later: their names wait.
public struct WriteTable: Sendable, Hashable {
  private var marked: [Marked] = []
  /// How many writes no other names.
  private var headCount = 0
  /// Named in the `over` of a write, but not written here so far.
  private var awaited: Set<ChangeID> = []
  /// Whether some write descends from itself by `over`, through others: reading heads then takes the long way.
  private(set) var holdsCircle = false
  /// Whether a write by a `set` step is among them: machines listen to none.
  private(set) var holdsSets = false

  /// A write and whether another names it: side by side, since whoever writes on reads both.
  private struct Marked: Sendable, Hashable {
    let write: Write
    var isCovered: Bool
  }

  /// How many writes there are.
  public var count: Int { marked.count }

  /// The writes, ascending by change.
  public var values: [Write] { marked.map(\.write) }

  /// The changes that wrote, ascending.
  public var keys: [ChangeID] { marked.map(\.write.id) }

  /// The write of a change, nil when it wrote nothing here.
  public subscript(id: ChangeID) -> Write? { place(of: id).map { marked[$0].write } }

  /// The write at a place, from 0, ascending by change.
  subscript(place: Int) -> Write { marked[place].write }

  /// The place of a change's write.
  func place(of id: ChangeID) -> Int? {
    let place = firstPlace(from: id)
    return place < marked.count && marked[place].write.id == id ? place : nil
  }

  /// The first place of a write of this change or a later one.
  ///
  /// Replicas write upwards: looked for at the end first.
  private func firstPlace(from id: ChangeID) -> Int {
    guard let last = marked.last?.write.id, id <= last else { return marked.count }
    if last == id { return marked.count - 1 }
    var (low, high) = (0, marked.count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if marked[middle].write.id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Takes in a write; a second one of the same change stands in the first one's place.
  mutating func insert(_ write: Write) {
    if !write.isState { holdsSets = true }
    for id in write.over where id != write.id { cover(id) }
    let place = firstPlace(from: write.id)
    if place < marked.count && marked[place].write.id == write.id { return replace(place, by: write) }
    let isCovered = !awaited.isEmpty && awaited.remove(write.id) != nil
    let new = Marked(write: write, isCovered: isCovered)
    if place == marked.count { marked.append(new) } else { marked.insert(new, at: place) }
    if !isCovered { headCount += 1 }
    // Whatever the order, the last write of a circle to come is one that was waited for.
    if isCovered, !holdsCircle { holdsCircle = descendsFromItself(write.id) }
  }

  private mutating func cover(_ id: ChangeID) {
    guard let place = place(of: id) else {
      awaited.insert(id)
      return
    }
    if marked[place].isCovered { return }
    marked[place].isCovered = true
    headCount -= 1
  }

  /// A change writes a register once (Protocol/model.md), so this is for sets of changes no line spells.
  private mutating func replace(_ place: Int, by write: Write) {
    var writes = values
    writes[place] = write
    self = WriteTable()
    for write in writes { insert(write) }
  }
}

// MARK: heads

extension WriteTable {
  /// The writes that are not overwritten, ascending by change.
  var heads: [Write] {
    if holdsCircle { return heads { _ in true } }
    var heads: [Write] = []
    heads.reserveCapacity(headCount)
    var place = 0
    while heads.count < headCount {
      if !marked[place].isCovered { heads.append(marked[place].write) }
      place += 1
    }
    return heads
  }

  private func descendsFromItself(_ id: ChangeID) -> Bool {
    guard let start = place(of: id) else { return false }
    return marked[start].write.over.contains { $0 != id && lineage(of: $0)[start] }
  }

  /// The heads among the writes a filter lets through; a write that is filtered out covers nothing.
  func heads(where isCounted: (Write) -> Bool) -> [Write] {
    if !holdsCircle, marked.allSatisfy({ isCounted($0.write) }) { return heads }
    // Writes that name each other round a circle, which no honest device writes, overwrite nothing within it: all stay
    // to be seen (law L3).
    let circles = holdsCircle ? WriteCircles(self) : nil
    var isCovered = [Bool](repeating: false, count: count)
    for later in marked.indices where isCounted(marked[later].write) {
      for id in marked[later].write.over {
        guard let named = place(of: id), named != later else { continue }
        if circles.map({ $0.part[named] != $0.part[later] }) ?? true { isCovered[named] = true }
      }
    }
    return marked.indices.filter { !isCovered[$0] && isCounted(marked[$0].write) }.map { marked[$0].write }
  }
}
