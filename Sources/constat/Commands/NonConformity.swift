import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `nonconformity`: deviations that stay open from one audit to the next.
struct NonConformityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nonconformity", abstract: Console.say("Non-conformités", "Non-conformities"),
    subcommands: [
      NonConformityAdd.self, NonConformityList.self, NonConformityPlan.self, NonConformityEvidence.self,
      NonConformityLift.self, NonConformityReturn.self,
    ], aliases: Words.aliases(noun: "nonconformity"))

  static func stream(_ text: String) throws -> StreamID {
    guard let stream = StreamID(text), case .dossier = stream.family else {
      throw CommandFailure(
        "bad-dossier", .usage, fr: "« \(text) » ne désigne pas un dossier : dossier.qualiopi.SIREN.",
        en: "“\(text)” names no dossier: dossier.qualiopi.SIREN.")
    }
    return stream
  }
}

/// `nonconformity add`: one of an earlier audit, taken over by the office.
struct NonConformityAdd: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: Console.say(
      "Reprendre une non-conformité d'un audit antérieur (service certification)",
      "Take over a non-conformity of an earlier audit (office)"),
    aliases: Words.aliases(verb: "add"))

  @OptionGroup var common: CommonOptions
  @Option(help: "dossier.qualiopi.SIREN") var dossier: String
  @Option(help: ArgumentHelp(Console.say("Indicateur, 1 à 32.", "Indicator, 1 to 32."))) var indicator: Int
  @Option(help: ArgumentHelp(Console.say("mineure ou majeure.", "minor or major."))) var grade: String
  @Option(help: ArgumentHelp(Console.say("Relevée le, AAAA-MM-JJ.", "Raised on, YYYY-MM-DD."))) var raisedOn: String
  @Option(help: ArgumentHelp(Console.say("Note.", "Note."))) var note: String?

  func answer(in session: Session) async throws -> Answer {
    let stream = try NonConformityCommand.stream(dossier)
    let grade = try Parsing.word(
      self.grade, among: ["minor", "major"], what: LocalizedText(fr: "la gravité", en: "the grade"))
    _ = try Parsing.day(raisedOn)
    guard (1...32).contains(indicator) else {
      throw CommandFailure(
        "unknown-item", .usage, fr: "\(indicator) n'est pas un indicateur : 1 à 32.",
        en: "\(indicator) is no indicator.")
    }
    let id = try session.captureNew("nonconformity", in: stream) { desk, id in
      desk.nonConformity(id, indicator: indicator, grade: grade, raisedOn: raisedOn, note: note)
    }
    return Answer(
      "nonconformity.add",
      lines: [session.say("Non-conformité reprise.", "Non-conformity taken over.")],
      members: [("nonconformity", .string(id.description))])
  }
}
