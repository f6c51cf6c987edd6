import ArgumentParser
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Terminal

/// `audit next`: the one thing to do now, why, and what to type; then what comes after it.
struct AuditNext: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: Console.say("Dire la prochaine chose à faire, et pourquoi", "Say the next thing to do, and why"),
    aliases: Words.aliases(verb: "next"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?
  @Option(help: ArgumentHelp(Console.say("Combien de choses montrer ensuite.", "How many things to show after it.")))
  var after = 5

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session, scheme: audit == nil ? .qualiopi : nil)
    guard place.scheme == .qualiopi else {
      throw CommandFailure(
        "nothing-to-guide", .usage, fr: "Cette aide vaut pour un audit Qualiopi : donnez-le avec --audit.",
        en: "This guidance is for a Qualiopi audit: give it with --audit.")
    }
    let author = try session.author()
    let steps = AuditGuide(
      place.audit, for: ActActor(user: author.user, roles: author.roles), in: try session.actContext(place.fold)
    ).steps
    return Answer(
      "audit.next", lines: lines(steps, session),
      members: [
        ("audit", .string(place.audit.description)),
        (
          "steps",
          .array(
            steps.map {
              .sorted([
                ("command", .array($0.command.map { .string($0) })), ("rule", .string($0.rule.description)),
                ("text", .string($0.words.text(in: session.language))),
              ])
            })
        ),
      ])
  }

  private func lines(_ steps: [NextStep], _ session: Session) -> [String] {
    guard let next = steps.first else {
      return [session.say("Rien ne vous attend sur cet audit.", "Nothing waits for you on this audit.")]
    }
    let rest = steps.dropFirst()
    let shown = rest.prefix(max(0, after))
    var lines = step("→ ", next, session)
    if !shown.isEmpty { lines.append(session.say("Ensuite", "Then")) }
    for later in shown { lines += step("  ", later, session) }
    if rest.count > shown.count {
      let more = rest.count - shown.count
      lines.append(session.say("  … et \(more) de plus", "  … and \(more) more"))
    }
    return lines
  }

  private func step(_ mark: String, _ step: NextStep, _ session: Session) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    return HangingIndent.lines(mark, SafeText("\(step.words.text(in: session.language)) (\(step.rule))").description)
      + HangingIndent.lines(
        indent + "  ", SafeText(Words.spoken(step.command, in: session.language).joined(separator: " ")).description)
  }
}

extension Words {
  /// A command as people type it: in French by its first alias, else as it is; the program's name first.
  static func spoken(_ command: [String], in language: Language) -> [String] {
    guard language == .french, let noun = command.first else { return ["constat"] + command }
    // A noun that is the same word in French has only its plural as an alias.
    let alias = nouns[noun]?.first { $0 != noun + "s" } ?? noun
    var words = ["constat", alias]
    if command.count > 1 {
      words.append(verbsOfNouns["\(noun) \(command[1])"]?.first ?? verbs[command[1]]?.first ?? command[1])
    }
    return words + command.dropFirst(2)
  }
}
