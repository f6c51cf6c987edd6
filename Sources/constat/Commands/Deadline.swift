import ArgumentParser
import AuditDesk
import AuditModel
import Foundation
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `deadline`: due dates and how they are computed.
struct DeadlineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadline", abstract: Console.say("Échéances", "Due dates"),
    subcommands: [DeadlineCompute.self, DeadlineList.self], aliases: Words.aliases(noun: "deadline"))
}

/// `deadline compute`: one date, or a line per question with `--batch`; needs no profile.
struct DeadlineCompute: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: Console.say("Calculer une échéance", "Compute a due date"),
    discussion: Console.say("Exemples", "Examples") + """

        constat deadline compute DL-QUAL-09 --from 2026-05-12
        constat deadline compute 'WD+30' --instant 2026-04-28T22:30:00Z
        constat deadline compute --batch < questions.jsonl
      """,
    aliases: Words.aliases(verb: "compute"))

  @OptionGroup var common: CommonOptions
  @Argument(
    help: ArgumentHelp(Console.say("Identifiant (DL-…) ou expression (WD+5).", "Id (DL-…) or expression (WD+5).")))
  var what: String?
  @Option(help: ArgumentHelp(Console.say("Date de départ, AAAA-MM-JJ.", "Trigger date, YYYY-MM-DD."))) var from: String?
  @Option(help: ArgumentHelp(Console.say("Instant de départ, ISO 8601 en Z.", "Trigger instant, ISO 8601 in Z.")))
  var instant: String?
  @Option(help: ArgumentHelp(Console.say("Fin de validité du certificat.", "End of validity."))) var certificateEnd:
    String?
  @Option(help: ArgumentHelp(Console.say("Rang n d'une série.", "Place n in a series."))) var n: Int?
  @Flag(help: ArgumentHelp(Console.say("Une question JSON par ligne d'entrée.", "One JSON question per input line.")))
  var batch = false

  func run() async throws {
    if batch { return try Batch.run() }
    try await Rim.run(common) { _, language, _ in try answer(language) }
  }

  private func answer(_ language: Language) throws -> Answer {
    guard let what else {
      throw CommandFailure(
        "missing-deadline", .usage, fr: "Donnez un identifiant (DL-QUAL-09) ou une expression (WD+5).",
        en: "Give an id (DL-QUAL-09) or an expression (WD+5).")
    }
    var fields: [String: DeadlineQuery.Input] = [
      what.uppercased().hasPrefix("DL-") ? "deadline" : "expr": .string(what)
    ]
    fields["from"] = from.map { .string($0) }
    fields["instant"] = instant.map { .string($0) }
    fields["certificateEnd"] = certificateEnd.map { .string($0) }
    fields["n"] = n.map { .integer($0) }
    do throws(DeadlineQueryError) {
      let answer = try DeadlineQuery(fields: fields).answer()
      let words = ["due": "échéance", "opens": "ouvre", "nominal": "nominal", "closes": "ferme"]
      return Answer(
        "deadline.compute",
        lines: answer.members.map {
          "\(language == .french ? words[$0.key] ?? $0.key : $0.key)  \(Phrasing(language).day($0.value))"
        },
        members: answer.members.map { ($0.key, .string($0.value)) })
    } catch {
      throw CommandFailure(error.code, .usage, fr: error.message.fr, en: error.message.en)
    }
  }
}

/// Answers one JSON object per line of standard input with one per line of standard output.
private enum Batch {
  static func run() throws {
    var failed = false
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      let answer = fields(of: line).map { DeadlineBatchAnswer(fields: $0) } ?? .unreadable
      FileHandle.standardOutput.write(Data((JSONWriter.text(json(answer, failed: &failed)) + "\n").utf8))
    }
    if failed { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  private static func json(_ answer: DeadlineBatchAnswer, failed: inout Bool) -> JSONValue {
    var members: [JSONMember] = []
    switch answer.id {
    case .string(let id): members.append(JSONMember("id", .string(id)))
    case .integer(let id): members.append(JSONMember("id", .integer(Int64(id))))
    case .null, .other, nil: break
    }
    switch answer.result {
    case .success(let due): members += due.members.map { JSONMember($0.key, .string($0.value)) }
    case .failure(let error):
      failed = true
      members.append(
        JSONMember(
          "error",
          .object([
            JSONMember("code", .string(error.code)),
            JSONMember("message", .string(error.message.text(in: Console.processLanguage))),
          ])))
    }
    return .object(members)
  }

  /// People write these lines, with spaces and in any order: the wire's strict spelling is not asked of them.
  private static func fields(of line: String) -> [String: DeadlineQuery.Input]? {
    let decoded = try? JSONDecoder().decode([String: Field].self, from: Data(line.utf8))  // answered as `bad-line`
    return decoded?.mapValues(\.input)
  }

  private struct Field: Decodable {
    let input: DeadlineQuery.Input

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        input = .null
      } else if let number = try? value.decode(Int.self) {  // not an integer: tried as a text next
        input = .integer(number)
      } else if let text = try? value.decode(String.self) {  // neither: the query says which field it was
        input = .string(text)
      } else {
        input = .other
      }
    }
  }
}
