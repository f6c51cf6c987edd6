import AuditModel
import AuditSchema
public import SyncCore

/// A change of situation an auditor saw, beside what the register says now (R-ROLE-19).
public struct SituationReport: Sendable {
  /// The entity.
  public let id: EntityID
  /// What changed: `address`, `name`, `director`.
  public let subject: String
  /// What was seen.
  public let observed: JSONValue
  /// The day it was seen, `YYYY-MM-DD`.
  public let on: String?
  /// The proof still to come.
  public let proofDue: String?
  /// Whether the register has come to say the same.
  ///
  /// The observation stays what it was: never a declaration.
  public let isConfirmed: Bool
  /// What the office did of it; nil while nobody did anything, or while two answers stand against each other.
  public let answer: SituationAnswer?

  /// Whether the office has answered.
  public var isAnswered: Bool { answer != nil }

  /// The observed changes of a body, ascending by id.
  public static func all(in fold: StreamFold, body key: String) -> [SituationReport] {
    fold.standing(ofType: "situation").compactMap { id in
      guard let view = fold.entity(id, schema: AuditSchema.current), let subject = view.text("subject"),
        let observed = view.value("observed")
      else { return nil }
      return SituationReport(
        id: id, subject: subject, observed: observed, on: view.text("on"), proofDue: view.text("proofDue"),
        isConfirmed: isConfirmed(subject, observed, in: fold, body: key),
        answer: SituationAnswer(FactView("answer", of: id, in: fold)))
    }
  }

  private static func isConfirmed(_ subject: String, _ observed: JSONValue, in fold: StreamFold, body key: String)
    -> Bool
  {
    guard let body = AuditNames.body(key) else { return false }
    switch subject {
    case "address":
      let register = FactView("address", of: body, in: fold)
      guard !register.isDisputed, let street = register.value?["street"]?.text, let seen = observed["street"]?.text
      else { return false }
      let isSameTown = ["postcode", "city"].allSatisfy { part in
        guard let here = register.value?[part]?.text, let there = observed[part]?.text else { return true }
        return RegisterSpelling.same(here, there)
      }
      return isSameTown && RegisterSpelling.same(street, seen)
    case "name":
      let register = FactView("legalName", of: body, in: fold)
      guard !register.isDisputed, let name = register.value?.text, let seen = observed.text else { return false }
      return RegisterSpelling.same(name, seen)
    default: return false
    }
  }
}

/// The register writes capitals without accents; what a person reads on a door is compared the same way.
///
/// Folding keeps letters and digits of ASCII after taking common French accents off; everything else separates words.
public enum RegisterSpelling {
  static func same(_ left: String, _ right: String) -> Bool { folded(left) == folded(right) }

  /// The words of a text as they are compared; the same for capitals and small letters, with accents and without.
  public static func folded(_ text: String) -> [String] {
    var words: [String] = [""]
    for scalar in text.decomposed {
      switch scalar {
      case "a"..."z": words[words.count - 1].unicodeScalars.append(Unicode.Scalar(scalar.value - 32) ?? scalar)
      case "A"..."Z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case "\u{300}"..."\u{36F}": continue
      default: words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  /// Scalars with the accents of French letters split off, in whichever form they were typed.
  fileprivate var decomposed: [Unicode.Scalar] {
    unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      let base: Unicode.Scalar? =
        switch scalar {
        case "à", "â", "ä": "a"
        case "é", "è", "ê", "ë": "e"
        case "î", "ï": "i"
        case "ô", "ö": "o"
        case "ù", "û", "ü": "u"
        case "ç": "c"
        case "À", "Â", "Ä": "A"
        case "É", "È", "Ê", "Ë": "E"
        case "Î", "Ï": "I"
        case "Ô", "Ö": "O"
        case "Ù", "Û", "Ü": "U"
        case "Ç": "C"
        default: nil
        }
      if let base { return [base] }
      return scalar == "œ" || scalar == "Œ" ? ["O", "E"] : [scalar]
    }
  }
}
