import SyncCore

/// The streams a replica has been told to hold, as a bookmark carries them: short even for someone who sees thousands.
///
/// A stream is numbered by the position of its first entry. Someone who sees everything enters streams in that order,
/// so one number says how far they are.
struct EnteredStreams: Equatable {
  /// All streams numbered up to here are entered, `office` only with `hasOffice`.
  var through = 0
  var hasOffice = false
  /// Streams entered one by one, by number.
  var numbers: Set<Int> = []
  /// Streams entered one by one before they had an entry, ascending, as bookmarks spell them: sorted anew at every push
  /// that opens a stream, they would cost more than the push.
  private(set) var names: [StreamID] = []

  func contains(_ stream: StreamID, number: Int) -> Bool {
    numbers.contains(number) || (!names.isEmpty && holds(stream))
      || (number <= through && (hasOffice || stream != .office))
  }

  /// Whether a stream was entered before it had an entry.
  func holds(_ name: StreamID) -> Bool { place(of: name).isHeld }

  /// Enters a stream that has no entry so far.
  mutating func enter(_ name: StreamID) {
    let (place, isHeld) = place(of: name)
    if !isHeld { names.insert(name, at: place) }
  }

  /// Forgets a stream entered before it had an entry.
  /// - Returns: false when it was not.
  @discardableResult
  mutating func forget(_ name: StreamID) -> Bool {
    let (place, isHeld) = place(of: name)
    if isHeld { names.remove(at: place) }
    return isHeld
  }

  private func place(of name: StreamID) -> (place: Int, isHeld: Bool) {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return (low, low < names.count && names[low] == name)
  }

  /// Bytes the names take in a bookmark.
  var nameBytes: Int { names.reduce(0) { $0 + Self.bytes(of: $1) } }

  /// Bytes a name takes there, with its quotes and comma.
  static func bytes(of name: StreamID) -> Int { name.description.utf8.count + 3 }

  var json: JSONValue {
    .array([
      .integer(Int64(through)), .bool(hasOffice), .array(numbers.sorted().map { .integer(Int64($0)) }),
      .array(names.map { .string($0.description) }),
    ])
  }

  init() {}

  init?(_ value: JSONValue) {
    guard let parts = value.elements, parts.count == 4, let through = parts[0].number,
      let hasOffice = parts[1].truth, let numbers = parts[2].elements, let names = parts[3].elements
    else { return nil }
    self.through = Int(through)
    self.hasOffice = hasOffice
    self.numbers = Set(numbers.compactMap { $0.number.map(Int.init) })
    self.names = names.compactMap { $0.text.flatMap { StreamID($0) } }.sorted()
  }
}
