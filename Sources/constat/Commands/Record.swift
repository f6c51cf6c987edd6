import ArgumentParser
import AuditDesk
import FieldClient
import Foundation
import SyncCore
import Terminal

/// `record`: turns what this device holds of a session into a scenario that can be played again.
struct RecordCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: Console.say("Écrire en scénario ce que tient ce poste", "Write what this device holds as a scenario"),
    discussion: Console.say(
      "Le fichier se rejoue par « constat-sim run » : mêmes modifications, mêmes connaissances de chacun, même état à la "
        + "fin. Personnes et postes y portent des noms neutres ; chaque mot d'un texte y est remplacé par un autre de même "
        + "longueur, sauf avec --with-values. Les SIREN des dossiers restent : relisez le fichier avant de le transmettre.",
      "The file is played again by “constat-sim run”: the same changes, the same knowledge, the same state in the end. "
        + "People and devices get neutral names; each word of a text becomes another of its length, unless --with-values. "
        + "The SIREN of the dossiers stay: read the file before you pass it on."),
    aliases: Words.aliases(noun: "record"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Fichier à écrire.", "File to write."))) var file: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Un dossier ou organisme ; plusieurs fois au besoin (défaut : tous).",
        "A dossier or body; several times if need be (default: all)."), valueName: "stream"))
  var stream: [String] = []
  @Flag(
    name: .long,
    help: ArgumentHelp(Console.say("Garder les textes tels qu'écrits.", "Keep texts as they were written.")))
  var withValues = false

  func answer(in session: Session) async throws -> Answer {
    let streams = try stream.map { text in
      guard let stream = StreamID(text) else {
        throw CommandFailure(
          "bad-stream", .usage, fr: "« \(text) » n'est pas un flux tel que dossier.qualiopi.SIREN.",
          en: "“\(text)” is no stream such as dossier.qualiopi.SIREN.")
      }
      return stream
    }
    let recording: SessionRecording
    do {
      recording = try SessionRecording(
        of: session.store, streams: streams.isEmpty ? nil : streams,
        title: session.say("Travail enregistré sur un poste", "Work recorded on a device"), keepsValues: withValues)
    } catch RecordingFault.nothingToTell {
      throw CommandFailure(
        "nothing-to-record", fr: "Ce poste ne tient aucune modification de ces dossiers : rien n'a été écrit.",
        en: "This device holds no change of these dossiers: nothing was written.")
    }
    try write(recording.text)
    return Answer(
      "record",
      lines: [
        session.say(
          "Scénario écrit : \(file) (\(recording.captures) modifications, \(recording.expectations) attentes, "
            + "\(recording.leftOut) laissées de côté).",
          "Scenario written: \(file) (\(recording.captures) changes, \(recording.expectations) expectations, "
            + "\(recording.leftOut) left out).")
      ],
      members: [
        ("file", .string(file)), ("changes", .integer(Int64(recording.captures))),
        ("expectations", .integer(Int64(recording.expectations))), ("leftOut", .integer(Int64(recording.leftOut))),
      ])
  }

  /// Only its owner may read what comes of a session.
  private func write(_ text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    } catch {
      throw CommandFailure(
        "not-writable", fr: "« \(file) » n'a pas pu être écrit (\(error.localizedDescription)).",
        en: "“\(file)” could not be written (\(error.localizedDescription)).")
    }
  }
}
