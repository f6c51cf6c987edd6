import AuditModel
import SyncCore

/// What an observed change is about, and where the register holds it.
enum SituationSubject: Equatable {
  case address, name, director
  case other(String)

  init(_ code: String) {
    switch code {
    case "address": self = .address
    case "name": self = .name
    case "director": self = .director
    default: self = .other(code)
    }
  }

  var words: LocalizedText {
    switch self {
    case .address: LocalizedText(fr: "adresse", en: "address")
    case .name: LocalizedText(fr: "dénomination", en: "legal name")
    case .director: LocalizedText(fr: "dirigeant", en: "director")
    // A code of a newer version.
    case .other: LocalizedText(fr: "autre", en: "other")
    }
  }

  /// The field of the register; nil for what the register does not hold.
  var registerField: FieldName? {
    switch self {
    case .address: "address"
    case .name: "legalName"
    case .director, .other: nil
    }
  }

  /// What the register would say once the observation is accepted.
  ///
  /// A door shows a street: what it does not show of an address stays as the register has it.
  func registerValue(observed: JSONValue, before: JSONValue?) -> JSONValue {
    guard self == .address else { return observed }
    let seen = observed.text.map { [JSONMember("street", .string($0))] } ?? observed.members ?? []
    let kept = (before?.members ?? []).filter { held in !seen.contains { $0.key.utf8.elementsEqual(held.key.utf8) } }
    return .sorted((seen + kept).map { ($0.key, $0.value) })
  }
}
