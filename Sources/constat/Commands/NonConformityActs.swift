import ArgumentParser
import AuditDesk
import Terminal

/// `nonconformity plan`: the body's action plan.
struct NonConformityPlan: FormCommand {
  static let form = ActForm.required("nonconformity.plan")
  static let configuration = form(form, command: "plan", of: "nonconformity")

  @OptionGroup var common: CommonOptions
  @Argument(help: "nonconformity/…") var nonconformity: String
  @Option(help: "mail/…") var mail: String
  @Option(help: ArgumentHelp(Console.say("Le plan, en quelques lignes.", "The plan, in a few lines."))) var plan:
    String?

  var subject: String? { nonconformity }
  var given: [String: [String]] { ["mail": [mail], "plan": plan.map { [$0] } ?? []] }
}

/// `nonconformity evidence`: what the body sent or handed over; late, it is kept and marked.
struct NonConformityEvidence: FormCommand {
  static let form = ActForm.required("nonconformity.evidence")
  static let configuration = form(form, command: "evidence", of: "nonconformity")

  @OptionGroup var common: CommonOptions
  @Argument(help: "nonconformity/…") var nonconformity: String
  @Option(help: ArgumentHelp(Console.say("Courrier mail/… (répétable).", "Mail item mail/… (repeatable).")))
  var mail: [String] = []
  @Option(help: ArgumentHelp(Console.say("Remises le, AAAA-MM-JJ.", "Handed over on, YYYY-MM-DD.")))
  var handedOn: String?
  @Option(help: ArgumentHelp(Console.say("Remises à ; défaut : vous.", "Handed to; default: you."))) var to: String?
  @Option(help: "audit/…/evidence/…") var evidence: String?

  var subject: String? { nonconformity }
  var given: [String: [String]] {
    [
      "mail": mail, "handed-on": handedOn.map { [$0] } ?? [], "to": to.map { [$0] } ?? [],
      "evidence": evidence.map { [$0] } ?? [],
    ]
  }
}

/// `nonconformity lift`: the evidence suffices.
struct NonConformityLift: FormCommand {
  static let form = ActForm.required("nonconformity.lift")
  static let configuration = form(form, command: "lift", of: "nonconformity")

  @OptionGroup var common: CommonOptions
  @Argument(help: "nonconformity/…") var nonconformity: String
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Preuve retenue : mail/…, preuve ou jour de remise (répétable) ; défaut : toutes.",
        "Evidence relied on: mail/…, evidence or day handed over (repeatable); default: all.")))
  var on: [String] = []

  var subject: String? { nonconformity }
  var given: [String: [String]] { ["on": on] }
}

/// `nonconformity return`: the evidence does not suffice; the due date stays.
struct NonConformityReturn: FormCommand {
  static let form = ActForm.required("nonconformity.return")
  static let configuration = form(form, command: "return", of: "nonconformity")

  @OptionGroup var common: CommonOptions
  @Argument(help: "nonconformity/…") var nonconformity: String
  @Option(help: ArgumentHelp(Console.say("Ce qui manque.", "What is missing."))) var reason: String

  var subject: String? { nonconformity }
  var given: [String: [String]] { ["reason": [reason]] }
}
