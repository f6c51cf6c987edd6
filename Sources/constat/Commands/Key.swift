import ArgumentParser
import Crypto
import FieldClient
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `key`: the key this device signs with.
struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: Console.say("La clé de ce poste", "This device's key"),
    subcommands: [KeyRotate.self], aliases: Words.aliases(noun: "key"))
}

/// `key rotate`: a new key under a new replica; what the old key sealed goes on verifying.
struct KeyRotate: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: Console.say("Changer de clé", "Change the key"),
    discussion: Console.say(
      "La nouvelle clé est faite ici ; l'ancienne y consent, puis ne sert plus. Ce qui était signé le reste. Tout doit "
        + "avoir été synchronisé avant. Une commande interrompue se relance.",
      "The new key is made here; the old one consents, then serves no more. What was signed stays signed. Everything "
        + "must have been synced before. An interrupted command is run again."),
    aliases: Words.aliases(verb: "rotate"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let transport = try ServerConnection.transport(session.identity.serverURL)
    var random = SystemRandomNumberGenerator()
    let publicKey: [UInt8]
    do {
      publicKey = try await KeyChange(store: session.store, transport: transport).run(
        to: Curve25519.Signing.PrivateKey(), replica: ReplicaID(bits: random.next()), now: session.now,
        random: &random)
    } catch let refusal as KeyChange.Refusal {
      throw CommandFailure(refusal)
    }
    let fingerprint = KeyFingerprint(publicKey).description
    return Answer(
      "key.rotate",
      lines: [
        session.say(
          "Nouvelle clé, empreinte \(fingerprint). Synchronisez pour continuer.",
          "New key, fingerprint \(fingerprint). Sync to go on.")
      ],
      members: [
        ("fingerprint", .string(fingerprint)),
        ("replica", .string(try session.store.identity.replica.description)),
      ])
  }
}

extension CommandFailure {
  /// A key that was not changed.
  init(_ refusal: KeyChange.Refusal) {
    switch refusal {
    case .unsent(let lines):
      self.init(
        "unsent", .needsPerson,
        fr:
          "\(lines) lignes attendent d'être envoyées sous la clé actuelle. Lancez « constat sync », puis recommencez.",
        en: "\(lines) lines wait to be sent under the present key. Run “constat sync”, then try again.")
    case .refused(let problem):
      self.init(
        problem.code.rawValue, .notAuthorised,
        fr:
          "Le serveur n'a pas changé la clé (\(problem.code.rawValue)). Ce qui est enregistré le reste ; parlez-en au "
          + "service certification.",
        en: "The server did not change the key (\(problem.code.rawValue)). What is saved stays saved; tell the office.")
    case .notOurs(let status, _):
      self.init(
        "not-our-server", .offline,
        fr: "Ce n'est pas le serveur Constat qui a répondu (statut \(status)). Connectez-vous d'abord au réseau, puis "
          + "recommencez.",
        en: "It was not the Constat server that answered (status \(status)). Sign in to the network first, then try "
          + "again.")
    case .noAnswer:
      self.init(
        "offline", .offline,
        fr: "Le serveur est injoignable. Relancez la commande plus tard : elle reprend où elle en était.",
        en: "The server cannot be reached. Run the command again later: it goes on from there.")
    }
  }
}
