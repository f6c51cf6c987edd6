import ArgumentParser
import ServerCore
import ServerStorage
import SyncCore
import Terminal

/// `backup`: a copy of the tenant's ledger, taken while the server serves.
struct Backup: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Console.say("Sauvegarder le registre, serveur en marche", "Back the ledger up while the server runs"),
    discussion: Console.say(
      "Le fichier est relu et comparé avant d'être mis en place. Il contient les clés du serveur\u{202F}: gardez-le comme "
        + "le registre lui-même. Les postes apprennent ensuite ce qui est sauvegardé.",
      "The file is read back and compared before it is put in place. It holds the server's keys: keep it as you keep the "
        + "ledger itself. Devices are then told what is backed up."))

  @Argument(
    help: ArgumentHelp(
      Console.say("Fichier à écrire\u{202F}; il ne doit pas exister.", "File to write; it must not exist.")))
  var file: String

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let ledger = try SQLiteLedger(path: place.file(), part: .command)
    let backup = try ledger.backUp(to: file)
    let server = try ConstatServer(ledger: ledger, clock: place.clock(), random: SystemRandomNumberGenerator())
    try await server.noteBackup(through: backup.position)
    return Answer(
      "backup",
      lines: [
        Console.say(
          "Sauvegarde «\u{202F}\(file)\u{202F}» jusqu'à la position \(backup.position), relue sans défaut.",
          "Backup “\(file)” through position \(backup.position), read back without fault.")
      ],
      members: [
        ("file", .string(file)), ("tenant", .string(backup.tenant.description)),
        ("epoch", .integer(Int64(backup.epoch))), ("position", .integer(Int64(backup.position))),
        ("hash", .string(backup.hash.description)),
      ])
  }
}
