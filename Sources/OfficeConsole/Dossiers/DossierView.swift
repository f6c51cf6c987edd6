import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import WorkingDays

/// A body with one of its dossiers or none, read at one moment for its page.
struct DossierView: Sendable {
  /// A fact of the register with where it comes from.
  struct Fact: Sendable {
    let field: FieldName
    let value: JSONValue?
    let source: SourcedWrite?
    /// Where it is settled; nil when nothing stands against it.
    let divergence: Divergence?
  }

  /// A write with when it came.
  struct SourcedWrite: Sendable {
    let write: Write
    let arrival: Arrival?
  }

  /// An establishment.
  struct Site: Sendable {
    let id: EntityID
    let facts: [Fact]
    let isClosed: Bool
  }

  /// A change somebody reported, with what followed.
  struct Situation: Sendable {
    let report: SituationReport
    let source: SourcedWrite?
    let standing: SituationStanding
  }

  /// An audit with how many divergences stand open in it.
  struct Audit: Sendable {
    let board: AuditBoard
    let stage: String?
    let divergences: Int
  }

  /// A write that came after what it is about was frozen.
  struct Late: Sendable {
    let entity: EntityID
    let field: FieldName
    let source: SourcedWrite
  }

  /// The stream the page is of, and the body's own where the reader sees it.
  let stream: StreamID
  let organisation: StreamID?
  /// The key of both.
  let key: String
  let identity: [Fact]
  let sites: [Site]
  /// How many sites more there are than are shown.
  let sitesBeyond: Int
  let situations: [Situation]
  /// The body's dossiers the reader may see, this one apart.
  let otherDossiers: [StreamID]
  /// What the scheme knows of the body; empty without a dossier.
  let dossierFacts: [Fact]
  let standing: Fact?
  let audits: [Audit]
  let timeLine: [TimeLineEntry]
  let late: [Late]
  let histories: [HistoryView]
  /// How many divergences stand open in what is shown.
  let divergences: Int
  let today: CivilDate
  /// The dossier itself, for its registers and what the rules say of it; nil without one.
  let context: ActContext?
  /// Who reads.
  let actor: ActActor
  /// The automatic effects that are due and not written yet.
  let announced: [AutomaticEffect]
}

/// What became of a reported change.
enum SituationStanding: Sendable {
  case toConfirm
  /// The register has come to say the same.
  case confirmed
  /// The office wrote what it did of it: the field `answer`.
  case answered(JSONValue)

  init(_ report: SituationReport, in fold: StreamFold) {
    let answer = FactView("answer", of: report.id, in: fold)
    if let value = answer.value, value != .null, !answer.isDisputed {
      self = .answered(value)
    } else {
      self = report.isConfirmed ? .confirmed : .toConfirm
    }
  }

  /// What a page says, the answer itself apart.
  var words: LocalizedText {
    switch self {
    case .toConfirm: LocalizedText(fr: "à confirmer", en: "to be confirmed")
    case .confirmed: LocalizedText(fr: "confirmé par le registre", en: "confirmed by the register")
    case .answered: LocalizedText(fr: "suite donnée", en: "answered")
    }
  }
}
