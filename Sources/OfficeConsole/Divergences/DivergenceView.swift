import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore

/// Everything the page of a divergence shows, read in one look.
struct DivergenceView: Sendable {
  let place: DivergencePlace
  let state: State
  /// The values of the heads a form showed, whether still heads or not.
  let shownValues: [ChangeID: JSONValue]
  /// How another value is given; nil for a disputed deletion.
  let input: FieldInput?
  /// What came after the heads a form showed; empty when nothing did.
  let news: [News]
  /// The reader's name and the moment, as a settling would carry them.
  let reader: String
  let moment: String

  enum State: Sendable {
    /// Values stand against each other.
    case open(OpenDivergence)
    /// A deletion stands against what was written meanwhile.
    case disputed(DisputedDeletion)
    /// It is over.
    case settled(Ending)
  }

  /// One write a form had not shown.
  struct News: Sendable {
    let who: String
    let words: String
    /// Whether it settled, with which motive.
    let motive: String?
    let attribution: Attribution
  }

  /// The heads in dispute; empty once it is over.
  var heads: [ChangeID] {
    switch state {
    case .open(let open): open.heads
    case .disputed(let disputed): disputed.heads
    case .settled: []
    }
  }

  var right: SettlingRight? {
    switch state {
    case .open(let open): open.right
    case .disputed(let disputed): disputed.right
    case .settled: nil
    }
  }
}

/// Where a divergence stands, in words.
struct DivergencePlace: Sendable {
  let id: String
  let stream: StreamID
  let entity: EntityID
  let field: FieldName?
  let body: String
  let entityTitle: String
  /// What the field is called; for a disputed deletion, that it is one.
  let fieldTitle: String
  let audit: (id: EntityID, title: String)?

  var path: String { "/divergences/\(stream)/\(id)" }

  func title(_ phrasing: Phrasing) -> String {
    phrasing.sentence("\(entityTitle) : \(fieldTitle)", "\(entityTitle): \(fieldTitle)")
  }
}

/// Whether the reader may settle, and who may.
struct SettlingRight: Sendable {
  let settlers: SettleRight
  /// Whether the table gives it to the reader.
  let isReader: Bool
  /// Whether a presented report holds the values fixed.
  let isFrozen: Bool
  /// The lead auditor's name; nil for none, or none undisputed.
  let lead: String?
  /// Whether two leads are recorded, so that nobody leads.
  let isLeadDisputed: Bool
  /// Whether one of the values is the reader's own.
  let isAuthor: Bool

  /// Whether a form is shown.
  var isOpen: Bool { isReader && !isFrozen }
}

/// Values of a field against each other.
struct OpenDivergence: Sendable {
  let heads: [ChangeID]
  let reason: FieldConflict.Reason
  let right: SettlingRight
  let base: [Side]
  let sides: [Side]
  /// The value shown meanwhile, in words, and whether it holds because it is the gravest.
  let meanwhile: String
  let isCautious: Bool
  let isText: Bool
  let evidence: [EvidenceLine]
  /// Observations of the same indicator by somebody who wrote none of the values.
  let observations: [Note]
  /// The names of the people who wrote the values, each once.
  let authors: [String]

  /// One value with all who wrote it.
  struct Side: Sendable {
    /// The first write of the value.
    let id: ChangeID
    let value: JSONValue
    let words: String
    /// Cut where it differs from the base; one piece for what is no text.
    let pieces: [TextPiece]
    let sources: [Source]
    /// What those who wrote it said about it elsewhere.
    let notes: [Note]
  }

  /// Who wrote a value, and why, where they said so.
  struct Source: Sendable {
    let attribution: Attribution
    let motive: String?

    var who: String { attribution.who }
    var values: [String: Any] {
      var values = attribution.values
      // `false`, lest another's show here.
      values["given"] = false
      if let motive, !motive.isEmpty { values["given"] = motive }
      return values
    }
  }

  /// A comment or observation that explains a value.
  struct Note: Sendable {
    let label: String
    let text: String
    let attribution: Attribution
  }

  /// A piece of evidence for the same indicator.
  struct EvidenceLine: Sendable {
    let title: String
    let dated: String?
    let standing: String
    let attribution: Attribution?
  }
}

/// A deletion against what was written meanwhile.
struct DisputedDeletion: Sendable {
  let heads: [ChangeID]
  let right: SettlingRight
  let deletions: [OpenDivergence.Source]
  /// What the page shows of the stream: a deletion made here takes away no more.
  let seen: SeenVector
  /// What the entity holds, field by field.
  let facts: [(field: String, words: String, attribution: Attribution?)]
}

/// How it ended.
struct Ending: Sendable {
  /// What holds now, in words.
  let words: String
  let isText: Bool
  let motive: String?
  /// Who settled; nil when the authors came to say the same by themselves.
  let settling: Attribution?
  let alternatives: [(words: String, attribution: Attribution)]
}

extension Phrasing {
  /// A sentence built here, with the spaces of its language.
  func sentence(_ fr: String, _ en: String) -> String { language == .french ? FrenchTypography.spaced(fr) : en }
}
