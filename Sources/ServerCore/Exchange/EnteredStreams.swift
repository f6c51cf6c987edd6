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
  /// Streams entered one by one before they had an entry.
  var names: Set<StreamID> = []

  func contains(_ stream: StreamID, number: Int) -> Bool {
    numbers.contains(number) || (!names.isEmpty && names.contains(stream))
      || (number <= through && (hasOffice || stream != .office))
  }

  /// Bytes the names take in a bookmark.
  var nameBytes: Int { names.reduce(0) { $0 + Self.bytes(of: $1) } }

  /// Bytes a name takes there, with its quotes and comma.
  static func bytes(of name: StreamID) -> Int { name.description.utf8.count + 3 }

  var json: JSONValue {
    .array([
      .integer(Int64(through)), .bool(hasOffice), .array(numbers.sorted().map { .integer(Int64($0)) }),
      .array(names.sorted().map { .string($0.description) }),
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
    self.names = Set(names.compactMap { $0.text.flatMap { StreamID($0) } })
  }
}
