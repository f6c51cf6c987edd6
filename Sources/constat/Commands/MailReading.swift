import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `mail list`.
struct MailList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Registre du courrier", "Mail register"),
    discussion: Console.say(
      "Par date qui compte : réception de ce qui entre, envoi de ce qui sort (R-TIME-21). Un courriel sans accusé de "
        + "réception garde sa date d'envoi ; une entrée corrigée reste, avec ce qui la remplace.",
      "By the date that counts: receipt of what comes in, sending of what goes out (R-TIME-21). An e-mail without "
        + "acknowledgement keeps its sending date; a corrected entry stays, with what replaces it."),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String?

  func answer(in session: Session) async throws -> Answer {
    var lines: [String] = []
    var rows: [JSONValue] = []
    let settings = try session.settings()
    for stream in try session.store.streams() {
      guard case .dossier(_, let key) = stream.family, dossier == nil || dossier == stream.description else { continue }
      for view in MailEntryView.all(in: try session.store.fold(stream), settings: settings) {
        let line = view.line(FieldPhrasing(session.language))
        lines += HangingIndent.lines("\(key)  ", "\(view.item.id)  " + SafeText(line).description)
        rows.append(view.json(stream))
      }
    }
    return Answer(
      "mail.list", lines: lines.isEmpty ? [session.say("Aucun courrier.", "No mail.")] : lines,
      members: [("mail", .array(rows))])
  }
}

/// `mail show`.
struct MailShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Montrer un courrier", "Show a mail item"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "mail/…") var mail: String

  func answer(in session: Session) async throws -> Answer {
    let (entity, fold) = try EntityLookup.find(mail, type: "mail", in: session)
    let entries = MailEntryView.all(in: fold, settings: try session.settings())
    guard let view = entries.first(where: { $0.item.id == entity.id }) else {
      throw CommandFailure(
        "unknown-mail", fr: "« \(mail) » n'est plus au registre.", en: "“\(mail)” is no longer in the register.")
    }
    let words = FieldPhrasing(session.language)
    let type = AuditSchema.current.type("mail")
    let fields = (type?.fields ?? []).compactMap { rule in
      entity.value(rule.name).map { value in
        "  \(rule.words.text(in: session.language))\(session.say(" : ", ": "))"
          + SafeText(words.words(value, of: rule.name, in: "mail")).description
      }
    }
    return Answer(
      "mail.show", lines: [SafeText(view.line(words)).description] + fields,
      members: [("mail", view.json(fold.stream))])
  }
}

extension MailEntryView {
  /// The entry for programs.
  func json(_ stream: StreamID) -> JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return .sorted([
      ("about", text(about)), ("channel", text(channel)), ("corrects", text(item.corrects?.description)),
      ("countsOn", text(countsOn?.description)), ("direction", text(item.direction?.rawValue)),
      ("dossier", .string(stream.description)), ("file", text(file)), ("mail", .string(item.id.description)),
      ("notAcknowledged", .bool(isNotAcknowledged)),
      ("proofs", .sorted(proofs.map { ($0.date.description, .string($0.proof)) })),
      ("proves", text(item.proves?.description)), ("replacedBy", text(replacedBy?.description)),
    ])
  }
}
