import ArgumentParser
import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Terminal

/// `billing`: what accounting has to invoice; it bears no invoice number, which accounting gives (R-QUAL-94).
struct BillingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "billing", abstract: Console.say("À facturer", "What to invoice"),
    subcommands: [BillingList.self, BillingOrder.self, BillingCorrect.self], aliases: Words.aliases(noun: "billing"))
}

/// `billing order`: the purchase order of an audit.
struct BillingOrder: FormCommand {
  static let form = ActForm.required("order.record")
  static let configuration = form(form, command: "order", of: "billing")

  @OptionGroup var common: CommonOptions
  @Argument(help: "audit/…") var audit: String?
  @Option(help: ArgumentHelp(Console.say("SIRET de facturation.", "Billing SIRET."))) var siret: String?
  @Option(help: ArgumentHelp(Console.say("Numéro de commande.", "Order number."))) var number: String?
  @Option(help: ArgumentHelp(Console.say("Service payeur.", "Paying department."))) var department: String?
  @Option(help: ArgumentHelp(Console.say("Reçu le, AAAA-MM-JJ.", "Received on, YYYY-MM-DD."))) var received: String?

  var subject: String? { audit }
  var given: [String: [String]] {
    ["siret": siret, "number": number, "department": department, "received": received]
      .compactMapValues { $0.map { [$0] } }
  }
}

/// `audit bill`: a decided audit goes onto the billing list.
struct AuditBill: FormCommand {
  static let form = ActForm.required("audit.bill")
  static let configuration = form(form, command: "bill", of: "audit")

  @OptionGroup var common: CommonOptions
  @Argument(help: "audit/…") var audit: String?
  @Flag(help: ArgumentHelp(Console.say("Auditeur venu de métropole.", "Auditor from mainland France.")))
  var fromMainland = false
  @Option(help: ArgumentHelp(Console.say("Coût réel de la mission, en euros.", "Actual cost of the mission, euros.")))
  var missionCost: String?

  var subject: String? { audit }
  var given: [String: [String]] {
    (fromMainland ? ["from-mainland": ["oui"]] : [:])
      .merging(missionCost.map { ["mission-cost": [$0]] } ?? [:]) { $1 }
  }
}

/// `billing correct`: a negative line, with its motive; the line corrected stays as it is.
struct BillingCorrect: FormCommand {
  static let form = ActForm.required("billing.correct")
  static let configuration = form(form, command: "correct", of: "billing")

  @OptionGroup var common: CommonOptions
  @Argument(help: "billing/…") var of: String
  @Option(help: ArgumentHelp(Console.say("Montant à ôter, en euros.", "Amount to take off, in euros."))) var amount:
    String
  @Option(help: ArgumentHelp(Console.say("Motif.", "Motive."))) var motive: String
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String

  var subject: String? { dossier }
  var given: [String: [String]] { ["of": [of], "amount": [amount], "motive": [motive]] }
}
