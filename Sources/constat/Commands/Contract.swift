import ArgumentParser
import AuditDesk
import Terminal

/// `contract`: the contract of a certification, and its signature.
struct ContractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract", abstract: Console.say("Devis et contrats", "Quotes and contracts"),
    subcommands: [ContractRecord.self, ContractSign.self], aliases: Words.aliases(noun: "contract"))
}

/// `contract record`: what the contract says, at once or bit by bit.
struct ContractRecord: FormCommand {
  static let form = ActForm.required("contract.record")
  static let configuration = form(form, command: "record", of: "contract")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      Console.say(
        "dossier.qualiopi.SIREN, ou contract/… pour le compléter.",
        "dossier.qualiopi.SIREN, or contract/… to complete it.")))
  var dossier: String
  @Option(help: ArgumentHelp(Console.say("Devis du, AAAA-MM-JJ.", "Quoted on, YYYY-MM-DD."))) var quotedOn: String?
  @Option(help: ArgumentHelp(Console.say("AF, CBC, VAE, CFA (répétable).", "AF, CBC, VAE, CFA (repeatable).")))
  var category: [String] = []
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Durée d'un audit en demi-journées, comme surveillance=1 (répétable).",
        "Duration of an audit in half-days, such as surveillance=1 (repeatable).")))
  var duration: [String] = []
  @Option(help: ArgumentHelp(Console.say("Site : mot=nom (répétable).", "Site: word=name (repeatable).")))
  var site: [String] = []
  @Option(help: ArgumentHelp(Console.say("Numéro du cycle.", "Number of the cycle."))) var cycle: String?
  @Option(
    help: ArgumentHelp(
      Console.say(
        "semaine-garantie, jour-garanti, demi-journée-de-nouvel-entrant (répétable).",
        "guaranteed-week, guaranteed-day, new-entrant-half-day (repeatable).")))
  var option: [String] = []
  @Option(
    help: ArgumentHelp(Console.say("Pièce reçue : nda, kbis, bpf, rib.", "Document received: nda, kbis, bpf, rib.")))
  var document: [String] = []
  @Option(help: ArgumentHelp(Console.say("Chiffre d'affaires retenu.", "Turnover it rests on."))) var turnover: String?
  @Option(help: ArgumentHelp(Console.say("Prix du jour.", "Price of a day."))) var dayPrice: String?
  @Option(help: ArgumentHelp(Console.say("Contrat modifié : contract/…", "Contract amended: contract/…")))
  var amends: String?
  @Option(
    help: ArgumentHelp(
      Console.say("Courrier du devis ou de l'avenant signé : mail/…", "Mail of the signed quote or amendment: mail/…")))
  var signed: String?
  @Option(help: ArgumentHelp(Console.say("Nouvel entrant : oui ou non.", "New entrant: yes or no."))) var newEntrant:
    String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    [
      "quoted-on": quotedOn, "cycle": cycle, "turnover": turnover, "day-price": dayPrice, "amends": amends,
      "signed": signed, "new-entrant": newEntrant,
    ].compactMapValues { $0.map { [$0] } }.merging([
      "category": category, "duration": duration, "site": site, "option": option, "document": document,
    ]) { $1 }
  }
}

/// `contract sign`: the signed quote came in, an audit has its contract (T-QUAL-A01).
struct ContractSign: FormCommand {
  static let form = ActForm.required("audit.contract")
  static let configuration = form(form, command: "sign", of: "contract")

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(
      Console.say("dossier.qualiopi.SIREN, ou audit/… qui existe.", "dossier.qualiopi.SIREN, or audit/… that exists.")))
  var dossier: String
  @Option(help: ArgumentHelp(Console.say("Contrat : contract/…", "Contract: contract/…"))) var contract: String
  @Option(help: ArgumentHelp(Console.say("Courrier du devis signé : mail/…", "Mail of the signed quote: mail/…")))
  var mail: String
  @Option(
    help: ArgumentHelp(
      Console.say("initial, surveillance, renouvellement, extension.", "initial, surveillance, renewal, extension.")))
  var kind: String?
  @Option(help: ArgumentHelp(Console.say("Mois visé, AAAA-MM.", "Month aimed at, YYYY-MM."))) var target: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    ["kind": kind, "target": target].compactMapValues { $0.map { [$0] } }
      .merging(["contract": [contract], "mail": [mail]]) { $1 }
  }
}
