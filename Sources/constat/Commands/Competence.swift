import ArgumentParser
import AuditDesk
import AuditModel
import AuditSchema
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `competence`: what people may be named or decide for (R-ROLE-22).
struct CompetenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "competence",
    abstract: Console.say(
      "Compétences des auditeurs et des experts", "Competences of auditors and decision experts"),
    subcommands: [CompetenceRecord.self, CompetenceList.self], aliases: Words.aliases(noun: "competence"))
}

/// `competence record`.
struct CompetenceRecord: FormCommand {
  static let form = ActForm.required("competence.record")
  static let configuration = form(form, command: "record", of: "competence")

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Identifiant de la personne.", "Id of the person."))) var person: String
  @Argument(help: ArgumentHelp(Console.say("auditeur ou expert-décisionnaire.", "auditor or decision-expert.")))
  var role: String
  @Option(help: ArgumentHelp(Console.say("AF, CBC, VAE, CFA (répétable).", "AF, CBC, VAE, CFA (repeatable).")))
  var category: [String]
  @Option(help: ArgumentHelp(Console.say("Valable du, AAAA-MM-JJ.", "In force from, YYYY-MM-DD."))) var from: String
  @Option(help: ArgumentHelp(Console.say("Valable jusqu'au, AAAA-MM-JJ.", "In force until, YYYY-MM-DD."))) var until:
    String?
  @Option(help: ArgumentHelp(Console.say("Justificatif.", "Proof."))) var proof: String

  var subject: String? { nil }
  var given: [String: [String]] {
    [
      "person": [person], "role": [role], "category": category, "from": [from], "until": until.map { [$0] } ?? [],
      "proof": [proof],
    ]
  }
}

/// `competence list`: the register, those in force today marked.
struct CompetenceList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Registre des compétences", "Register of competences"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let directory = try session.directory()
    let phrasing = FieldPhrasing(
      session.language, person: { user in directory.name(of: user).map { SafeText($0).description } })
    let rows = CompetenceRegister(try session.store.fold(.directory)).entries
    let lines = rows.map { row in
      let cells = [
        phrasing.words(row.person.map { .string($0) }, of: "person", in: "competence"),
        row.role?.words.text(in: session.language) ?? "—",
        ActionCategory.allCases.filter(row.categories.contains).map(\.rawValue).joined(separator: ", "),
        [row.from, row.until].map { session.day($0?.description) }.joined(separator: " – "),
      ]
      return (row.isInForce(on: session.today) ? "• " : "– ") + cells.joined(separator: "  ")
    }
    return Answer(
      "competence.list", lines: lines,
      members: [("competences", .array(rows.map { Self.json($0, today: session.today) }))])
  }

  private static func json(_ row: Competence, today: CivilDate) -> JSONValue {
    let categories = ActionCategory.allCases.filter(row.categories.contains)
    return .sorted([
      ("categories", .array(categories.map { .string($0.rawValue) })),
      ("from", row.from.map { .string($0.description) } ?? .null), ("id", .string(row.id.description)),
      ("inForce", .bool(row.isInForce(on: today))), ("person", row.person.map { .string($0) } ?? .null),
      ("role", row.role.map { .string($0.rawValue) } ?? .null),
      ("until", row.until.map { .string($0.description) } ?? .null),
    ])
  }
}
