public import SyncCore
public import SyncProtocol

/// Why a hand-over file was refused whole: nothing of it was taken.
public enum HandoverRefusal: Error, Sendable, Equatable {
  /// The file is cut, altered, too large, or none at all.
  case unreadable(HandoverFault)
  /// It comes from another certifier.
  case foreignTenant(TenantID)
  /// It covers a dossier this device does not hold.
  case notYourDossier(StreamID)
  /// An entry belongs to a stream the header does not name.
  case undeclaredStream(StreamID)
  /// A device wrote in it that the directory held here does not know.
  case unknownDevice(ReplicaID)
  /// Lines of a device stand in it that no seal covers.
  case unsealed(ReplicaID, StreamID)
  /// A seal is not that device's over these lines.
  case wrongSeal(ReplicaID, StreamID)
  /// A line differs from the one held here under the same name.
  case differs(ChangeID)

  /// The stable code.
  public var code: String {
    switch self {
    case .unreadable(let fault): fault.rawValue
    case .foreignTenant: "handover-foreign-tenant"
    case .notYourDossier: "not-your-dossier"
    case .undeclaredStream: "handover-undeclared-stream"
    case .unknownDevice: "handover-unknown-device"
    case .unsealed: "handover-unsealed"
    case .wrongSeal: "handover-wrong-seal"
    case .differs: "handover-differs"
    }
  }

  /// What happened, why, and what to do next, in English.
  public var english: String {
    switch self {
    case .unreadable(.cut): "The hand-over file is incomplete. Copy it again; nothing was taken from it."
    case .unreadable(.altered): "The hand-over file was altered on the way. Have it written again; nothing was taken."
    case .unreadable(.tooLarge): "The hand-over file is too large. Hand over fewer dossiers at a time."
    case .unreadable(.notHandover): "This is not a hand-over file of this version. Nothing was taken."
    case .foreignTenant(let tenant):
      "The file comes from another certifier (\(tenant)). Open the profile of that certifier to read it."
    case .notYourDossier(let stream):
      "The dossier \(stream) is not assigned to you on this device. Ask the office to assign it, then sync."
    case .undeclaredStream(let stream):
      "The file holds lines of \(stream), which it does not announce. Have it written again; nothing was taken."
    case .unknownDevice(let replica):
      "The device \(replica) is not known here, so its lines cannot be checked. Sync once, then read the file again."
    case .unsealed(let replica, let stream):
      "Lines of device \(replica) in \(stream) carry no seal. Have the file written again; nothing was taken."
    case .wrongSeal(let replica, let stream):
      "The seal of device \(replica) in \(stream) does not fit its lines: the file may be forged. Nothing was taken; "
        + "tell the office."
    case .differs(let id):
      "The line \(id) in the file differs from the one held here: two copies of one device wrote. Nothing was taken; "
        + "sync both devices and tell the office."
    }
  }

  /// What happened, why, and what to do next, in French.
  public var french: String {
    switch self {
    case .unreadable(.cut):
      "Le fichier de passation est incomplet. Copiez-le à nouveau\u{202F}; rien n’en a été repris."
    case .unreadable(.altered):
      "Le fichier de passation a été altéré en chemin. Faites-le réécrire\u{202F}; rien n’en a été repris."
    case .unreadable(.tooLarge): "Le fichier de passation est trop gros. Transmettez moins de dossiers à la fois."
    case .unreadable(.notHandover):
      "Ce n’est pas un fichier de passation de cette version. Rien n’en a été repris."
    case .foreignTenant(let tenant):
      "Le fichier vient d’un autre certificateur (\(tenant)). Ouvrez le profil de ce certificateur pour le lire."
    case .notYourDossier(let stream):
      "Le dossier \(stream) ne vous est pas affecté sur cet appareil. Demandez l’affectation au bureau, puis "
        + "synchronisez."
    case .undeclaredStream(let stream):
      "Le fichier contient des lignes de \(stream) qu’il n’annonce pas. Faites-le réécrire\u{202F}; rien n’en a été "
        + "repris."
    case .unknownDevice(let replica):
      "L’appareil \(replica) n’est pas connu ici\u{202F}: ses lignes ne peuvent pas être vérifiées. Synchronisez une fois, "
        + "puis relisez le fichier."
    case .unsealed(let replica, let stream):
      "Des lignes de l’appareil \(replica) dans \(stream) ne portent pas de sceau. Faites réécrire le fichier\u{202F}; "
        + "rien n’en a été repris."
    case .wrongSeal(let replica, let stream):
      "Le sceau de l’appareil \(replica) dans \(stream) ne correspond pas à ses lignes\u{202F}: le fichier est peut-être "
        + "falsifié. Rien n’en a été repris\u{202F}; prévenez le bureau."
    case .differs(let id):
      "La ligne \(id) du fichier diffère de celle détenue ici\u{202F}: deux copies d’un même appareil ont écrit. Rien n’a "
        + "été repris\u{202F}; synchronisez les deux appareils et prévenez le bureau."
    }
  }
}
