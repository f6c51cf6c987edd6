import ArgumentParser
import AuditModel
import Crypto
import AuditDesk
import FieldClient
import Foundation
import HTTPTransport
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `join`: attaches this laptop to a certifier's server under one profile.
struct JoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: Console.say("Rattacher ce poste à un serveur", "Join this device to a server"),
    discussion: Console.say(
      "Le code vient du service certification ; il sert une fois, pendant un quart d'heure. La clé du poste est faite "
        + "ici et n'en sort pas. Son empreinte (les 100 premiers bits du SHA-256 de la clé publique, en base 32, par groupes "
        + "de quatre) se compare de vive voix à celle que le service certification lit sur le serveur.",
      "The code comes from the office; it serves once, for a quarter of an hour. The device's key is made here and "
        + "never leaves. Its fingerprint (the first 100 bits of the public key's SHA-256, in base 32, in groups of "
        + "four) is compared by voice with the one the office reads on the server."),
    aliases: Words.aliases(noun: "join"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Adresse du serveur.", "Server address."))) var server: String
  @Argument(help: ArgumentHelp(Console.say("Code d'invitation.", "Invitation code."))) var code: String

  func run() async throws {
    try await Rim.run(common) { place, language, _ in
      guard !FileManager.default.fileExists(atPath: place.store) else {
        throw CommandFailure(ReplicaStoreError.profileExists)
      }
      // Before the code is spent: a folder that cannot be made must not cost one.
      try place.create()
      let transport = try ServerConnection.transport(server)
      let key = Curve25519.Signing.PrivateKey()
      var random = SystemRandomNumberGenerator()
      let store: ReplicaStore
      do {
        store = try await JoinClient.createProfile(
          at: place.store, server: server, code: code, transport: transport, replica: ReplicaID(bits: random.next()),
          key: key)
      } catch let refusal as JoinRefusal {
        throw Self.failure(refusal.outcome)
      }
      let identity = try store.identity
      let fingerprint = KeyFingerprint(Array(key.publicKey.rawRepresentation)).description
      return Answer(
        "join",
        lines: [
          language == .french
            ? "Poste rattaché à « \(identity.tenant) », empreinte \(fingerprint). « constat sync » reçoit vos dossiers."
            : "Device joined to “\(identity.tenant)”, fingerprint \(fingerprint). “constat sync” brings your dossiers."
        ],
        members: [
          ("tenant", .string(identity.tenant.description)), ("user", .string(identity.user.description)),
          ("replica", .string(identity.replica.description)), ("fingerprint", .string(fingerprint)),
        ])
    }
  }

  private static func failure(_ outcome: JoinClient.Outcome) -> CommandFailure {
    switch outcome {
    case .noAnswer:
      CommandFailure(
        outcome.code, .offline, fr: "Le serveur est injoignable. Vérifiez l'adresse et le réseau, puis recommencez.",
        en: "The server cannot be reached. Check the address and the network, then try again.")
    case .wrongCode:
      CommandFailure(
        outcome.code, .notAuthorised,
        fr: "Ce code n'est pas valable : mal tapé, déjà utilisé ou trop ancien. Demandez-en un autre au service "
          + "certification.",
        en: "This code is not valid: mistyped, used already or too old. Ask the office for another.")
    case .tooManyAttempts:
      CommandFailure(
        outcome.code, .notAuthorised, fr: "Trop d'essais : attendez une minute, puis retapez le code.",
        en: "Too many attempts: wait a minute, then type the code again.")
    case .notOurs:
      CommandFailure(
        outcome.code, .offline,
        fr: "Ce n'est pas le serveur Constat qui a répondu : souvent la page de connexion d'un réseau. Connectez-vous "
          + "d'abord à ce réseau dans un navigateur.",
        en: "It was not the Constat server that answered: often a network's sign-in page. Sign in there first.")
    case .refused, .joined:
      CommandFailure(
        outcome.code, fr: "Le serveur a refusé ce poste (\(outcome.code)). Parlez-en au service certification.",
        en: "The server refused this device (\(outcome.code)). Tell the office.")
    }
  }
}
