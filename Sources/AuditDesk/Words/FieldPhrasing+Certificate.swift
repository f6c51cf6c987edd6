import AuditModel
import SyncCore

extension FieldPhrasing {
  /// The values of a certificate and its decisions that are several days and words at once; nil for another place or shape.
  func certificate(_ value: JSONValue, in place: String) -> String? {
    switch place {
    case "decision.validity":
      let days = [
        value["from"]?.text.map { phrasing.say("à compter du ", "from ") + phrasing.day($0) },
        value["to"]?.text.map { phrasing.say("jusqu'au ", "until ") + phrasing.day($0) },
        value["number"]?.text.map { phrasing.say("numéro ", "number ") + $0 },
      ].compactMap(\.self)
      return days.isEmpty ? nil : days.joined(separator: ", ")
    case "decision.condition", "title.suspension":
      guard let condition = (value["text"] ?? value["condition"])?.text else { return nil }
      let days = [
        value["from"]?.text.map { phrasing.say("à compter du ", "from ") + phrasing.day($0) },
        value["until"]?.text.map { phrasing.say("à lever jusqu'au ", "to be lifted by ") + phrasing.day($0) },
      ].compactMap(\.self)
      return ([condition] + days).joined(separator: ", ")
    case "title.published":
      let days = [
        value["signedOn"]?.text.map { phrasing.say("signé le ", "signed on ") + phrasing.day($0) },
        value["publishedOn"]?.text.map {
          phrasing.say("dans l'espace client le ", "in the client space on ") + phrasing.day($0)
        },
        value["listedOn"]?.text.map {
          phrasing.say("sur la liste publique le ", "on the public list on ") + phrasing.day($0)
        },
      ].compactMap(\.self)
      return days.isEmpty ? nil : days.joined(separator: ", ")
    case "title.data":
      let entries = (value.members ?? []).compactMap { member in
        let (subject, entry) = (member.key, member.value)
        return entry["value"]?.text.map { text in
          let name = ValueWords.words(of: subject, in: "declaration.subject")?.text(in: phrasing.language) ?? subject
          return phrasing.say("\(name)\u{202F}: \(text)", "\(name): \(text)")
            + (entry["from"]?.text.map {
              phrasing.say(" (à compter du \(phrasing.day($0)))", " (from \(phrasing.day($0)))")
            }
              ?? "")
        }
      }
      return entries.isEmpty ? nil : entries.joined(separator: ", ")
    default: return nil
    }
  }
}
