import ArgumentParser
import AuditDesk
import Terminal

/// `mail`: letters and e-mails in and out, which start every clock (R-TIME-21).
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: Console.say("Courrier reçu et envoyé", "Letters and e-mails in and out"),
    subcommands: [MailList.self, MailShow.self, MailRecord.self, MailCorrect.self, MailWrite.self],
    aliases: Words.aliases(noun: "mail"))
}

/// What an entry of the register holds, as options.
struct MailOptions: ParsableArguments {
  @Option(help: ArgumentHelp(Console.say("Objet.", "About."))) var about: String?
  @Option(help: ArgumentHelp(Console.say("Expéditeur.", "Sender."))) var sender: String?
  @Option(help: ArgumentHelp(Console.say("Destinataire.", "Addressee."))) var addressee: String?
  @Option(help: ArgumentHelp(Console.say("Voie : lettre, recommandé, courriel…", "Channel: letter, e-mail…")))
  var channel: String?
  @Option(help: ArgumentHelp(Console.say("Date portée, AAAA-MM-JJ.", "Dated, YYYY-MM-DD."))) var dated: String?
  @Option(help: ArgumentHelp(Console.say("Envoyé le, AAAA-MM-JJ.", "Sent on, YYYY-MM-DD."))) var sent: String?
  @Option(help: ArgumentHelp(Console.say("Reçu le, AAAA-MM-JJ.", "Received on, YYYY-MM-DD."))) var received: String?
  @Option(help: ArgumentHelp(Console.say("Accusé de réception le.", "Acknowledged on."))) var acknowledged: String?
  @Option(help: ArgumentHelp(Console.say("Preuve de l'envoi : récépissé, cachet…", "Proof of sending: receipt…")))
  var sentProof: String?
  @Option(help: ArgumentHelp(Console.say("Preuve de la réception.", "Proof of receipt."))) var receivedProof: String?
  @Option(help: ArgumentHelp(Console.say("Preuve de l'accusé de réception.", "Proof of acknowledgement.")))
  var acknowledgedProof: String?
  @Option(
    help: ArgumentHelp(
      Console.say(
        "Fichier, ou audit/…/evidence/… ou audit/…/document/… qui le garde.",
        "File, or audit/…/evidence/… or audit/…/document/… that holds it.")))
  var file: String?
  @Option(
    help: ArgumentHelp(
      Console.say(
        "La décision, la reprise ou l'acte qu'il porte : decision/…, audit/…",
        "The decision, correction or act it carries: decision/…, audit/…")))
  var proves: String?

  var given: [String: [String]] {
    [
      "about": about, "sender": sender, "addressee": addressee, "channel": channel, "dated": dated, "sent": sent,
      "received": received, "acknowledged": acknowledged, "sent-proof": sentProof, "received-proof": receivedProof,
      "acknowledged-proof": acknowledgedProof, "file": file, "proves": proves,
    ].compactMapValues { $0.map { [$0] } }
  }
}

/// `mail record`.
struct MailRecord: FormCommand {
  static let form = ActForm.required("mail.record")
  static let configuration = form(form, command: "record", of: "mail")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: MailOptions
  @Argument(help: ArgumentHelp(Console.say("reçu ou envoyé.", "received or sent."))) var direction: String
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  var subject: String? { dossier }
  var given: [String: [String]] { options.given.merging(["direction": [direction]]) { $1 } }
}

/// `mail correct`: a new entry, with its motive; the first stays readable.
struct MailCorrect: FormCommand {
  static let form = ActForm.required("mail.correct")
  static let configuration = form(form, command: "correct", of: "mail")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: MailOptions
  @Argument(help: "mail/…") var of: String
  @Option(help: ArgumentHelp(Console.say("Motif.", "Motive."))) var motive: String
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  var subject: String? { dossier }
  var given: [String: [String]] { options.given.merging(["of": [of], "motive": [motive]]) { $1 } }
}
