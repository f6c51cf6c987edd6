import ArgumentParser
import Foundation
import ServerCore
import ServerStorage
import SyncCore
import Terminal
import WorkingDays

/// `restore`: a backup in the tenant's place; the server recovers from then on.
struct Restore: ServerCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: Console.say("Remettre une sauvegarde en place", "Put a backup in place"),
    discussion: Console.say(
      "Le serveur doit être arrêté. Remis en marche, il attend ce que les postes détiennent\u{202F}: chacun le rend en se "
        + "synchronisant, sans envoyer de travail nouveau. Quand tous sont passés, «\u{202F}constat-server recovery end\u{202F}».",
      "The server must be stopped. Started again it waits for what the devices hold: each gives it back when it syncs, "
        + "and sends no new work. When all have come, “constat-server recovery end”."))

  @Argument(help: ArgumentHelp(Console.say("La sauvegarde.", "The backup.")))
  var file: String

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Console.say(
        "Un registre est en place\u{202F}: le garder à côté, sous un nom daté.",
        "There is a ledger in place: keep it beside, under a dated name.")))
  var replace = false

  @OptionGroup var place: DataOptions
  @OptionGroup var output: OutputOptions

  func answer() async throws -> Answer {
    let backup = try LedgerBackup(readingBack: file)
    if let name = place.tenant, !name.utf8.elementsEqual(backup.tenant.description.utf8) {
      throw CommandFailure(
        "other-tenant", .refusedByRule,
        fr:
          "Cette sauvegarde est celle de «\u{202F}\(backup.tenant)\u{202F}», pas de «\u{202F}\(name)\u{202F}». Vérifiez "
          + "le fichier et --tenant.",
        en: "This backup is of “\(backup.tenant)”, not of “\(name)”. Check the file and --tenant.")
    }
    let clock = try place.clock()
    let target = place.folder.file(backup.tenant)
    let lock = try ServingLock(beside: target)
    defer { lock.release() }
    let kept = target + ".before-restore-" + Self.stamp(clock.now())
    let isThere = FileManager.default.fileExists(atPath: target)
    try SQLiteLedger.restore(
      file, to: target, keeping: replace ? kept : nil, clock: clock, random: SystemRandomNumberGenerator())
    return Answer(
      "restore",
      lines: [
        Console.say(
          "«\u{202F}\(backup.tenant)\u{202F}» est revenu à la position \(backup.position) et attend ce que les postes "
            + "détiennent. Démarrez-le, faites synchroniser chacun, puis «\u{202F}constat-server recovery end\u{202F}».",
          "“\(backup.tenant)” is back at position \(backup.position) and waits for what the devices hold. Start it, have "
            + "everybody sync, then “constat-server recovery end”.")
      ] + (isThere ? [Console.say("L'ancien fichier\u{202F}: \(kept)", "The old file: \(kept)")] : []),
      members: [
        ("tenant", .string(backup.tenant.description)), ("position", .integer(Int64(backup.position))),
        ("kept", isThere ? .string(kept) : .null),
      ])
  }

  /// A moment as part of a file's name: digits in order of time.
  private static func stamp(_ milliseconds: Int64) -> String {
    String(Instant(clampingMillisecondsSince1970: milliseconds).description.filter { $0.isNumber || $0 == "T" })
  }
}

extension CommandFailure {
  /// A backup that was not taken or restored.
  init(_ fault: BackupFault) {
    switch fault {
    case .exists(let path):
      self.init(
        "file-exists", .refusedByRule,
        fr:
          "«\u{202F}\(path)\u{202F}» existe déjà. Donnez un autre nom\u{202F}; pour restaurer, --replace garde l'ancien à "
          + "côté.",
        en: "“\(path)” exists already. Give another name; to restore, --replace keeps the old one beside.")
    case .differs(let position):
      self.init(
        "backup-differs",
        fr: "La copie relue diffère du registre à la position \(position). Rien n'a été gardé\u{202F}: lancez "
          + "«\u{202F}constat-server verify\u{202F}» et vérifiez le disque.",
        en: "The copy read back differs from the ledger at position \(position). Nothing was kept: run “constat-server "
          + "verify” and check the disk.")
    case .file(let words):
      self.init(
        "file-unusable",
        fr: "Le fichier ne peut pas être lu ou écrit (\(words)). Vérifiez le chemin, la place et les droits.",
        en: "The file cannot be read or written (\(words)). Check the path, the room and the rights.")
    }
  }

  /// What waits until the recovery has ended.
  static var recovering: CommandFailure {
    CommandFailure(
      "recovering", .needsPerson,
      fr: "Le serveur revient d'une sauvegarde et attend ce que les postes détiennent. Rien n'a été écrit\u{202F}: "
        + "recommencez après «\u{202F}constat-server recovery end\u{202F}».",
      en:
        "The server came back from a backup and waits for what the devices hold. Nothing was written: try again after "
        + "“constat-server recovery end”.")
  }
}
