public import AuditModel

/// Every rule the software keeps, each once, readable: what `constat rule` and `Protocol/rules.md` show.
public enum RuleRegister {
  /// The chapters of Qualiopi, those of all schemes first.
  public static let qualiopiChapters: [RuleChapter] = [
    .time, .roles, .frame, .documents, .auditConditions, .auditCalendar, .report, .decision, .certificate, .fees,
    .subcontracting, .funders, .gradesAndRenewal, .certificateTransitions, .auditTransitions,
    .nonConformityTransitions, .correctionTransitions, .qualiopiDeadlines, .qualiopiReadings, .timeReadings,
    .sharedReadings,
  ]

  /// The schemes whose every rule is in the register.
  public static let schemes: [Scheme] = [.qualiopi]

  /// Every entry that Qualiopi rests on, in the order of the chapters.
  public static let qualiopi: [RuleEntry] = qualiopiChapters.flatMap(\.entries)

  /// Every entry of the register.
  public static let all: [RuleEntry] = qualiopi

  /// The entry of an id, or nil where the register has none.
  public static func entry(_ id: RegisterID) -> RuleEntry? { byID[id] }

  /// The entries whose id or statement holds every word typed, whatever the case and the accents.
  public static func search(_ words: String) -> [RuleEntry] {
    let wanted = folded(words).split(separator: " ")
    return all.filter { entry in
      let text = folded([entry.id.description, entry.statement.fr, entry.statement.en].joined(separator: "\n"))
      return wanted.allSatisfy { text.contains($0) }
    }
  }

  /// The ids spelt most like a text, nearest first: at most four, none that differs in more than two places.
  ///
  /// Of two as near, the one that begins like the text for longer comes first.
  public static func idsNear(_ text: String) -> [RegisterID] {
    let typed = Array(text.uppercased().utf8.prefix(32))
    return all.map { entry in
      let bytes = Array(entry.id.description.utf8)
      let shared = zip(typed, bytes).prefix { $0 == $1 }.count
      return (id: entry.id, distance: distance(typed, bytes), shared: shared, excess: abs(bytes.count - typed.count))
    }
    .filter { $0.distance <= 2 }
    .sorted { ($0.distance, -$0.shared, $0.excess, $0.id) < ($1.distance, -$1.shared, $1.excess, $1.id) }
    .prefix(4).map(\.id)
  }

  /// The default of a setting, from the entry that adopts it; nil where none of the register does.
  public static func standardValue(of setting: String) -> String? {
    all.lazy.compactMap { $0.defaults[setting] }.first
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  private static func folded(_ text: String) -> String {
    let plain: [Character: Character] = [
      "à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "ù": "u",
      "û": "u", "’": "'",
    ]
    return String(text.lowercased().map { plain[$0] ?? $0 })
  }

  /// How many bytes must be put in, taken out or changed to make one of the other.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (place, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for column in second.indices {
        let change = diagonal + (byte == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}
