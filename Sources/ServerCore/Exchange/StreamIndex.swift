import SyncCore

/// Where each stream begins in the log: the number it goes by in bookmarks.
///
/// A stream never begins elsewhere, so what is known stays true while the log grows; only later streams are added.
struct StreamIndex {
  /// A stream with its number.
  struct Entry {
    let number: Int
    let stream: StreamID
  }

  /// Ascending by number.
  private(set) var entries: [Entry] = []
  private var numbers: [StreamID: Int] = [:]

  /// The number of a stream; nil before its first entry.
  func number(of stream: StreamID) -> Int? { numbers[stream] }

  /// The stream of a number.
  func stream(numbered number: Int) -> StreamID? {
    let place = firstPlace(after: number - 1)
    return place < entries.count && entries[place].number == number ? entries[place].stream : nil
  }

  /// The streams that begin beyond a position.
  func beyond(_ position: Int) -> ArraySlice<Entry> { entries[firstPlace(after: position)...] }

  /// Takes in the streams that began since.
  mutating func catchUp(_ ledger: any LedgerReading) throws {
    for record in try ledger.streams(firstAfter: entries.last?.number ?? 0) { add(record.stream, record.first) }
  }

  /// Takes in a stream that begins now.
  mutating func add(_ stream: StreamID, _ number: Int) {
    guard numbers[stream] == nil else { return }
    numbers[stream] = number
    entries.append(Entry(number: number, stream: stream))
  }

  private func firstPlace(after position: Int) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].number <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
