import ArgumentParser
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `handover`: passes a dossier's lines between two laptops of one team, without server.
struct HandoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: Console.say("Passation entre deux postes, sans réseau", "Hand-over between two devices, without network"),
    subcommands: [HandoverWrite.self, HandoverRead.self, HandoverDeliver.self], aliases: Words.aliases(noun: "handover")
  )
}

/// `handover write`.
struct HandoverWrite: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: Console.say("Écrire un fichier de passation", "Write a hand-over file"),
    aliases: Words.aliases(verb: "write"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Fichier à écrire.", "File to write."))) var file: String
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    let held = Set(try session.store.streams())
    let organisation = place.bodyKey.flatMap { StreamID.organisation($0) }
    let streams = [place.stream] + [organisation].compactMap { $0 }.filter { held.contains($0) }
    do {
      let bytes = try Handover.write(streams, of: session.store, written: session.now)
      try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
      return Answer(
        "handover.write",
        lines: [session.say("Passation écrite : \(file) (\(bytes.count) octets).", "Hand-over written: \(file).")],
        members: [
          ("bytes", .integer(Int64(bytes.count))), ("file", .string(file)),
          ("streams", .array(streams.map { .string($0.description) })),
        ])
    } catch let refusal as HandoverRefusal {
      throw CommandFailure(refusal)
    } catch let error as CocoaError {
      throw CommandFailure(
        "not-writable", fr: "« \(file) » n'a pas pu être écrit (\(error.localizedDescription)).",
        en: "“\(file)” could not be written (\(error.localizedDescription)).")
    }
  }
}

/// `handover read`.
struct HandoverRead: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: Console.say("Lire un fichier de passation", "Read a hand-over file"),
    aliases: Words.aliases(verb: "read"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Fichier à lire.", "File to read."))) var file: String

  func answer(in session: Session) async throws -> Answer {
    let url = URL(fileURLWithPath: file)
    do {
      let size = try FileManager.default.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
      guard size <= ProtocolLimits.handoverBytesMax else { throw HandoverRefusal.unreadable(.tooLarge) }
      let report = try Handover.read(
        Array(try Data(contentsOf: url)), into: session.store,
        deviceKeys: session.store.sealKeys())
      return Answer(
        "handover.read",
        lines: [
          session.say(
            "Passation lue : \(report.taken) lignes nouvelles, \(report.known) déjà connues, \(report.own) de ce poste.",
            "Hand-over read: \(report.taken) new lines, \(report.known) known, \(report.own) of this device.")
        ],
        members: [
          ("linesNew", .integer(Int64(report.taken))), ("linesKnown", .integer(Int64(report.known))),
          ("linesOwn", .integer(Int64(report.own))), ("from", .string(report.from.description)),
          ("streams", .array(report.streams.map { .string($0.description) })),
        ])
    } catch let refusal as HandoverRefusal {
      throw CommandFailure(refusal)
    } catch let error as CocoaError {
      throw CommandFailure(
        "file-unreadable", fr: "« \(file) » n'a pas pu être lu (\(error.localizedDescription)).",
        en: "“\(file)” could not be read (\(error.localizedDescription)).")
    }
  }
}

extension CommandFailure {
  /// A hand-over file that was refused whole.
  init(_ refusal: HandoverRefusal) {
    self.init(refusal.code, fr: refusal.french, en: refusal.english)
  }
}
