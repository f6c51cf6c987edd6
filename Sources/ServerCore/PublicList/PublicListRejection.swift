/// A row that was read and not taken; its bodies are left as they were.
public struct PublicListRejection: Error, Sendable {
  /// The record, counted from 1, the header being record 1.
  public let record: Int
  /// The line on which the record begins.
  public let line: Int
  /// The first thing found wrong.
  public let reason: PublicListRejectionReason
  /// The name of the column at fault; nil when the whole row is.
  public let column: String?
  /// What the column holds, clipped and without control characters; nil when nothing.
  public let value: String?
  /// The bodies the row may be about, as far as its SIREN or SIRET can be read; none, one or two.
  public let sirens: [PublicListSIREN]

  /// The stable code, in kebab-case.
  public var code: String { reason.rawValue }

  /// Where, what and what to do next.
  public var text: PublicListText {
    let (fr, en) = sentences
    return PublicListText(
      fr: "Enregistrement \(PublicListCount.fr(record)), ligne \(PublicListCount.fr(line))\u{202F}: \(fr)",
      en: "Record \(PublicListCount.en(record)), line \(PublicListCount.en(line)): \(en)")
  }

  private var sentences: (String, String) {
    let (name, held) = (column ?? "", value ?? "")
    return switch reason {
    case .fieldCount:
      (
        "le nombre de champs (\(held)) n'est pas celui de l'en-tête. Ligne rejetée\u{202F}; corrigez-la à la source.",
        "the number of fields (\(held)) is not the header's. Row rejected; correct it at the source."
      )
    case .unnamedFieldFilled:
      (
        "la colonne sans nom contient «\u{202F}\(held)\u{202F}»\u{202F}: la ligne semble décalée. Ligne rejetée.",
        "the column without name holds “\(held)”: the row seems to have slipped. Row rejected."
      )
    case .missingSIREN, .missingSIRET:
      (
        "la colonne «\u{202F}\(name)\u{202F}» est vide. Ligne rejetée\u{202F}; saisissez cet organisme à la main.",
        "the column “\(name)” is empty. Row rejected; enter this body by hand."
      )
    case .malformedSIREN:
      (
        "«\u{202F}\(held)\u{202F}» n'est pas un SIREN (neuf chiffres). Ligne rejetée\u{202F}; corrigez-la à la source.",
        "“\(held)” is not a SIREN (nine digits). Row rejected; correct it at the source."
      )
    case .malformedSIRET:
      (
        "«\u{202F}\(held)\u{202F}» n'est pas un SIRET (quatorze chiffres). Ligne rejetée\u{202F}; "
          + "corrigez-la à la source.",
        "“\(held)” is not a SIRET (fourteen digits). Row rejected; correct it at the source."
      )
    case .mismatch:
      (
        "le SIRET «\u{202F}\(held)\u{202F}» ne commence pas par le SIREN. Ligne rejetée\u{202F}; "
          + "corrigez-la à la source.",
        "the SIRET “\(held)” does not begin with the SIREN. Row rejected; correct it at the source."
      )
    case .unreadableFlag:
      (
        "la colonne «\u{202F}\(name)\u{202F}» contient «\u{202F}\(held)\u{202F}», attendu Oui ou Non, true ou false, "
          + "1 ou 0. Ligne rejetée.",
        "the column “\(name)” holds “\(held)”, expected Oui or Non, true or false, 1 or 0. Row rejected."
      )
    }
  }
}
