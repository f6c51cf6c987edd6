import SyncProtocol
import Terminal

/// Why the server did not admit a line, as people read it.
enum RefusalWords {
  /// The sentence, with what the server named in brackets; a code without a sentence is shown as it is.
  static func text(_ code: String, detail: String, _ session: Session) -> String {
    let said = words(RefusalCode(code: code), session) ?? code
    return detail.isEmpty ? said : said + " (\(SafeText(detail)))"
  }

  private static func words(_ code: RefusalCode, _ session: Session) -> String? {
    switch code {
    case .unreadable, .misplaced: nil
    case .wrongAuthor:
      session.say("l'auteur n'est pas la personne de ce poste", "the author is not the person of this device")
    case .outOfScope: session.say("ce dossier ne vous est pas affecté", "this dossier is not assigned to you")
    case .serverOnlyStep: session.say("seul le serveur écrit cela", "the server alone writes this")
    case .unknownOver, .seenBeyondFrontier:
      session.say("elle cite ce que le serveur n'a pas", "it names what the server does not hold")
    case .notWriter:
      session.say("votre rôle n'écrit pas cette donnée", "your role does not write this field")
    case .notSettler:
      session.say("vous ne pouvez pas trancher cette divergence", "you may not settle this divergence")
    case .wrongKind: session.say("la donnée n'est pas de cette sorte", "the field is of another kind")
    case .unknownStream: session.say("ce dossier n'existe pas chez ce certificateur", "there is no such dossier here")
    case .void: session.say("ligne abandonnée par le poste", "line given up by the device")
    case .unsealed: session.say("aucun sceau valable ne la couvre", "no seal that holds covers it")
    case .skipped:
      session.say(
        "refusée avant que le serveur ne soit restauré", "it was refused before the server was restored")
    case .poison:
      session.say("le serveur s'est arrêté deux fois en la lisant", "the server stopped twice while reading it")
    }
  }
}
