import SyncCore

/// One case as its author writes it: what goes in, and by hand what matters of what must come out.
enum VectorSource {
  /// A history of one stream.
  case history(name: String, changes: [Change], facts: [VectorFact], isLong: Bool)
  /// A line that is refused.
  case refused(name: String, line: VectorLine, code: String)
  /// A line that is read and printed again.
  case taken(name: String, line: VectorLine)
  /// Lines of any streams and what `constat-sim fold` prints of them.
  case document(name: String, lines: [VectorLine], refused: [String], facts: [String: [VectorFact]])

  var name: String {
    switch self {
    case .history(let name, _, _, _), .refused(let name, _, _), .taken(let name, _), .document(let name, _, _, _): name
    }
  }
}

/// The bytes of a line, as compactly as a file of vectors can say them.
enum VectorLine {
  case text(String)
  /// Texts and how often each stands, joined: for lines at a limit.
  case parts([(String, Int)])
  /// Bytes no JSON text can hold.
  case bytes([UInt8])

  var bytes: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .parts(let parts): parts.flatMap { part in (0..<part.1).flatMap { _ in Array(part.0.utf8) } }
    case .bytes(let bytes): bytes
    }
  }
}

/// A theme: one file of vectors.
protocol VectorTheme {
  /// The file's name, without extension.
  static var file: String { get }
  /// What the file shows.
  static var about: String { get }
  @VectorCaseList static var cases: [VectorSource] { get }
}

/// Lists cases one under the other, so that the compiler takes each by itself.
@resultBuilder
enum VectorCaseList {
  static func buildExpression(_ source: VectorSource) -> [VectorSource] { [source] }
  static func buildExpression(_ sources: [VectorSource]) -> [VectorSource] { sources }
  static func buildBlock(_ parts: [VectorSource]...) -> [VectorSource] { parts.flatMap(\.self) }
}

/// All themes, and what they share.
enum VectorThemes {
  static let tenant = "certifier-01"

  static var all: [any VectorTheme.Type] {
    [
      RegisterVectors.self, CautiousVectors.self, TextVectors.self, SetVectors.self, JournalVectors.self,
      MachineVectors.self, DeletionVectors.self, FreezeVectors.self, RulingVectors.self, UnknownVectors.self,
      EvidenceVectors.self, SpellingVectors.self, ShapeVectors.self, LimitVectors.self, DocumentVectors.self,
    ]
  }

  /// One field of each kind at least, in the manner of the audit table.
  static let table = MergeTable(
    version: 7,
    types: [
      "audit": [
        "days": .contested, "interviews": .journal, "lead": .contested, "phone": .latest, "stage": .machine,
        "summary": .text, "team": .set,
      ],
      "audit/item": [
        "comment": .text, "grade": .cautious(Ranking(gravestFirst: ["major", "minor", "conform", "not-audited"])),
        "lack": .contested, "proofs": .set, "stage": .machine,
      ],
      "audit/item/photo": ["caption": .text, "file": .contested],
      "body": ["address": .contested, "legalName": .contested],
    ])
}
