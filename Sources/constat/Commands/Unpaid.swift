import ArgumentParser
import AuditDesk
import Terminal

/// `unpaid`: invoices the client has not paid, as far as they hold up audits (R-QUAL-65).
struct UnpaidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpaid", abstract: Console.say("Factures impayées", "Unpaid invoices"),
    subcommands: [UnpaidRecord.self, UnpaidSettle.self], aliases: Words.aliases(noun: "unpaid"))
}

/// `unpaid record`.
struct UnpaidRecord: FormCommand {
  static let form = ActForm.required("unpaid.record")
  static let configuration = form(form, command: "record", of: "unpaid")

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(help: ArgumentHelp(Console.say("Impayée depuis le, AAAA-MM-JJ.", "Unpaid since, YYYY-MM-DD."))) var since:
    String
  @Option(help: ArgumentHelp(Console.say("Montant.", "Amount."))) var amount: String?

  var subject: String? { dossier }
  var given: [String: [String]] { ["since": [since], "amount": amount.map { [$0] } ?? []] }
}

/// `unpaid settle`.
struct UnpaidSettle: FormCommand {
  static let form = ActForm.required("unpaid.settle")
  static let configuration = form(form, command: "settle", of: "unpaid")

  @OptionGroup var common: CommonOptions
  @Argument(help: "unpaid/…") var unpaid: String
  @Option(help: ArgumentHelp(Console.say("Réglée le, AAAA-MM-JJ.", "Paid on, YYYY-MM-DD."))) var on: String

  var subject: String? { unpaid }
  var given: [String: [String]] { ["on": [on]] }
}
