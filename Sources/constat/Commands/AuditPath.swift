import ArgumentParser
import AuditDesk
import Terminal

/// Which audit a command of the path is about.
struct AuditOption: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
}

/// The mail that proves a step.
struct ProofOption: ParsableArguments {
  @Argument(help: ArgumentHelp(Console.say("Courrier : mail/…", "Mail item: mail/…"))) var mail: String
}

/// `audit move`: moves the dates; the notice is then sent and validated again (R-QUAL-46).
struct AuditMove: FormCommand {
  static let form = ActForm.required("audit.move")
  static let configuration = form(form, command: "move", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @OptionGroup var dates: AuditDatesOptions

  var subject: String? { about.audit }
  var given: [String: [String]] { dates.given }
}

/// `audit lead`: replaces the lead, the report presented or not.
struct AuditReplaceLead: FormCommand {
  static let form = ActForm.required("audit.replace-lead")
  static let configuration = form(form, command: "lead", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @Argument(help: ArgumentHelp(Console.say("Nouveau responsable d'audit.", "New lead auditor."))) var lead: String

  var subject: String? { about.audit }
  var given: [String: [String]] { ["lead": [lead]] }
}

/// `audit name`: names the auditor (T-QUAL-A03).
struct AuditName: FormCommand {
  static let form = ActForm.required("audit.name-auditor")
  static let configuration = form(form, command: "name", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @Argument(help: ArgumentHelp(Console.say("Responsable d'audit.", "Lead auditor."))) var lead: String?
  @Option(help: ArgumentHelp(Console.say("Auditeur (répétable).", "Auditor (repeatable)."))) var team: [String] = []
  @Option(help: ArgumentHelp(Console.say("Demande écrite du client : mail/…", "The client's written request: mail/…")))
  var keepRequest: String?

  var subject: String? { about.audit }
  var given: [String: [String]] {
    ["lead": lead.map { [$0] } ?? [], "team": team, "keep-request": keepRequest.map { [$0] } ?? []]
  }
}

/// `audit document`: records a document of the pre-audit file, a fact (R-QUAL-28).
struct AuditDocument: FormCommand {
  static let form = ActForm.required("audit.document")
  static let configuration = form(form, command: "document", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @Argument(
    help: ArgumentHelp(
      Console.say(
        "BPF, organigramme, présentation, chiffre-d'affaires, attestation, bon-de-commande.",
        "bpf, organisation-chart, activity-description, turnover-per-category, sworn-statement, purchase-order.")))
  var code: String
  @Option(help: ArgumentHelp(Console.say("Courrier qui l'apporte : mail/…", "Mail that brings it: mail/…")))
  var mail: String
  @Option(help: ArgumentHelp(Console.say("Date de la pièce, AAAA-MM-JJ.", "Dated, YYYY-MM-DD."))) var dated: String?
  @Option(help: ArgumentHelp(Console.say("À jour : oui ou non.", "Up to date: yes or no."))) var current: String?
  @Option(help: ArgumentHelp(Console.say("Chiffre d'affaires porté.", "Turnover stated."))) var turnover: String?

  var subject: String? { about.audit }
  var given: [String: [String]] {
    ["dated": dated, "current": current, "turnover": turnover].compactMapValues { $0.map { [$0] } }
      .merging(["code": [code], "mail": [mail]]) { $1 }
  }
}

/// `audit notice`: notifies the audit (T-QUAL-A04).
struct AuditNotice: FormCommand {
  static let form = ActForm.required("audit.notice")
  static let configuration = form(form, command: "notice", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @OptionGroup var proof: ProofOption
  @Option(help: ArgumentHelp(Console.say("Contact donné au client.", "Contact given to the client."))) var contact:
    String

  var subject: String? { about.audit }
  var given: [String: [String]] { ["mail": [proof.mail], "contact": [contact]] }
}

/// `audit validate`: records the client's validation (T-QUAL-A04).
struct AuditValidate: FormCommand {
  static let form = ActForm.required("audit.validate-notice")
  static let configuration = form(form, command: "validate", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @OptionGroup var proof: ProofOption

  var subject: String? { about.audit }
  var given: [String: [String]] { ["mail": [proof.mail]] }
}

/// `audit send-plan`: the lead sends the audit plan (T-QUAL-A05).
struct AuditSendPlan: FormCommand {
  static let form = ActForm.required("audit.send-plan")
  static let configuration = form(form, command: "send-plan", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @OptionGroup var proof: ProofOption

  var subject: String? { about.audit }
  var given: [String: [String]] { ["mail": [proof.mail]] }
}

/// `audit cancel`: gives up an audit that has not begun (R-QUAL-57).
struct AuditCancel: FormCommand {
  static let form = ActForm.required("audit.cancel")
  static let configuration = form(form, command: "cancel", of: "audit")

  @OptionGroup var common: CommonOptions
  @OptionGroup var about: AuditOption
  @Option(help: ArgumentHelp(Console.say("Motif.", "Motive."))) var motive: String

  var subject: String? { about.audit }
  var given: [String: [String]] { ["motive": [motive]] }
}
