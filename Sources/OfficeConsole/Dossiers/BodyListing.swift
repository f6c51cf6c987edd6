import AuditDesk
import AuditModel
import SyncCore

/// Bodies in the order of their names, each with its dossiers.
struct BodyListing: Sendable {
  /// One body.
  struct Row: Sendable {
    /// The key of its streams: its SIREN.
    let key: String
    /// Its organisation stream; nil when the reader sees none.
    var organisation: StreamID?
    /// Its legal name; nil when none is held.
    var name: String?
    /// Its dossiers, by scheme.
    var dossiers: [StreamID] = []
    /// The words of name and key, each behind a space, as a search reads them.
    fileprivate var searched: [UInt8] = []
    fileprivate var order: [UInt8] = []
  }

  private var rows: [String: Row] = [:]
  /// The bodies by name.
  private(set) var sorted: [Row] = []
  /// How many have a dossier.
  private(set) var withDossier = 0

  /// Takes in streams that are new or have changed.
  mutating func take(_ streams: [(StreamID, last: Int)], name: (StreamID) -> String?) {
    var changed: Set<String> = []
    for (stream, _) in streams {
      guard let key = Titles.key(of: stream) else { continue }
      var row = rows[key] ?? Row(key: key)
      if case .organisation = stream.family {
        let found = name(stream)
        if row.organisation != nil, row.name.map({ Array($0.utf8) }) == found.map({ Array($0.utf8) }) { continue }
        row.organisation = stream
        row.name = found
      } else if !row.dossiers.contains(stream) {
        row.dossiers.append(stream)
        row.dossiers.sort()
      } else {
        continue
      }
      changed.insert(key)
      let words = RegisterSpelling.folded(row.name ?? "").map { Array($0.utf8) }
      row.searched = (words + [Array(key.utf8)]).flatMap { [0x20] + $0 }
      // Bodies without a name come last, by key.
      row.order = row.name == nil ? [0xFF] + key.utf8 : Array(words.joined(separator: [0x20])) + [0] + key.utf8
      rows[key] = row
    }
    // Most changes are to what a list does not show.
    guard !changed.isEmpty else { return }
    place(changed)
    withDossier = sorted.count { !$0.dossiers.isEmpty }
  }

  /// Puts changed rows where their names belong: a few one by one, many by sorting all.
  private mutating func place(_ changed: Set<String>) {
    guard changed.count <= 32 else {
      sorted = rows.values.sorted { $0.order.lexicographicallyPrecedes($1.order) }
      return
    }
    sorted.removeAll { changed.contains($0.key) }
    for row in changed.compactMap({ rows[$0] }) {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle].order.lexicographicallyPrecedes(row.order) { low = middle + 1 } else { high = middle }
      }
      sorted.insert(row, at: low)
    }
  }

  /// The bodies every word of a query begins a word of, or whose number begins with the query's digits.
  func found(_ query: String, all: Bool) -> [Row] {
    let digits = query.filter { $0.isASCII && !$0.isWhitespace }
    let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    // A SIREN is written in groups of three; a SIRET begins with the SIREN of its body.
    let words = isNumber ? [String(digits.prefix(9))] : RegisterSpelling.folded(query)
    let wanted = words.map { [0x20] + Array($0.utf8) }
    guard !wanted.isEmpty || query.allSatisfy(\.isWhitespace) else { return [] }
    return sorted.filter { row in
      (all || !row.dossiers.isEmpty) && wanted.allSatisfy { Self.contains(row.searched, $0) }
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return text.withUnsafeBufferPointer { text in
      part.withUnsafeBufferPointer { part in
        (0...(text.count - part.count)).contains { start in
          for place in part.indices where text[start + place] != part[place] { return false }
          return true
        }
      }
    }
  }
}
