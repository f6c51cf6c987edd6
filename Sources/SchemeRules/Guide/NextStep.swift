public import AuditModel
public import SyncCore

/// One thing to do next in an audit: what, by which rule, and the words to type after the program's name.
public struct NextStep: Sendable, Hashable {
  /// What to do, as an order.
  public let words: LocalizedText
  /// The rule that asks for it.
  public let rule: RuleID
  /// The canonical words of the command, such as `audit`, `grade`, `17`.
  public let command: [String]

  init(_ rule: RuleID, _ command: [String], fr: String, en: String) {
    words = LocalizedText(fr: fr, en: en)
    self.rule = rule
    self.command = command
  }
}

/// What the person asking does next in an audit: the path of ten steps (R-QUAL-57), and on site the order of the day.
///
/// Pure; it advises and refuses nothing.
public struct AuditGuide: Sendable {
  let audit: EntityID
  let actor: ActActor
  let context: ActContext
  let capture: AuditCaptureFacts
  let preparation: AuditPreparation?

  /// Reads an audit of a Qualiopi dossier as somebody finds it.
  public init(_ audit: EntityID, for actor: ActActor, in context: ActContext) {
    self.audit = audit
    self.actor = actor
    self.context = context
    capture = AuditCaptureFacts(audit: audit, in: context.dossier, actor: actor)
    let planned = capture.audit.scope.value ?? []
    preparation = capture.audit.kind.value.flatMap { kind in
      context.dossierEntity.map {
        AuditPreparation(fold: context.dossier, dossier: $0, kind: kind, added: planned, audit: audit)
      }
    }
  }

  /// The steps that wait for this person, the next one first; empty when the audit waits for somebody else.
  public var steps: [NextStep] {
    var steps: [NextStep] = []
    if actor.roles.contains(.auditor) { steps += fieldSteps }
    if !actor.roles.isDisjoint(with: [.office, .administrator]) { steps += officeSteps }
    if actor.roles.contains(.decider) { steps += deciderSteps }
    return steps.filter { RuleSwitches.isOn($0.rule) }
  }

  var state: QualiopiAuditState? { capture.audit.state }

  /// To move a date is agreed with the auditor first, then told to planning, which validates (R-QUAL-46).
  var movingTheDate: [NextStep] {
    switch state {
    case .planned, .auditorNamed, .noticed, .noticeValidated, .planSent:
      [
        NextStep(
          "R-QUAL-46", ["audit", "move"],
          fr:
            "pour déplacer la date\u{202F}: accord de l'auditeur et de l'organisme, puis validation par la planification",
          en: "to move the date: auditor and body agree, then planning validates")
      ]
    default: []
    }
  }
}
