import Glibc
import Terminal

/// Keeps a tenant's file to one serving process; given up with the process, however it ends.
struct ServingLock {
  private let descriptor: Int32

  /// Takes the lock beside a tenant's file.
  ///
  /// - Throws: `CommandFailure` when another process serves the tenant, or the lock file cannot be opened.
  init(beside file: String) throws {
    let path = file + ".serving"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandFailure(
        "data-unwritable", .notAuthorised,
        fr: "Le dossier de données n'accepte pas d'écriture. Vérifiez les droits.",
        en: "The data folder takes no writing. Check the rights.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw CommandFailure(
        "already-served",
        fr: "Un autre processus sert déjà ce certificateur. Arrêtez-le d'abord.",
        en: "Another process serves this tenant already. Stop it first.")
    }
  }

  /// Gives the lock up.
  func release() { close(descriptor) }
}
