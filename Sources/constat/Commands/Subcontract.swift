import ArgumentParser
import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Terminal

/// `subcontract`: who does a body's services for it, and whether they may (R-QUAL-126 to R-QUAL-135).
struct SubcontractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subcontract", abstract: Console.say("Sous-traitance", "Subcontracting"),
    subcommands: [SubcontractRecord.self, SubcontractCheckCommand.self], aliases: Words.aliases(noun: "subcontract"))
}

/// `subcontract record`.
struct SubcontractRecord: FormCommand {
  static let form = ActForm.required("subcontract.record")
  static let configuration = form(form, command: "record", of: "subcontract")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Sous-traitant.", "Subcontractor."))) var party: String
  @Option(help: ArgumentHelp(Console.say("Mission acceptée le, AAAA-MM-JJ.", "Mission accepted on, YYYY-MM-DD.")))
  var accepted: String
  @Option(help: ArgumentHelp(Console.say("Mention du contrat, plusieurs fois.", "Item of the contract, repeated.")))
  var item: [String] = []
  @OptionGroup var terms: SubcontractTerms
  @OptionGroup var standing: SubcontractorStanding
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    terms.given.merging(standing.given) { $1 }
      .merging(["party": [party], "accepted": [accepted], "item": item]) { $1 }
  }
}

/// What a subcontract entrusts, as options.
struct SubcontractTerms: ParsableArguments {
  @Flag(help: ArgumentHelp(Console.say("Contrat écrit.", "In writing."))) var written = false
  @Option(help: ArgumentHelp(Console.say("Prestation : formation certifiante…", "Service: certifying training…")))
  var service: String?
  @Flag(help: ArgumentHelp(Console.say("Payée par le CPF.", "Paid by the CPF."))) var cpf = false
  @Flag(help: ArgumentHelp(Console.say("Vendue par EDOF.", "Sold through EDOF."))) var edof = false
  @Option(
    help: ArgumentHelp(Console.say("Part confiée d'une prestation certifiante.", "Share of a certifying service.")))
  var share: String?
  @Flag(help: ArgumentHelp(Console.say("Par un sous-traitant.", "By a subcontractor."))) var ofSubcontractor = false
  @Option(help: ArgumentHelp(Console.say("Montant sous-traité, en euros.", "Amount subcontracted, in euros.")))
  var amount: String?
  @Option(help: ArgumentHelp(Console.say("Commandée le.", "Ordered on."))) var ordered: String?
  @Option(help: ArgumentHelp(Console.say("Facturée le.", "Invoiced on."))) var invoiced: String?
  @Option(help: ArgumentHelp(Console.say("Payée le.", "Paid on."))) var paid: String?

  var given: [String: [String]] {
    [
      "service": service, "share": share, "amount": amount, "ordered": ordered, "invoiced": invoiced, "paid": paid,
    ].compactMapValues { $0.map { [$0] } }
      .merging(
        FlagAnswers.given(["written": written, "cpf": cpf, "edof": edof, "of-subcontractor": ofSubcontractor])
      ) { $1 }
  }
}

/// What is recorded of a subcontractor, as options.
struct SubcontractorStanding: ParsableArguments {
  @Flag(help: ArgumentHelp(Console.say("Certifié Qualiopi.", "Qualiopi-certified."))) var qualiopi = false
  @Flag(help: ArgumentHelp(Console.say("Détient la certification.", "Holds the certification."))) var holder = false
  @Flag(help: ArgumentHelp(Console.say("Habilité à former.", "Habilitated to train."))) var habilitated = false
  @Flag(help: ArgumentHelp(Console.say("Régime micro-social.", "Micro-social scheme."))) var microSocial = false
  @Option(help: ArgumentHelp(Console.say("Chiffre d'affaires, en euros.", "Turnover, in euros."))) var turnover: String?
  @Option(help: ArgumentHelp(Console.say("Déréférencé depuis le.", "Delisted from."))) var delistedFrom: String?
  @Option(help: ArgumentHelp(Console.say("Déréférencé jusqu'au.", "Delisted until."))) var delistedUntil: String?
  @Flag(help: ArgumentHelp(Console.say("Vérifié par le donneur d'ordres.", "Checked by the principal.")))
  var checked = false

  var given: [String: [String]] {
    ["turnover": turnover, "delisted-from": delistedFrom, "delisted-until": delistedUntil]
      .compactMapValues { $0.map { [$0] } }
      .merging(
        FlagAnswers.given([
          "qualiopi": qualiopi, "holder": holder, "habilitated": habilitated, "micro-social": microSocial,
          "checked": checked,
        ])
      ) { $1 }
  }
}

/// Flags of a command as the answers of a form: one that is not set was not answered.
enum FlagAnswers {
  static func given(_ flags: [String: Bool]) -> [String: [String]] { flags.filter(\.value).mapValues { _ in ["oui"] } }
}
