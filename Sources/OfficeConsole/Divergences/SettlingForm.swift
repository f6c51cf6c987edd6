import AuditModel
import ServerHTTP
import SyncCore

/// What a person sent from the page of a divergence, as they typed it.
struct SettlingForm: Sendable, Equatable {
  /// What the button asks for.
  enum Step: String, Sendable {
    /// Show what the authors will read.
    case preview
    /// Write it.
    case settle
    /// Back to the form.
    case edit
  }

  /// What is taken.
  enum Take: Sendable, Equatable {
    /// The value an alternative wrote.
    case value(ChangeID)
    /// Another one.
    case other
    /// A disputed deletion is made again.
    case delete
    /// What was deleted comes back.
    case restore

    init?(_ text: String) {
      switch text {
      case "other": self = .other
      case "delete": self = .delete
      case "restore": self = .restore
      default:
        guard let id = ChangeID(text) else { return nil }
        self = .value(id)
      }
    }

    var text: String {
      switch self {
      case .value(let id): id.description
      case .other: "other"
      case .delete: "delete"
      case .restore: "restore"
      }
    }
  }

  /// Characters of a motive, and bytes of a text: both fit one line of the record together.
  static let motiveMax = 2_000
  static let textBytesMax = 20_000
  static let headsMax = 200
  private static let inputs = ["other", "value", "street", "postcode", "city", "first", "last"]

  let step: Step
  /// The heads the page showed.
  let shown: Set<ChangeID>
  /// What the page had shown of the stream; nil where no deletion is disputed.
  let seen: SeenVector?
  let take: Take?
  /// What was typed as another value, by the name of the input.
  let typed: [String: String]
  /// As typed.
  let motive: String

  /// Reads a form.
  /// - Throws: `PageFault.badForm` when a field the page always sends is missing or is not what the page wrote there.
  init(_ form: FormFields) throws {
    let heads = form.all("head")
    shown = Set(heads.compactMap { ChangeID($0) })
    guard !shown.isEmpty, heads.count <= Self.headsMax, shown.count == heads.count, let motive = form["motive"] else {
      throw PageFault.badForm
    }
    step = form["step"].flatMap(Step.init(rawValue:)) ?? .preview
    take = form["take"].flatMap(Take.init)
    seen = try form["seen"].map(SeenField.read)
    self.motive = motive
    typed = Dictionary(uniqueKeysWithValues: Self.inputs.compactMap { name in form[name].map { (name, $0) } })
    // Without it, a deletion would take away what nobody was shown.
    if take == .delete, seen == nil { throw PageFault.badForm }
  }

  /// The motive as it is written.
  var reason: String { motive.trimmed }

  /// What is wrong with the motive; nil when nothing is.
  var motiveMistake: FieldInput.Mistake? { Self.mistake(motive: reason) }

  static func mistake(motive: String) -> FieldInput.Mistake? {
    if motive.isEmpty {
      return FieldInput.Mistake(
        "Le motif manque : les auteurs le liront.", "The motive is missing: the authors will read it.")
    }
    if motive.count > motiveMax || motive.utf8.count > textBytesMax {
      return FieldInput.Mistake(
        "Le motif est trop long : 2 000 caractères au plus.", "The motive is too long: 2,000 characters at most.")
    }
    return nil
  }
}
