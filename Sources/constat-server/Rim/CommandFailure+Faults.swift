import AuditModel
import ServerCore
import ServerHTTP
import Terminal

/// Faults of the server in sentences.
extension CommandFailure {
  /// A command an administrator may not carry out as asked.
  init(_ fault: AdministrationFault) {
    switch fault {
    case .unknownUser(let user):
      self.init(
        "unknown-user",
        fr: "Personne d'actif n'est connu sous «\u{202F}\(user)\u{202F}». Vérifiez l'identifiant donné par "
          + "«\u{202F}user add\u{202F}».",
        en: fault.description)
    case .unknownDevice(let replica):
      self.init(
        "unknown-device",
        fr:
          "Aucun poste n'est connu sous «\u{202F}\(replica)\u{202F}». «\u{202F}constat-server device list\u{202F}» les montre.",
        en: fault.description)
    case .tooManyStreams:
      self.init(
        "too-many-streams", .usage,
        fr: "Un compte de service prend \(ServerLimits.serviceStreamsMax) flux au plus. N'en nommez aucun pour tout ce "
          + "que voit son rôle.",
        en: fault.description)
    case .notAssignable(let stream):
      self.init(
        "not-assignable", .refusedByRule,
        fr: "«\u{202F}\(stream)\u{202F}» ne s'affecte pas\u{202F}: nommez un organisme ou un dossier, tel que "
          + "dossier.qualiopi.<siren>.",
        en: fault.description)
    case .notAssigned(let stream, let user):
      self.init(
        "not-assigned", .refusedByRule,
        fr: "«\u{202F}\(stream)\u{202F}» n'est pas affecté à «\u{202F}\(user)\u{202F}»\u{202F}: rien à reprendre. "
          + "Affectez-le sans «\u{202F}--instead-of\u{202F}».",
        en: fault.description)
    }
  }

  /// The storage refused.
  init(_ fault: LedgerFault) {
    switch fault {
    case .busy:
      self.init(
        "ledger-busy", fr: "Un autre processus tient le registre. Recommencez dans un instant.", en: fault.description)
    case .noTenant:
      self.init(
        "no-tenant",
        fr: "Ce registre n'a pas de certificateur. Créez-le par «\u{202F}constat-server tenant add\u{202F}».",
        en: fault.description)
    case .tenantExists:
      self.init(
        "tenant-exists", .refusedByRule,
        fr: "Ce certificateur existe déjà. Choisissez un autre nom ou un autre dossier.",
        en: "This tenant exists already. Choose another name or another folder.")
    case .damaged(let place):
      self.init(
        "ledger-damaged", fr: "Le registre ne se relit pas (\(place)). Restaurez la dernière sauvegarde.",
        en: fault.description)
    case .notDurable(let setting):
      self.init(
        "ledger-not-durable",
        fr: "Le stockage du registre n'est pas durable (\(setting)). Placez-le sur un disque local.",
        en: "The ledger's storage is not durable (\(setting)). Place it on a local disk.")
    case .storage(let words):
      self.init(
        "ledger-storage",
        fr: "Le stockage du registre a refusé\u{202F}: \(words). Vérifiez la place et les droits du dossier de "
          + "données.",
        en: "The ledger's storage refused: \(words). Check the room and the rights of the data folder.")
    case .position, .receiptExists:
      self.init(
        "ledger-inconsistent",
        fr: "Le registre se contredit. Rien n'a été écrit. Lancez «\u{202F}constat-server verify\u{202F}».",
        en: "The ledger contradicts itself. Nothing was written. Run “constat-server verify”.")
    }
  }

  /// The server does not start.
  init(_ fault: ServerStartFault) {
    switch fault {
    case .plainTextBeyondLoopback(let address):
      self.init(
        fault.code, .refusedByRule,
        fr: "\(address) est joignable d'autres machines\u{202F}: le serveur n'y parle que TLS. Donnez "
          + "--tls-certificate et "
          + "--tls-key, ou écoutez sur 127.0.0.1 derrière un relais.",
        en: "\(address) can be reached from other machines: the server speaks only TLS there. Give --tls-certificate "
          + "and --tls-key, or listen on 127.0.0.1 behind a proxy.")
    case .testClockBeyondLoopback(let address):
      self.init(
        fault.code, .refusedByRule,
        fr: "\(address) est joignable d'autres machines\u{202F}: une horloge d'essai n'y est pas admise. Écoutez sur "
          + "127.0.0.1 ou retirez --test-clock.",
        en: "\(address) can be reached from other machines: no test clock is allowed there. Listen on 127.0.0.1 or "
          + "leave --test-clock out.")
    case .certificateUnusable(let path):
      self.init(
        fault.code,
        fr: "Le certificat «\u{202F}\(path)\u{202F}» ne se lit pas. Donnez une chaîne PEM lisible par le serveur.",
        en: "The certificate “\(path)” cannot be read. Give a PEM chain the server may read.")
    case .keyUnusable(let path):
      self.init(
        fault.code,
        fr: "La clé «\u{202F}\(path)\u{202F}» ne se lit pas ou n'est pas celle du certificat. Donnez la clé PEM "
          + "qui va avec.",
        en: "The key “\(path)” cannot be read or is not the certificate's. Give the PEM key that goes with it.")
    }
  }
}
