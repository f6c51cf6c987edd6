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
        + "ici et n'en sort pas.",
      "The code comes from the office; it serves once, for a quarter of an hour. The device's key is made here and "
        + "never leaves."),
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
      let replica = ReplicaID(bits: random.next())
      let outcome = await JoinClient.join(
        transport: transport, code: code, replica: replica, key: Array(key.publicKey.rawRepresentation))
      guard case .joined(let answer) = outcome else { throw Self.failure(outcome) }
      _ = try ReplicaStore.create(
        at: place.store,
        identity: StoreIdentity(
          tenant: answer.tenant, user: answer.user, replica: replica, serverURL: server, token: answer.token,
          deviceKey: key, serverReplica: answer.serverReplica,
          serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: answer.serverKey)))
      let fingerprint = Fingerprint.of(Array(key.publicKey.rawRepresentation))
      return Answer(
        "join",
        lines: [
          language == .french
            ? "Poste rattaché à « \(answer.tenant) », empreinte \(fingerprint). « constat sync » reçoit vos dossiers."
            : "Device joined to “\(answer.tenant)”, fingerprint \(fingerprint). “constat sync” brings your dossiers."
        ],
        members: [
          ("tenant", .string(answer.tenant.description)), ("user", .string(answer.user.description)),
          ("replica", .string(replica.description)), ("fingerprint", .string(fingerprint)),
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

/// A public key in short, for two people to compare by voice.
enum Fingerprint {
  static func of(_ key: [UInt8]) -> String {
    let bits = Digest(of: key).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let digits = Crockford32.encode(bits >> 4, digits: 12)
    return stride(from: 0, to: 12, by: 4).map { String(digits.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
