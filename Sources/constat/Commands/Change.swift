import ArgumentParser
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `change`: changes written by other tools.
struct ChangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: Console.say("Les changements d'autres outils", "Changes of other tools"),
    subcommands: [ChangeSubmit.self], aliases: Words.aliases(noun: "change"))
}

/// `change submit`: saves the steps of a file as one change, once for all repetitions under one key.
struct ChangeSubmit: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: Console.say(
      "Enregistrer un changement préparé par un autre outil", "Save a change another tool prepared"),
    discussion: Console.say(
      "Le fichier est {\"stream\":…,\"ops\":[…]} : set, add, remove, append, delete, restore, request, écrits comme "
        + "dans une ligne, sans « over » ni « seen ». La même clé rend le même changement sans en écrire un second ; un "
        + "autre contenu sous la même clé est refusé. « constat sync » l'envoie.",
      "The file is {\"stream\":…,\"ops\":[…]}: set, add, remove, append, delete, restore, request, spelt as in a line "
        + "without “over” and “seen”. The same key gives the same change and writes no second one; another content "
        + "under the same key is refused. “constat sync” sends it."),
    aliases: Words.aliases(verb: "submit"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Le fichier, ou - pour l'entrée standard.", "The file, or - for stdin.")))
  var file: String
  @Option(
    help: ArgumentHelp(
      Console.say("Clé choisie par l'outil, 64 octets au plus.", "A key the tool chooses, 64 bytes at most."),
      valueName: "key"))
  var idempotencyKey: String

  func answer(in session: Session) async throws -> Answer {
    guard (1...ProtocolLimits.idempotencyKeyBytesMax).contains(idempotencyKey.utf8.count) else {
      throw CommandFailure(
        "bad-key", .usage, fr: "La clé doit tenir en 1 à \(ProtocolLimits.idempotencyKeyBytesMax) octets.",
        en: "The key must hold 1 to \(ProtocolLimits.idempotencyKeyBytesMax) bytes.")
    }
    let change: SubmittedChange
    do throws(SubmittedChange.Fault) {
      change = try SubmittedChange(reading: try Self.content(of: file))
    } catch {
      throw CommandFailure(error)
    }
    var random = SystemRandomNumberGenerator()
    let outcome: Submission
    do {
      outcome = try session.store.submit(change, key: idempotencyKey, time: session.now, random: &random)
    } catch let reused as SubmissionKeyReused {
      throw CommandFailure(
        "key-reused", .refusedByRule,
        fr: "Un autre contenu a déjà été soumis sous la clé « \(SafeText(reused.key)) ». Rien n'a été écrit : prenez "
          + "une autre clé.",
        en: "Another content was submitted under the key “\(SafeText(reused.key))” before. Nothing was written: take "
          + "another key.")
    }
    let isNew = if case .written = outcome { true } else { false }
    let name = outcome.change?.description
    return Answer(
      "change.submit",
      lines: [name ?? session.say("Rien de nouveau à enregistrer.", "Nothing new to save.")],
      members: [
        ("change", name.map { .string($0) } ?? .null), ("new", .bool(isNew)),
        ("stream", .string(change.stream.description)),
      ])
  }

  /// One byte past the bound is enough to know that there is too much.
  private static func content(of file: String) throws(SubmittedChange.Fault) -> [UInt8] {
    do {
      let handle = try file == "-" ? FileHandle.standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      return Array(try handle.read(upToCount: SubmittedChange.fileBytesMax + 1) ?? Data())
    } catch {
      throw .unreadable(file)
    }
  }
}

extension CommandFailure {
  /// A file that is no change to submit.
  init(_ fault: SubmittedChange.Fault) {
    switch fault {
    case .unreadable(let file):
      self.init(
        "not-readable", fr: "« \(SafeText(file)) » ne se lit pas. Vérifiez le chemin et les droits.",
        en: "“\(SafeText(file))” cannot be read. Check the path and the rights.")
    case .tooLarge:
      self.init(
        "file-too-large", .usage,
        fr: "Le fichier dépasse \(SubmittedChange.fileBytesMax) octets. Répartissez-le en plusieurs changements.",
        en: "The file is larger than \(SubmittedChange.fileBytesMax) bytes. Split it into several changes.")
    case .notJSON(let code):
      self.init(
        code, .usage,
        fr: "Le fichier n'est pas un JSON qu'une ligne puisse contenir (\(code)). Rien n'a été écrit.",
        en: "The file is no JSON a line could hold (\(code)). Nothing was written.")
    case .notAChange:
      self.init(
        "not-a-change", .usage,
        fr: "Le fichier doit être {\"stream\":…,\"ops\":[…]}, dans cet ordre, avec au moins une étape.",
        en: "The file must be {\"stream\":…,\"ops\":[…]}, in this order, with at least one step.")
    case .step(let place):
      self.init(
        "bad-step", .usage,
        fr: "L'étape \(place + 1) n'est pas de celles qu'un outil peut écrire. Rien n'a été écrit.",
        en: "Step \(place + 1) is none a tool may write. Nothing was written.")
    case .tooManySteps:
      self.init(
        "too-many-steps", .usage,
        fr: "Un changement prend \(SyncLimits.operationsMax) étapes au plus. Répartissez-les en plusieurs.",
        en: "One change takes \(SyncLimits.operationsMax) steps at most. Split them into several.")
    }
  }
}
