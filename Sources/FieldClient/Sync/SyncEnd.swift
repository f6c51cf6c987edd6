public import SyncProtocol

/// How a sync ended; in every case what was saved is safe in the outbox or at the server.
public enum SyncEnd: Sendable, Equatable {
  /// Nothing is left to send or to receive.
  case complete
  /// The server could not be reached; the text is the transport's.
  case offline(String)
  /// Connections broke off or stalled more often than is tried again.
  case cutTooOften(String)
  /// The server asks for patience, longer than is waited.
  case unavailable(retryAfterSeconds: Int?)
  /// The server's certificate was not accepted; a wrong clock may be the reason.
  case tls(String)
  /// Something else answered in the server's place: a captive portal or a proxy.
  case notOurs(status: Int, type: String)
  /// The device or its token is not accepted any more.
  case notAuthorised(ProblemCode, detail: String)
  /// The server refused the request as such.
  case rejected(ProblemCode, detail: String)
  /// The server answered, but not to what was asked.
  case mismatch(String)
  /// The server came back from a backup and waits for what devices hold: ours is given back, our own new lines wait here
  /// until an administrator has ended the recovery.
  case recovering
  /// The bound of rounds was reached; the next sync goes on from here.
  case roundsExhausted
  /// The sync was cancelled.
  case interrupted

  /// The stable code.
  public var code: String {
    switch self {
    case .complete: "complete"
    case .offline: "offline"
    case .cutTooOften: "cut"
    case .unavailable: "unavailable"
    case .tls: "tls"
    case .notOurs: "not-our-server"
    case .notAuthorised(let code, _): code.rawValue
    case .rejected(let code, _): code.rawValue
    case .mismatch: "answer-mismatch"
    case .recovering: "recovering"
    case .roundsExhausted: "rounds-exhausted"
    case .interrupted: "interrupted"
    }
  }

  /// What happened, why, and what to do next, in English.
  public var english: String {
    switch self {
    case .complete: "Everything is sent and received."
    case .offline(let reason): "The server cannot be reached (\(reason)). Your work is saved here; sync again later."
    case .cutTooOften(let reason):
      "The connection keeps breaking off (\(reason)). Your work is saved here; try again on a better network."
    case .unavailable(let seconds):
      "The server is busy. Your work is saved here; try again"
        + (seconds.map { " in \($0) seconds." } ?? " in a few minutes.")
    case .tls(let reason):
      "The server's certificate was not accepted (\(reason)). Check this computer's date and the server's address."
    case .notOurs(let status, let type):
      "Something other than the Constat server answered (status \(status), \(type)): often the sign-in page of a "
        + "hotel or train network. Open a browser, sign in there, then sync again; nothing was sent to it but this push."
    case .notAuthorised(_, let detail):
      "The server does not accept this device any more (\(detail)). Your work is saved here; ask the office for a new "
        + "invitation."
    case .rejected(let code, let detail):
      "The server refused the exchange (\(code.rawValue): \(detail)). Your work is saved here; run “constat doctor” and "
        + "tell the office."
    case .mismatch(let detail):
      "The server's answer does not fit what was asked (\(detail)). Nothing of it was used; run “constat doctor”."
    case .recovering:
      "The server came back from a backup. What this device held was given back; your own new work waits here until the "
        + "office has ended the recovery. Sync again later."
    case .roundsExhausted: "There is more than one sync takes. What came is kept; sync again to go on."
    case .interrupted: "The sync was interrupted. What came before is kept; sync again to go on."
    }
  }

  /// What happened, why, and what to do next, in French.
  public var french: String {
    switch self {
    case .complete: "Tout est envoyé et reçu."
    case .offline(let reason):
      "Le serveur est injoignable (\(reason)). Votre travail est enregistré ici\u{202F}; synchronisez plus tard."
    case .cutTooOften(let reason):
      "La connexion se coupe sans cesse (\(reason)). Votre travail est enregistré ici\u{202F}; réessayez sur un meilleur "
        + "réseau."
    case .unavailable(let seconds):
      "Le serveur est occupé. Votre travail est enregistré ici\u{202F}; réessayez "
        + (seconds.map { "dans \($0) secondes." } ?? "dans quelques minutes.")
    case .tls(let reason):
      "Le certificat du serveur n’a pas été accepté (\(reason)). Vérifiez la date de cet ordinateur et l’adresse du "
        + "serveur."
    case .notOurs(let status, let type):
      "Autre chose que le serveur Constat a répondu (statut \(status), \(type))\u{202F}: souvent la page de connexion du "
        + "réseau d’un hôtel ou d’un train. Ouvrez un navigateur, connectez-vous, puis synchronisez à nouveau."
    case .notAuthorised(_, let detail):
      "Le serveur n’accepte plus cet appareil (\(detail)). Votre travail est enregistré ici\u{202F}; demandez une nouvelle "
        + "invitation au bureau."
    case .rejected(let code, let detail):
      "Le serveur a refusé l’échange (\(code.rawValue)\u{202F}: \(detail)). Votre travail est enregistré ici\u{202F}; "
        + "lancez «\u{202F}constat doctor\u{202F}» et prévenez le bureau."
    case .mismatch(let detail):
      "La réponse du serveur ne correspond pas à la demande (\(detail)). Rien n’en a été repris\u{202F}; lancez "
        + "«\u{202F}constat doctor\u{202F}»."
    case .recovering:
      "Le serveur revient d’une sauvegarde. Ce que ce poste détenait lui a été rendu\u{202F}; votre travail nouveau attend "
        + "ici que le bureau ait clos la reprise. Synchronisez plus tard."
    case .roundsExhausted:
      "Il y a plus à transmettre qu’une synchronisation n’en prend. Ce qui est arrivé est gardé\u{202F}; relancez-la."
    case .interrupted:
      "La synchronisation a été interrompue. Ce qui est arrivé avant est gardé\u{202F}; relancez-la."
    }
  }
}
