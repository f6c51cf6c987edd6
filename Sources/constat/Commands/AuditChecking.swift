import ArgumentParser
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Terminal

/// `audit check`: what would stand against the closing, and what is easier to put right before leaving.
struct AuditCheck: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Console.say("Contrôler ce qui manque avant la clôture", "Check what is missing before closing"),
    aliases: Words.aliases(verb: "check"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session, scheme: audit == nil ? .qualiopi : nil)
    guard place.scheme == .qualiopi else {
      throw CommandFailure(
        "nothing-to-check", .usage, fr: "Ce contrôle vaut pour un audit Qualiopi : donnez-le avec --audit.",
        en: "This check is for a Qualiopi audit: give it with --audit.")
    }
    let author = try session.author()
    let gaps = AuditGap.all(
      in: AuditCaptureFacts(
        audit: place.audit, in: place.fold, actor: ActActor(user: author.user, roles: author.roles)))
    let directory = try session.directory()
    var lines = gaps.flatMap { gap in
      HangingIndent.lines(
        gap.severity == .stopsClosing ? "✗ " : "• ",
        SafeText("\(gap.reason.rule)  \(named(gap.reason, in: directory, session))").description)
    }
    if lines.isEmpty { lines = [session.say("Rien ne manque pour clôturer.", "Nothing is missing to close.")] }
    if !gaps.isEmpty { lines.append(session.say("✗ bloque la clôture   • conseil", "✗ stops the closing   • advice")) }
    return Answer(
      "audit.check", lines: lines,
      members: [
        (
          "findings",
          .array(
            gaps.map {
              .sorted([
                ("code", .string($0.reason.code)), ("rule", .string($0.reason.rule.description)),
                ("severity", .string($0.severity.rawValue)),
              ])
            })
        )
      ],
      status: gaps.contains { $0.severity == .stopsClosing } ? .needsPerson : .done)
  }

  /// People are named on the screen, never in the reason.
  private func named(_ reason: RuleReason, in directory: DirectoryView, _ session: Session) -> String {
    var facts = reason.facts
    facts["people"] = facts["people"]?.map { id in UserID(id).map { session.name(of: $0, in: directory) } ?? id }
    return RuleReason(rule: reason.rule, code: reason.code, facts: facts).text.sentences(in: session.language)
  }
}
