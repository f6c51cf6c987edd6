import AuditModel
import SyncProtocol

/// Why the server kept a line aside, as the office reads it.
enum RefusalWords {
  static func words(_ code: RefusalCode) -> LocalizedText {
    switch code {
    case .unreadable(let code): LocalizedText(fr: "ligne illisible (\(code))", en: "unreadable line (\(code))")
    case .misplaced:
      LocalizedText(fr: "ligne qui n'est pas à sa place dans l'envoi", en: "line out of its place in the push")
    case .wrongAuthor:
      LocalizedText(fr: "auteur autre que la personne du poste", en: "author other than the device's user")
    case .outOfScope: LocalizedText(fr: "dossier non affecté à la personne", en: "dossier not assigned to the person")
    case .serverOnlyStep: LocalizedText(fr: "étape réservée au serveur", en: "step only the server writes")
    case .unknownOver: LocalizedText(fr: "renvoi à une saisie inconnue", en: "names an entry nobody knows")
    case .seenBeyondFrontier:
      LocalizedText(fr: "dit avoir vu ce qui n'existe pas", en: "claims to have seen what does not exist")
    case .notWriter: LocalizedText(fr: "champ que ce rôle n'écrit pas", en: "field this role does not write")
    case .notSettler:
      LocalizedText(
        fr: "divergence tranchée sans en avoir le droit ou sans motif", en: "settled without the right or a motive")
    case .wrongKind: LocalizedText(fr: "étape qui ne convient pas au champ", en: "step that does not fit the field")
    case .unknownStream:
      LocalizedText(fr: "dossier que ce certificateur ne tient pas", en: "stream this tenant has no use for")
    case .void: LocalizedText(fr: "numéro abandonné par le poste", en: "number given up by the device")
    case .unsealed:
      LocalizedText(fr: "rendue ou remise sans sceau valable", en: "given back or delivered without a seal that holds")
    case .skipped:
      LocalizedText(
        fr: "revenue par son empreinte seule après une restauration",
        en: "came back after a restore by its digest alone")
    case .poison: LocalizedText(fr: "ligne qui a fait tomber le serveur", en: "line that brought the server down")
    }
  }
}
