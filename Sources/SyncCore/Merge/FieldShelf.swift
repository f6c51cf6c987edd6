/// The histories of one entity's fields: few, side by side in the order they came; past `listedMax` found by an index.
struct FieldShelf: Sendable {
  /// A field with what was written to it.
  struct Entry: Sendable, Hashable {
    let name: FieldName
    var history = FieldHistory()
  }

  /// Fields looked through one by one: entities of the table have no more, but a stream may hold any number.
  static let listedMax = 16

  private(set) var entries: [Entry] = []
  /// Where each field stands; empty up to `listedMax` fields.
  private var places: [FieldName: Int] = [:]

  /// The names, in no order.
  var names: some Collection<FieldName> { entries.lazy.map(\.name) }

  /// The history of a field; nil when nothing was ever written to it.
  subscript(name: FieldName) -> FieldHistory? { place(of: name).map { entries[$0].history } }

  /// Changes a history where it lies, without a copy.
  @inline(__always)
  mutating func edit(_ name: FieldName, _ step: (inout FieldHistory) -> Void) {
    step(&entries[place(of: name) ?? add(name)].history)
  }

  private func place(of name: FieldName) -> Int? {
    entries.count <= Self.listedMax ? entries.firstIndex { $0.name == name } : places[name]
  }

  private mutating func add(_ name: FieldName) -> Int {
    let place = entries.count
    entries.append(Entry(name: name))
    if place == Self.listedMax {
      for (place, entry) in entries.enumerated() { places[entry.name] = place }
    } else if place > Self.listedMax {
      places[name] = place
    }
    return place
  }
}

extension FieldShelf: Hashable {
  /// Compares as sets: the order of arrival leaves no trace (law L2).
  static func == (left: Self, right: Self) -> Bool {
    left.entries.count == right.entries.count && left.entries.allSatisfy { right[$0.name] == $0.history }
  }

  /// Feeds what has no order.
  func hash(into hasher: inout Hasher) { hasher.combine(Set(entries)) }
}
