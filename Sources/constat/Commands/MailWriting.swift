import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import Terminal
import WorkingDays

/// `mail write`: a letter and, where addresses are given, an e-mail still to be sent; nothing is recorded as sent.
struct MailWrite: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: Console.say("Écrire une lettre depuis un dossier", "Write a letter from a dossier"),
    discussion: Console.say(
      "Lettres : notification-audit, envoi-rapport, décision, suspension, reprise, accusé-réclamation. Écrit un fichier "
        + ".txt et, avec --from et --to, un .eml à ouvrir dans la messagerie. Constat n'envoie rien et n'enregistre aucun "
        + "envoi : une fois la lettre partie, « constat courrier enregistrer envoyé --sent AAAA-MM-JJ ».",
      "Letters: audit-notice, report-sent, decision, suspension, correction, complaint-acknowledgement. Writes a .txt file "
        + "and, with --from and --to, an .eml to open in a mail program. Constat sends nothing and records no sending: "
        + "once it has left, “constat mail record out --sent YYYY-MM-DD”."),
    aliases: Words.aliases(verb: "write"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("La lettre.", "The letter."))) var kind: String
  @Argument(help: ArgumentHelp(Console.say("audit/…, decision/…, correction/… ou complaint/….", "audit/…, decision/…")))
  var entity: String
  @Option(help: ArgumentHelp(Console.say("Dossier où écrire les fichiers.", "Folder to write the files to."))) var out:
    String
  @Option(help: ArgumentHelp(Console.say("Nom du certificateur, sous la lettre.", "The certifier's name.")))
  var certifier: String
  @Option(help: ArgumentHelp(Console.say("Destinataire : Nom <adresse>.", "Recipient: Name <address>."))) var to:
    String?
  @Option(help: ArgumentHelp(Console.say("Expéditeur : Nom <adresse>.", "Sender: Name <address>."))) var from: String?
  @Option(help: ArgumentHelp(Console.say("Date portée ; défaut : aujourd'hui.", "Dated; default: today."))) var dated:
    String?

  func answer(in session: Session) async throws -> Answer {
    let allowed = LetterKind.allCases.map(\.rawValue)
    let word = try Parsing.word(kind, among: allowed, what: LocalizedText(fr: "la lettre", en: "the letter"))
    guard let kind = LetterKind(rawValue: word) else { throw Self.fault(.init(fr: word, en: word)) }
    let day = try dated.map { try Parsing.day($0) } ?? session.proposedDay(option: "--dated")
    let (view, fold) = try EntityLookup.find(entity, type: kind.entityType, in: session)
    let letter = try letter(kind, view.id, fold, day, session)
    let addresses = try addresses()
    let name = "\(kind.rawValue)-\(view.id.localName)"
    var written = [try write(letter.text, to: "\(name).txt")]
    if let (sender, recipient) = addresses {
      let draft = EmailDraft(
        letter, from: sender, to: recipient, date: Instant(clampingMillisecondsSince1970: session.now))
      written.append(try write(draft.message, to: "\(name).eml"))
    }
    return Answer(
      "mail.write",
      lines: written.map { session.say("Écrit : ", "Written: ") + SafeText($0).description } + [
        session.say(
          "Rien n'est envoyé ni enregistré comme envoyé : une fois la lettre partie, « constat courrier enregistrer envoyé ».",
          "Nothing is sent or recorded as sent: once the letter has left, “constat mail record out”.")
      ],
      members: [("files", .array(written.map { .string($0) })), ("letter", .string(kind.rawValue))])
  }

  private func letter(
    _ kind: LetterKind, _ id: EntityID, _ fold: StreamFold, _ day: CivilDate, _ session: Session
  ) throws -> Letter {
    var body = fold.stream.description
    if case .dossier(_, let key) = fold.stream.family { body = try session.bodyName(key) ?? key }
    let directory = try session.directory()
    let directoryFold = try session.store.fold(.directory)
    do throws(LetterFault) {
      return try kind.letter(
        from: id, in: fold, directory: directoryFold,
        LetterFrame(body: body, certifier: certifier, day: day),
        person: { directory.name(of: $0) })
    } catch {
      throw Self.fault(error.sentence)
    }
  }

  private func addresses() throws -> (MailboxAddress, MailboxAddress)? {
    guard from != nil || to != nil else { return nil }
    guard let sender = from.flatMap({ MailboxAddress($0) }), let recipient = to.flatMap({ MailboxAddress($0) }) else {
      throw CommandFailure(
        "bad-address", .usage,
        fr: "Un courriel a un expéditeur et un destinataire : donnez --from et --to, chacun « Nom <nom@domaine.fr> ».",
        en: "An e-mail has a sender and a recipient: give --from and --to, each “Name <name@domain.fr>”.")
    }
    return (sender, recipient)
  }

  private func write(_ text: String, to name: String) throws -> String {
    let place = URL(fileURLWithPath: out, isDirectory: true).appendingPathComponent(name)
    do {
      try Data(text.utf8).write(to: place, options: .atomic)
    } catch {
      throw CommandFailure(
        "not-writable", fr: "« \(place.path) » n'a pas pu être écrit (\(error.localizedDescription)).",
        en: "“\(place.path)” could not be written (\(error.localizedDescription)).")
    }
    return place.path
  }

  private static func fault(_ sentence: LocalizedText) -> CommandFailure {
    CommandFailure("letter", .usage, fr: sentence.fr, en: sentence.en)
  }
}
