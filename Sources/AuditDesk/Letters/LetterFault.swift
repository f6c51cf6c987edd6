public import AuditModel
public import SyncCore

/// Why a letter is not written: nothing was written anywhere.
public enum LetterFault: Error, Sendable, Hashable {
  /// The letter is not about such an entity.
  case wrongEntity(LetterKind, EntityID)
  /// The dossier lacks something the letter must say.
  case missing(what: LocalizedText)
  /// Nothing was decided or recorded yet that the letter could tell.
  case notAccepted(EntityID)

  /// What happened, why, what to do next.
  public var sentence: LocalizedText {
    switch self {
    case .wrongEntity(let kind, let entity):
      LocalizedText(
        fr:
          "«\u{202F}\(entity)\u{202F}» ne convient pas à «\u{202F}\(kind.words.fr)\u{202F}» : donnez \(kind.entityType)/….",
        en: "“\(entity)” does not fit “\(kind.words.en)”: give \(kind.entityType)/….")
    case .missing(let what):
      LocalizedText(
        fr: "La lettre n'est pas écrite : il manque au dossier \(what.fr). Enregistrez-le, puis recommencez.",
        en: "The letter is not written: the dossier lacks \(what.en). Record it, then try again.")
    case .notAccepted(let entity):
      LocalizedText(
        fr:
          "La lettre n'est pas écrite : «\u{202F}\(entity)\u{202F}» n'est pas admis par le serveur. Synchronisez, lisez la réponse, puis recommencez.",
        en:
          "The letter is not written: “\(entity)” is not accepted by the server. Sync, read the answer, then try again."
      )
    }
  }
}
