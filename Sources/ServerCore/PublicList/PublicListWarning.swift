/// One oddity, with what it is about.
public struct PublicListWarning: Sendable {
  /// What is odd.
  public let reason: PublicListWarningReason
  /// The body.
  public let siren: PublicListSIREN
  /// The establishment; nil when the whole body is meant.
  public let siret: PublicListSIRET?
  /// The record, counted from 1, the header being record 1; nil when several rows together are meant.
  public let record: Int?
  /// What was chosen or left out, clipped and without control characters; nil when nothing.
  public let value: String?

  init(
    _ reason: PublicListWarningReason, siren: PublicListSIREN, siret: PublicListSIRET? = nil, record: Int? = nil,
    value: String? = nil
  ) {
    self.reason = reason
    self.siren = siren
    self.siret = siret
    self.record = record
    self.value = value.map(PublicListText.quoted)
  }

  /// The stable code, in kebab-case.
  public var code: String { reason.rawValue }

  /// What is odd and what the import made of it.
  public var text: PublicListText {
    let number = siret.map { "SIRET \($0.text)" } ?? "SIREN \(siren.text)"
    let (fr, en) = sentences
    return PublicListText(
      fr: number + (record.map { " (enregistrement \(PublicListCount.fr($0)))" } ?? "") + "\u{202F}: \(fr).",
      en: number + (record.map { " (record \(PublicListCount.en($0)))" } ?? "") + ": \(en).")
  }

  private var sentences: (String, String) {
    let held = value ?? ""
    return switch reason {
    case .sirenCheckDigit: ("la clé du SIREN est fausse", "the SIREN's check digit is wrong")
    case .siretCheckDigit: ("la clé du SIRET est fausse", "the SIRET's check digit is wrong")
    case .missingName: ("la dénomination manque", "the name is missing")
    case .controlCharacter:
      ("un texte contient des caractères de commande, conservés", "a text holds control characters, kept")
    case .headOfficeContradiction:
      (
        "l'indicateur de siège et le SIRET du siège se contredisent, l'indicateur l'emporte",
        "the head-office flag and the head office's SIRET contradict each other, the flag prevails"
      )
    case .headOfficeSIRET:
      (
        "le SIRET du siège «\u{202F}\(held)\u{202F}» n'est pas celui d'un établissement de l'organisme, laissé de côté",
        "the head office's SIRET “\(held)” is not one of the body's, left out"
      )
    case .repeatedSIRET:
      ("plusieurs lignes portent ce SIRET, un seul site en résulte", "several rows carry this SIRET, one site results")
    case .namesDiffer:
      (
        "les lignes portent des noms différents, retenu «\u{202F}\(held)\u{202F}»",
        "the rows carry different names, “\(held)” chosen"
      )
    case .ndasDiffer:
      ("plusieurs NDA, retenu en premier \(held)", "several NDAs, \(held) first")
    case .headOfficesDiffer:
      (
        "les lignes désignent des sièges différents, retenu \(held)",
        "the rows state different head offices, \(held) chosen"
      )
    case .qualiopiDiffers:
      (
        "les lignes diffèrent sur la certification Qualiopi, «\u{202F}oui\u{202F}» l'emporte",
        "the rows disagree on the Qualiopi certification, “yes” prevails"
      )
    }
  }
}
