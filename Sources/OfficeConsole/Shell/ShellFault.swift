import AuditModel
import ServerCore
import SyncCore
import SyncProtocol

/// Why there is no page: what happened, and what to do next.
enum ShellFault {
  case notFound
  case badForm
  case foreignOrigin
  case tooLarge
  case busy
  case recovering
  case failed

  /// Takes what a page threw; the reason of an unforeseen one goes to nobody's screen.
  init(_ error: any Error) {
    switch error {
    case PageFault.notFound: self = .notFound
    case PageFault.badForm: self = .badForm
    case is ChangeFault: self = .tooLarge
    case LedgerFault.busy: self = .busy
    case let problem as Problem:
      switch problem.code {
      case .notFound, .methodNotAllowed: self = .notFound
      case .pushTooLarge: self = .tooLarge
      case .recovering: self = .recovering
      case .unavailable, .tooManyRequests: self = .busy
      case .malformed, .cutBody, .unsupportedCoding: self = .badForm
      default: self = .failed
      }
    default: self = .failed
    }
  }

  var status: Int {
    switch self {
    case .notFound: 404
    case .badForm, .tooLarge: 400
    case .foreignOrigin: 403
    case .busy, .recovering: 503
    case .failed: 500
    }
  }

  var words: (heading: LocalizedText, what: LocalizedText, next: LocalizedText) {
    switch self {
    case .notFound:
      (
        LocalizedText(fr: "Rien à cette adresse", en: "Nothing at this address"),
        LocalizedText(
          fr: "Cette page n'existe pas, ou pas pour vous.", en: "This page does not exist, or not for you."),
        LocalizedText(
          fr: "Vérifiez l'adresse, ou cherchez le dossier dans la liste.",
          en: "Check the address, or look for the dossier in the list.")
      )
    case .badForm:
      (
        LocalizedText(fr: "Formulaire incomplet", en: "Incomplete form"),
        LocalizedText(
          fr: "Ce qui est arrivé n'est pas ce que la page envoie : rien n'a été enregistré.",
          en: "What came is not what the page sends: nothing was saved."),
        LocalizedText(fr: "Rouvrez la page et recommencez.", en: "Open the page again and repeat.")
      )
    case .foreignOrigin:
      (
        LocalizedText(fr: "Demande venue d'ailleurs", en: "A request from elsewhere"),
        LocalizedText(
          fr: "Ce formulaire ne vient pas d'une page de ce serveur : rien n'a été enregistré.",
          en: "This form does not come from a page of this server: nothing was saved."),
        LocalizedText(
          fr: "Ouvrez Constat à son adresse habituelle et recommencez.",
          en: "Open Constat at its usual address and repeat.")
      )
    case .tooLarge:
      (
        LocalizedText(fr: "Texte trop long", en: "Text too long"),
        LocalizedText(
          fr: "Ce texte ne tient pas dans une ligne de l'historique (48 Ko) : rien n'a été enregistré.",
          en: "This text does not fit a line of the record (48 KB): nothing was saved."),
        LocalizedText(
          fr: "Revenez en arrière : ce que vous avez saisi y est encore. Raccourcissez-le.",
          en: "Go back: what you typed is still there. Make it shorter.")
      )
    case .busy:
      (
        LocalizedText(fr: "Serveur occupé", en: "The server is busy"),
        LocalizedText(fr: "Rien n'a été enregistré.", en: "Nothing was saved."),
        LocalizedText(fr: "Recommencez dans un instant.", en: "Repeat in a moment.")
      )
    case .recovering:
      (
        LocalizedText(fr: "Reprise en cours", en: "The server is recovering"),
        LocalizedText(
          fr: "Le serveur revient d'une sauvegarde et attend ce que les postes détiennent : rien n'a été enregistré.",
          en: "The server came back from a backup and waits for what the devices hold: nothing was saved."),
        LocalizedText(
          fr: "Consultez librement ; pour modifier, attendez que l'administrateur ait clos la reprise.",
          en: "Read as you like; to change something, wait until the administrator has ended the recovery.")
      )
    case .failed:
      (
        LocalizedText(fr: "Le serveur n'a pas pu répondre", en: "The server could not answer"),
        LocalizedText(fr: "Rien n'a été enregistré.", en: "Nothing was saved."),
        LocalizedText(
          fr: "Recommencez ; si cela dure, prévenez l'administrateur.",
          en: "Repeat; if it goes on, tell the administrator.")
      )
    }
  }
}
