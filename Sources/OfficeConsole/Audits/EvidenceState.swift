import AuditDesk
import AuditModel
import SyncCore

/// Where a piece of evidence is, as far as the server knows: files stay on the devices, so none is linked.
enum EvidenceState: Sendable, Equatable {
  /// Nobody said, or in the words of a newer version.
  case unsaid
  /// Looked at and left on site.
  case seen
  /// A device keeps the file.
  case kept(name: String?, sizeBytes: Int64?)
  /// Said to be kept, but no file is described.
  case missing

  init(_ evidence: EntityView) {
    switch evidence.text("held") {
    case "taken"?: break
    case "seen"?:
      self = .seen
      return
    default:
      self = .unsaid
      return
    }
    guard let file = evidence.value("file") else {
      self = .missing
      return
    }
    self = .kept(name: file["name"]?.text, sizeBytes: file["size"]?.number)
  }

  var words: LocalizedText {
    switch self {
    case .unsaid: LocalizedText(fr: "état non dit", en: "state not said")
    case .seen: EvidenceStanding.seen.words
    case .kept:
      LocalizedText(fr: "fichier gardé sur le poste, pas encore reçu", en: "file kept on the device, not received yet")
    case .missing:
      LocalizedText(
        fr: "dite gardée, mais aucun fichier n'est décrit : à demander à l'auditeur",
        en: "said to be kept, but no file is described: ask the auditor")
    }
  }

  /// The file's name and size; nil without either.
  func file(_ phrasing: Phrasing) -> String? {
    guard case .kept(let name, let size) = self else { return nil }
    let parts = [name, size.map { Self.size($0, phrasing) }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `812 octets`, `48 Ko`, `1,2 Mo`.
  static func size(_ bytes: Int64, _ phrasing: Phrasing) -> String {
    switch bytes {
    case ..<1_000: return "\(bytes)\u{202F}" + phrasing.say("octets", "bytes")
    case ..<1_000_000: return "\(bytes / 1_000)\u{202F}" + phrasing.say("Ko", "KB")
    default:
      let tenths = bytes / 100_000
      return "\(tenths / 10)\(phrasing.say(",", "."))\(tenths % 10)\u{202F}" + phrasing.say("Mo", "MB")
    }
  }
}
