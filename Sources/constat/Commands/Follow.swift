import ArgumentParser
import AuditDesk
import Terminal

/// `dossier record`: what starts or ends a delay beside the audits.
struct DossierRecord: FormCommand {
  static let form = ActForm.required("dossier.record")
  static let configuration = form(form, command: "record", of: "dossier")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("SIREN de l'organisme.", "SIREN of the body."))) var siren: String
  @Option(help: ArgumentHelp(Console.say("Première convention signée le.", "First agreement signed on.")))
  var firstContract: String?
  @Option(help: ArgumentHelp(Console.say("Déclaration d'activité déposée le.", "Activity declaration filed on.")))
  var declared: String?
  @Option(help: ArgumentHelp(Console.say("Numéro de déclaration d'activité.", "Activity declaration number.")))
  var nda: String?
  @Option(help: "DREETS, DRIEETS, DEETS.") var authority: String?
  @Option(help: ArgumentHelp(Console.say("Dernière demande aux financeurs le.", "Last request to funders on.")))
  var funderRequest: String?
  @Option(help: ArgumentHelp(Console.say("Contact mis à jour le.", "Contact updated on."))) var contactUpdated: String?
  @Option(help: ArgumentHelp(Console.say("Accès du contact ouvert le.", "Access of the contact opened on.")))
  var accessOpened: String?
  @Option(help: ArgumentHelp(Console.say("Année dont le BPF est déposé.", "Year whose BPF is filed.")))
  var bpfYear: [String] = []

  var subject: String? { "dossier/\(siren)" }
  var given: [String: [String]] {
    [
      "first-contract": firstContract, "declared": declared, "nda": nda, "authority": authority,
      "funder-request": funderRequest, "contact-updated": contactUpdated, "access-opened": accessOpened,
    ].compactMapValues { $0.map { [$0] } }.merging(["bpf-year": bpfYear]) { $1 }
  }
}

/// `audit mark`: the use of the mark, as seen at surveillance.
enum AuditMark: AuditFormShape {
  static let form = ActForm.required("audit.mark")
  static let configuration = form(form, command: "mark", of: "audit")

  struct Inputs: AuditFormInputs {
    @Argument(help: ArgumentHelp(Console.say("conforme, irrégulier ou aucun.", "conform, irregular or none.")))
    var use: String
    @Option(help: ArgumentHelp(Console.say("Ce qui a été vu.", "What was seen."))) var seen: String?

    var given: [String: [String]] { ["use": [use], "seen": seen.map { [$0] } ?? []] }
  }
}
