import ArgumentParser
import Crypto
import ReplicaStore
import SyncCore
import SyncProtocol
import Terminal

/// `device`: this laptop as the server knows it.
struct DeviceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: Console.say("Ce poste", "This device"), subcommands: [DeviceShow.self],
    aliases: Words.aliases(noun: "device"))
}

/// `device show`: who this profile is, with the fingerprint of its key.
struct DeviceShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say("Voir l'empreinte de la clé de ce poste", "Show the fingerprint of this device's key"),
    discussion: Console.say(
      "L'empreinte est faite des 100 premiers bits du SHA-256 de la clé publique, en base 32, par groupes de quatre. "
        + "Comparez-la de vive voix à celle de « constat-server device list ».",
      "The fingerprint is the first 100 bits of the public key's SHA-256, in base 32, in groups of four. Compare it by "
        + "voice with that of “constat-server device list”."),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let identity = session.identity
    let fingerprint = KeyFingerprint(Array(identity.deviceKey.publicKey.rawRepresentation)).description
    let isChanging = try session.store.nextKey != nil
    var lines = [
      session.say("Empreinte : \(fingerprint)", "Fingerprint: \(fingerprint)"),
      session.say("Certificateur : \(identity.tenant)", "Tenant: \(identity.tenant)"),
      session.say("Utilisateur : \(identity.user)", "User: \(identity.user)"),
      session.say("Réplique : \(identity.replica)", "Replica: \(identity.replica)"),
    ]
    if isChanging {
      lines.append(
        session.say(
          "Un changement de clé a commencé : relancez « constat key rotate » pour le terminer.",
          "A change of key was begun: run “constat key rotate” again to finish it."))
    }
    return Answer(
      "device.show", lines: lines,
      members: [
        ("fingerprint", .string(fingerprint)), ("tenant", .string(identity.tenant.description)),
        ("user", .string(identity.user.description)), ("replica", .string(identity.replica.description)),
        ("keyHolder", .string(identity.keyHolder.description)), ("changing", .bool(isChanging)),
      ])
  }
}
