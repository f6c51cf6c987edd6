import ArgumentParser
import AuditDesk
import Terminal

/// What decides which indicators apply to a body, as options: what is not said again stands.
struct ServiceProfileOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Catégorie : AF, CBC, VAE, CFA (répétable).", "Category (repeatable).")))
  var category: [String] = []
  @Option(help: ArgumentHelp(Console.say("Mène à une certification, oui ou non.", "Leads to a certification.")))
  var certifying: String?
  @Option(help: ArgumentHelp(Console.say("Alternance, oui ou non.", "Alternating training, yes or no.")))
  var alternating: String?
  @Option(help: ArgumentHelp(Console.say("Périodes en situation de travail, oui ou non.", "Work-based periods.")))
  var workBased: String?
  @Option(help: ArgumentHelp(Console.say("Sous-traitance ou portage, oui ou non.", "Subcontracting, yes or no.")))
  var subcontracting: String?
  @Option(
    help: ArgumentHelp(Console.say("Prestations de 2 jours ou moins, oui ou non.", "Services of 2 days or less.")))
  var twoDaysAtMost: String?
  @Option(help: ArgumentHelp(Console.say("Vend par le CPF, oui ou non.", "Sells through the CPF, yes or no.")))
  var cpf: String?
  @Option(
    help: ArgumentHelp(
      Console.say("Seulement en sous-traitance d'autres organismes, oui ou non.", "Only as subcontractor, yes or no.")))
  var subcontractorOnly: String?
  @Option(
    help: ArgumentHelp(
      Console.say("Indicateur confié par le donneur d'ordres (répétable).", "Indicator entrusted (repeatable).")))
  var entrusted: [String] = []

  var given: [String: [String]] {
    [
      "certifying": certifying, "alternating": alternating, "work-based": workBased, "subcontracting": subcontracting,
      "two-days-at-most": twoDaysAtMost, "cpf": cpf, "subcontractor-only": subcontractorOnly,
    ].compactMapValues { $0.map { [$0] } }.merging(["category": category, "entrusted": entrusted]) { $1 }
  }
}

/// `dossier describe`: services, structure, new entrant, purchase orders, EDOF turnover of a year.
struct DossierDescribe: FormCommand {
  static let form = ActForm.required("dossier.describe")
  static let configuration = form(form, command: "describe", of: "dossier")

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(help: ArgumentHelp(Console.say("monosite, multisite ou outre-mer.", "single-site, multi-site or overseas.")))
  var structure: String?
  @Option(help: ArgumentHelp(Console.say("Nouvel entrant, oui ou non.", "New entrant, yes or no."))) var newEntrant:
    String?
  @Option(help: ArgumentHelp(Console.say("Bons de commande, oui ou non.", "Purchase orders, yes or no.")))
  var purchaseOrders: String?
  @Option(help: ArgumentHelp(Console.say("Année du chiffre d'affaires EDOF.", "Year of the EDOF turnover.")))
  var edofYear: String?
  @Option(help: ArgumentHelp(Console.say("Chiffre d'affaires EDOF, en euros.", "EDOF turnover, in euros.")))
  var edofTurnover: String?
  @OptionGroup var services: ServiceProfileOptions

  var subject: String? { dossier }
  var given: [String: [String]] {
    [
      "structure": structure, "new-entrant": newEntrant, "purchase-orders": purchaseOrders, "edof-year": edofYear,
      "edof-turnover": edofTurnover,
    ].compactMapValues { $0.map { [$0] } }.merging(services.given) { $1 }
  }
}

/// `dossier funding`: what opens access to Mon Compte Formation.
struct DossierFunding: FormCommand {
  static let form = ActForm.required("funding.record")
  static let configuration = form(form, command: "funding", of: "dossier")

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(
    help: ArgumentHelp(Console.say("Déclaration d'activité active, oui ou non.", "Declaration active, yes or no.")))
  var declarationActive: String?
  @Option(help: ArgumentHelp(Console.say("Première année d'activité.", "First year of activity."))) var firstYear:
    String?
  @Option(help: ArgumentHelp(Console.say("Année d'un BPF déposé, plusieurs fois.", "Year of a BPF filed, repeated.")))
  var bpfYear: [String] = []
  @Option(help: ArgumentHelp(Console.say("Moyens justifiés, oui ou non.", "Means proved, yes or no."))) var capacity:
    String?
  @Option(help: ArgumentHelp(Console.say("Action éligible, plusieurs fois.", "Eligible training, repeated.")))
  var training: [String] = []
  @Option(help: ArgumentHelp(Console.say("Habilité, oui ou non.", "Habilitated, yes or no."))) var habilitated: String?
  @Option(help: ArgumentHelp(Console.say("En règle, oui ou non.", "In order, yes or no."))) var compliant: String?
  @Option(help: ArgumentHelp(Console.say("Bulletin n° 3 vu, oui ou non.", "Bulletin no. 3 seen, yes or no.")))
  var directorsRecord: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    [
      "declaration-active": declarationActive, "first-year": firstYear, "capacity": capacity,
      "habilitated": habilitated, "compliant": compliant, "directors-record": directorsRecord,
    ].compactMapValues { $0.map { [$0] } }.merging(["bpf-year": bpfYear, "training": training]) { $1 }
  }
}

/// `dossier contact`: a contact of the body.
struct DossierContact: FormCommand {
  static let form = ActForm.required("contact.record")
  static let configuration = form(form, command: "contact", of: "dossier")

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String
  @Argument(help: ArgumentHelp(Console.say("Nom.", "Name."))) var name: String
  @Argument(help: ArgumentHelp(Console.say("Adresse de courriel.", "E-mail address."))) var email: String
  @Option(help: ArgumentHelp(Console.say("Téléphone.", "Telephone."))) var phone: String?
  @Option(help: ArgumentHelp(Console.say("Transmis le, AAAA-MM-JJ.", "Passed on, YYYY-MM-DD."))) var recorded: String?

  var subject: String? { dossier }
  var given: [String: [String]] {
    ["name": name, "email": email, "phone": phone, "recorded": recorded].compactMapValues { $0.map { [$0] } }
  }
}
