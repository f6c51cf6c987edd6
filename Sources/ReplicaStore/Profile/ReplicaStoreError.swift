public import SyncCore

/// Why the local store could not do what was asked; in every case what was saved before stays saved.
public enum ReplicaStoreError: Error, Sendable, Equatable {
  /// Another program held the profile for the whole bounded wait.
  case storeLocked(waitedMilliseconds: Int)
  /// The file is no longer what was written: a page, a row or a line does not hold together.
  case storeDamaged(detail: String)
  /// SQLite would not promise that saved work survives a power cut.
  case notDurable(found: String)
  /// The file was written by a newer version of the program.
  case storeNewer
  /// There is no profile at this place.
  case profileMissing
  /// There is already a profile at this place.
  case profileExists
  /// No space is left on the device.
  case diskFull
  /// The disk reports a fault.
  case diskFault(detail: String)
  /// The file or its folder may not be written.
  case notWritable(detail: String)
  /// The stream is still arriving: it can be read and written once it is whole.
  case streamNotWhole(StreamID)
  /// The stream is no longer in this device's scope.
  case streamLeft(StreamID)
  /// What was to be saved breaks a bound of the change line.
  case lineRefused(ChangeFault)
  /// The server's answer does not fit what this replica asked.
  case answerMismatch(detail: String)

  /// The stable code, for programs.
  public var code: String {
    switch self {
    case .storeLocked: "store-locked"
    case .storeDamaged: "store-damaged"
    case .notDurable: "store-not-durable"
    case .storeNewer: "store-newer"
    case .profileMissing: "profile-missing"
    case .profileExists: "profile-exists"
    case .diskFull: "disk-full"
    case .diskFault: "disk-fault"
    case .notWritable: "store-not-writable"
    case .streamNotWhole: "stream-not-whole"
    case .streamLeft: "stream-left"
    case .lineRefused(let fault): fault.code
    case .answerMismatch: "answer-mismatch"
    }
  }

  /// What happened, why, and what to do next, in English.
  public var english: String {
    switch self {
    case .storeLocked(let waited):
      "The local store is in use by another program (waited \(waited) ms). Close it or try again; nothing is lost."
    case .storeDamaged(let detail):
      "The local store is damaged (\(detail)). Run “constat verify”, then “constat doctor”; do not delete the profile, "
        + "it still holds work that was not sent."
    case .notDurable(let found):
      "The local store cannot promise that saved work survives a power cut (\(found)). Move the profile to a local disk."
    case .storeNewer: "The local store was written by a newer version of Constat. Update the program."
    case .profileMissing: "There is no profile here. Join a server with “constat join” first."
    case .profileExists: "There is already a profile here. Choose another name, or use the existing one."
    case .diskFull: "The disk is full: this was not saved, earlier work is. Free some space and try again."
    case .diskFault(let detail):
      "The disk reports a fault (\(detail)): this was not saved. Sync now if you can, and have the disk checked."
    case .notWritable(let detail):
      "The profile cannot be written (\(detail)). Check the permissions of the file and its folder."
    case .streamNotWhole(let stream):
      "The dossier \(stream) has not arrived completely. Run “constat sync” until it is whole."
    case .streamLeft(let stream):
      "The dossier \(stream) is no longer assigned to you. Unsent work on it is listed by “constat outbox”."
    case .lineRefused(let fault):
      "This cannot be saved as one change (\(fault.code)). Make it shorter or split it; nothing was written."
    case .answerMismatch(let detail):
      "The server's answer does not fit this device (\(detail)). Nothing of it was used; run “constat doctor”."
    }
  }

  /// What happened, why, and what to do next, in French.
  public var french: String {
    switch self {
    case .storeLocked(let waited):
      "Le stockage local est utilisé par un autre programme (attente de \(waited) ms). Fermez-le ou réessayez\u{202F}; "
        + "rien n’est perdu."
    case .storeDamaged(let detail):
      "Le stockage local est endommagé (\(detail)). Lancez «\u{202F}constat verify\u{202F}», puis "
        + "«\u{202F}constat doctor\u{202F}»\u{202F}; ne supprimez pas le profil, il contient encore du travail non envoyé."
    case .notDurable(let found):
      "Le stockage local ne peut pas garantir qu’un travail enregistré survive à une coupure de courant (\(found)). "
        + "Placez le profil sur un disque local."
    case .storeNewer:
      "Le stockage local a été écrit par une version plus récente de Constat. Mettez le programme à jour."
    case .profileMissing:
      "Il n’y a pas de profil ici. Rejoignez d’abord un serveur avec «\u{202F}constat join\u{202F}»."
    case .profileExists: "Il y a déjà un profil ici. Choisissez un autre nom ou utilisez le profil existant."
    case .diskFull:
      "Le disque est plein\u{202F}: ceci n’a pas été enregistré, le travail antérieur l’est. Libérez de la place et "
        + "réessayez."
    case .diskFault(let detail):
      "Le disque signale une panne (\(detail))\u{202F}: ceci n’a pas été enregistré. Synchronisez si possible et faites "
        + "vérifier le disque."
    case .notWritable(let detail):
      "Le profil n’est pas modifiable (\(detail)). Vérifiez les droits du fichier et de son dossier."
    case .streamNotWhole(let stream):
      "Le dossier \(stream) n’est pas encore arrivé en entier. Lancez «\u{202F}constat sync\u{202F}» jusqu’à ce qu’il "
        + "soit complet."
    case .streamLeft(let stream):
      "Le dossier \(stream) ne vous est plus affecté. Le travail non envoyé figure dans «\u{202F}constat outbox\u{202F}»."
    case .lineRefused(let fault):
      "Ceci ne peut pas être enregistré en une seule modification (\(fault.code)). Raccourcissez ou partagez-la\u{202F}; "
        + "rien n’a été écrit."
    case .answerMismatch(let detail):
      "La réponse du serveur ne correspond pas à cet appareil (\(detail)). Rien n’en a été repris\u{202F}; lancez "
        + "«\u{202F}constat doctor\u{202F}»."
    }
  }
}
