public import AuditModel
public import SchemeRules
public import SyncCore

/// What a person fills in for one intention, who may, what it needs, and the steps it comes to.
///
/// The command of the terminal, the page of the console and the step of a scenario are this one value; the guards of the
/// act it asks for stay where they are, in `SchemeRules`.
public struct ActForm: Sendable {
  /// The streams a form may write.
  public enum Stream: Sendable, Hashable {
    /// The dossier of a certification.
    case dossier
    /// People, competences and settings.
    case directory
  }

  /// The stable name; that of the act where it asks for one, such as `report.answer` or `mail.record`.
  public let name: String
  /// The type of the entity it is about.
  public let entityType: String
  /// Whether it makes that entity when none is named, or is always about one that is there.
  public let createsEntity: Bool
  /// Which stream it writes.
  public let stream: Stream
  /// What it does, as an order: « enregistrer un courrier ».
  public let words: LocalizedText
  /// Who may.
  public let roles: Set<Role>
  /// What is asked, in the order of the screen.
  public let inputs: [ActInput]
  /// The documents it rests on; nil for none.
  public let documents: LocalizedText?
  /// The deadline that runs for it.
  public let deadline: DeadlineID?
  /// The rules it is judged or asked by, the main one first.
  public let rules: [RuleID]
  /// The act it asks for; nil for a fact, which nobody refuses (R-ROLE-23).
  public let act: ActName?
  /// Whether it is bound to the very state its author was shown: what changed meanwhile has it refused (DESIGN §5).
  public var bindsState: Bool { act.flatMap { ActCatalogue.act(named: $0.description) }?.bindsState ?? false }
  private let write: @Sendable (CaptureDesk, EntityID, ActAnswers) -> [Operation]

  init(
    _ name: String, on entityType: String, creates createsEntity: Bool = false, in stream: Stream = .dossier,
    fr: String,
    en: String, roles: Set<Role>, act: ActName? = nil, inputs: [ActInput], documents: LocalizedText? = nil,
    deadline: DeadlineID? = nil, rules: [RuleID],
    steps: @escaping @Sendable (CaptureDesk, EntityID, ActAnswers) -> [Operation]
  ) {
    self.name = name
    self.entityType = entityType
    self.createsEntity = createsEntity
    self.stream = stream
    words = LocalizedText(fr: fr, en: en)
    self.roles = roles
    self.act = act
    self.inputs = inputs
    self.documents = documents
    self.deadline = deadline
    self.rules = rules
    write = steps
  }

  /// The steps of one change: what was filled in, then the request of the act.
  /// - Parameter entity: the entity the form is about; a fresh id where it makes one.
  public func steps(_ desk: CaptureDesk, on entity: EntityID, _ answers: ActAnswers) -> [Operation] {
    write(desk, entity, answers) + (act.map { [desk.request($0, on: entity)] } ?? [])
  }

  /// The form of a name; nil for none.
  public static func named(_ name: String) -> ActForm? { all.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// The form of a name written in code.
  /// - Precondition: there is one.
  public static func required(_ name: String) -> ActForm {
    guard let form = named(name) else { preconditionFailure("there is no form \(name)") }
    return form
  }

  /// Every form, in the order of a certification's life.
  public static let all: [ActForm] =
    mail + dossier + follow + contract + planning + reports + nonConformities + decisions + certificate + corrections
    + complaints
    + billing
    + subcontracts
}
