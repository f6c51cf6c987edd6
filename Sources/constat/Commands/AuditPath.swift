import ArgumentParser
import AuditDesk
import Terminal

/// `audit move`: moves the dates; the notice is then sent and validated again (R-QUAL-46).
enum AuditMove: AuditFormShape {
  static let form = ActForm.required("audit.move")
  static let configuration = form(form, command: "move", of: "audit")
  typealias Inputs = AuditDatesOptions
}

/// `audit lead`: replaces the lead, the report presented or not.
enum AuditReplaceLead: AuditFormShape {
  static let form = ActForm.required("audit.replace-lead")
  static let configuration = form(form, command: "lead", of: "audit")

  struct Inputs: AuditFormInputs {
    @Argument(help: ArgumentHelp(Console.say("Nouveau responsable d'audit.", "New lead auditor."))) var lead: String

    var given: [String: [String]] { ["lead": [lead]] }
  }
}

/// `audit name`: names the auditor (T-QUAL-A03).
enum AuditName: AuditFormShape {
  static let form = ActForm.required("audit.name-auditor")
  static let configuration = form(form, command: "name", of: "audit")

  struct Inputs: AuditFormInputs {
    @Argument(help: ArgumentHelp(Console.say("Responsable d'audit.", "Lead auditor."))) var lead: String?
    @Option(help: ArgumentHelp(Console.say("Auditeur (répétable).", "Auditor (repeatable)."))) var team: [String] = []
    @Option(
      help: ArgumentHelp(Console.say("Demande écrite du client : mail/…", "The client's written request: mail/…")))
    var keepRequest: String?

    var given: [String: [String]] {
      ["lead": lead.map { [$0] } ?? [], "team": team, "keep-request": keepRequest.map { [$0] } ?? []]
    }
  }
}

/// `audit document`: records a document of the pre-audit file, a fact (R-QUAL-28).
enum AuditDocument: AuditFormShape {
  static let form = ActForm.required("audit.document")
  static let configuration = form(form, command: "document", of: "audit")

  struct Inputs: AuditFormInputs {
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

    var given: [String: [String]] {
      ["dated": dated, "current": current, "turnover": turnover].compactMapValues { $0.map { [$0] } }
        .merging(["code": [code], "mail": [mail]]) { $1 }
    }
  }
}

/// `audit notice`: notifies the audit (T-QUAL-A04).
enum AuditNotice: AuditFormShape {
  static let form = ActForm.required("audit.notice")
  static let configuration = form(form, command: "notice", of: "audit")

  struct Inputs: AuditFormInputs {
    @OptionGroup var proof: ProofArgument
    @Option(
      help: ArgumentHelp(
        Console.say(
          "Contact donné au client ; défaut : celui du plan.", "Contact given to the client; default: as planned.")))
    var contact: String?

    var given: [String: [String]] { proof.given.merging(["contact": contact.map { [$0] } ?? []]) { $1 } }
  }
}

/// `audit validate`: records the client's validation (T-QUAL-A04).
enum AuditValidate: AuditFormShape {
  static let form = ActForm.required("audit.validate-notice")
  static let configuration = form(form, command: "validate", of: "audit")
  typealias Inputs = ProofArgument
}

/// `audit send-plan`: the lead sends the audit plan (T-QUAL-A05).
enum AuditSendPlan: AuditFormShape {
  static let form = ActForm.required("audit.send-plan")
  static let configuration = form(form, command: "send-plan", of: "audit")
  typealias Inputs = ProofArgument
}

/// `audit cancel`: gives up an audit that has not begun (R-QUAL-57).
enum AuditCancel: AuditFormShape {
  static let form = ActForm.required("audit.cancel")
  static let configuration = form(form, command: "cancel", of: "audit")

  struct Inputs: AuditFormInputs {
    @Option(help: ArgumentHelp(Console.say("Motif.", "Motive."))) var motive: String

    var given: [String: [String]] { ["motive": [motive]] }
  }
}
