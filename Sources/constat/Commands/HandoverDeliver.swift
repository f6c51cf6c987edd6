import ArgumentParser
import AuditModel
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `handover deliver`: brings the work of a colleague's lost device to the server.
struct HandoverDeliver: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: Console.say(
      "Remettre au serveur la passation d'un poste perdu", "Deliver a lost device's hand-over to the server"),
    discussion: Console.say(
      "Chaque ligne est jugée comme si son auteur l'envoyait, sous son propre sceau. Si son poste revient, il reçoit les "
        + "mêmes reçus.",
      "Each line is judged as if its author sent it, under its own seal. Should the device come back, it gets the same "
        + "receipts."),
    aliases: Words.aliases(verb: "deliver"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Fichier de passation.", "Hand-over file."))) var file: String

  func answer(in session: Session) async throws -> Answer {
    let url = URL(fileURLWithPath: file)
    let now = session.now
    let sleep: SyncEngine.Sleeper = { try await Task.sleep(for: .milliseconds($0)) }
    let engine = SyncEngine(
      store: session.store, transport: try ServerConnection.transport(session.identity.serverURL), sleep: sleep,
      now: { now }, random: SystemRandomNumberGenerator(), deviceKeys: { try $0.sealKeys() })
    let delivery = HandoverDelivery(engine: engine, sleep: sleep)
    do {
      let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
      guard size <= ProtocolLimits.handoverBytesMax else { throw HandoverRefusal.unreadable(.tooLarge) }
      let report = try await delivery.deliver(Array(try Data(contentsOf: url)))
      return Answer(
        "handover.deliver",
        lines: [
          session.say(
            "Passation remise : \(report.admitted) lignes admises, \(report.known) déjà connues, \(report.quarantined) "
              + "mises de côté pour le bureau.",
            "Hand-over delivered: \(report.admitted) lines accepted, \(report.known) known, \(report.quarantined) put aside "
              + "for the office.")
        ] + (report.end == .complete ? [] : [session.language == .french ? report.end.french : report.end.english]),
        members: [
          ("end", .string(report.end.code)), ("linesAccepted", .integer(Int64(report.admitted))),
          ("linesKnown", .integer(Int64(report.known))), ("linesAside", .integer(Int64(report.quarantined))),
          ("linesUnsent", .integer(Int64(report.unsendable))),
        ], status: SyncCommand.status(report.end, needsPerson: report.quarantined > 0 || report.unsendable > 0))
    } catch let refusal as HandoverRefusal {
      throw CommandFailure(refusal)
    } catch let error as CocoaError {
      throw CommandFailure(
        "file-unreadable", fr: "« \(file) » n'a pas pu être lu (\(error.localizedDescription)).",
        en: "“\(file)” could not be read (\(error.localizedDescription)).")
    }
  }
}
