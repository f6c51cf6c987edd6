import ArgumentParser
import ServerCore
import SyncCore
import SyncProtocol
import Terminal
import WorkingDays

/// `device`: the laptops and tools that have joined.
struct Device: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: Console.say("Les postes", "The devices"),
    subcommands: [DeviceList.self, DeviceRevoke.self, DeviceDeclareLost.self])
}

/// `device list`: every device with the fingerprint of its key.
struct DeviceList: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Voir les postes", "List the devices"),
    discussion: Console.say(
      "L'empreinte est faite des 100 premiers bits du SHA-256 de la clé publique, en base 32, par groupes de quatre. La "
        + "personne lit la sienne par «\u{202F}constat device show\u{202F}».",
      "The fingerprint is the first 100 bits of the public key's SHA-256, in base 32, in groups of four. The person "
        + "reads theirs with “constat device show”."))

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let devices = try await place.open().devices()
    return Answer(
      "device.list", lines: devices.map(Self.line),
      members: [("devices", .array(devices.map(Self.value)))])
  }

  private static func line(_ device: DeviceListing) -> String {
    var words = ["\(device.device)", "\(device.fingerprint)", SafeText(device.name ?? "\(device.user)").description]
    if let last = device.lastHeard {
      words.append(Console.say("vu le ", "heard of on ") + "\(Instant(clampingMillisecondsSince1970: last))")
    }
    if device.isRevoked { words.append(Console.say("révoqué", "revoked")) }
    if device.isLost { words.append(Console.say("déclaré perdu", "declared lost")) }
    return words.joined(separator: "  ")
  }

  private static func value(_ device: DeviceListing) -> JSONValue {
    .sorted([
      ("device", .string(device.device.description)), ("user", .string(device.user.description)),
      ("name", device.name.map { .string($0) } ?? .null), ("fingerprint", .string(device.fingerprint.description)),
      ("replicas", .array(device.replicas.map { .string($0.description) })), ("revoked", .bool(device.isRevoked)),
      ("lost", .bool(device.isLost)), ("lastHeard", device.lastHeard.map { .integer($0) } ?? .null),
    ])
  }
}

/// Which device a command is about.
struct DeviceOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(Console.say("Le poste, par une de ses répliques.", "The device, by one of its replicas.")))
  var replica: String

  /// - Throws: `CommandFailure` for a text that is no replica.
  var id: ReplicaID { get throws { try ReplicaID.named(replica) } }

  /// What is answered once something was noted of it.
  func answer(_ command: String, _ id: ReplicaID, from position: Int, fr: String, en: String) -> Answer {
    Answer(
      command,
      lines: [Console.say("\(id) \(fr) depuis la position \(position).", "\(id) \(en) from position \(position).")],
      members: [("device", .string(id.description)), ("position", .integer(Int64(position)))])
  }
}

/// `device revoke`: takes a device back.
struct DeviceRevoke: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: Console.say("Révoquer un poste", "Take a device back"),
    discussion: Console.say(
      "Ce qu'il envoie ensuite est mis de côté pour le service certification\u{202F}; il ne reçoit plus que l'ordre de "
        + "purger ce qu'il détient.",
      "What it sends from then on is put aside for the office; it receives nothing but the order to purge what it holds."
    ))

  @OptionGroup var device: DeviceOption
  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let id = try device.id
    let position = try await place.open().revoke(device: id)
    return device.answer("device.revoke", id, from: position, fr: "est révoqué", en: "is revoked")
  }
}

/// `device declare-lost`: nobody waits any longer for what a device may still hold.
struct DeviceDeclareLost: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare-lost", abstract: Console.say("Déclarer un poste perdu", "Declare a device lost"),
    discussion: Console.say(
      "Personne n'attend plus ce qu'il détient peut-être encore. Pour lui retirer l'accès, révoquez-le aussi.",
      "Nobody waits any longer for what it may still hold. To take its access away, revoke it as well."))

  @OptionGroup var device: DeviceOption
  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let id = try device.id
    let position = try await place.open().declareLost(device: id)
    return device.answer(
      "device.declare-lost", id, from: position, fr: "est déclaré perdu", en: "is declared lost")
  }
}

extension ReplicaID {
  /// The replica typed.
  ///
  /// - Throws: `CommandFailure` for a text that is none.
  static func named(_ text: String) throws -> ReplicaID {
    guard let replica = ReplicaID(text) else {
      throw CommandFailure(
        "bad-replica", .usage,
        fr: "«\u{202F}\(text)\u{202F}» n'est pas une réplique telle que «\u{202F}device list\u{202F}» en montre.",
        en: "“\(text)” is no replica such as “device list” shows.")
    }
    return replica
  }
}
