/// A fault of the file's structure, which stops the reading: what follows it could not be trusted.
public struct CSVError: Error, Sendable, Equatable {
  /// What is wrong.
  public let reason: CSVErrorReason
  /// The record, counted from 1, the header being record 1; 0 when the whole file is meant.
  public let record: Int
  /// The line, counted from 1 by line feeds, those inside quotes included; 0 when the whole file is meant.
  public let line: Int

  /// The stable code, in kebab-case.
  public var code: String { reason.rawValue }

  /// What happened and what to do next.
  public var text: PublicListText {
    let (fr, en) = sentences
    guard record > 0 else { return PublicListText(fr: fr, en: en) }
    return PublicListText(
      fr: "Enregistrement \(PublicListCount.fr(record)), ligne \(PublicListCount.fr(line))\u{202F}: \(fr)",
      en: "Record \(PublicListCount.en(record)), line \(PublicListCount.en(line)): \(en)")
  }

  private var sentences: (String, String) {
    switch reason {
    case .fileTooLong:
      (
        "le fichier dépasse la taille admise. Vérifiez qu'il s'agit bien de la liste publique.",
        "the file is larger than allowed. Check that it is the public list."
      )
    case .recordTooLong:
      (
        "l'enregistrement dépasse la taille admise\u{202F}; un guillemet ouvert n'a peut-être jamais été fermé. "
          + "Corrigez le fichier ou téléchargez-le à nouveau.",
        "the record is longer than allowed; a quote may have been left open. Mend the file or download it again."
      )
    case .fieldTooLong:
      (
        "un champ dépasse la taille admise\u{202F}; un guillemet ouvert n'a peut-être jamais été fermé. "
          + "Corrigez le fichier ou téléchargez-le à nouveau.",
        "a field is longer than allowed; a quote may have been left open. Mend the file or download it again."
      )
    case .tooManyRecords:
      (
        "le fichier compte plus d'enregistrements qu'admis. Vérifiez qu'il s'agit bien de la liste publique.",
        "the file has more records than allowed. Check that it is the public list."
      )
    case .invalidUTF8:
      (
        "des octets ne sont pas de l'UTF-8. Enregistrez le fichier en UTF-8, sans passer par un tableur.",
        "some bytes are not UTF-8. Save the file as UTF-8, without going through a spreadsheet."
      )
    case .nul:
      (
        "un octet nul se trouve dans le fichier, sans doute abîmé. Téléchargez-le à nouveau.",
        "a NUL byte stands in the file, which is probably damaged. Download it again."
      )
    case .unterminatedQuote:
      (
        "un guillemet ouvert ici n'est jamais fermé\u{202F}; le fichier est sans doute coupé. Téléchargez-le à nouveau.",
        "a quote opened here is never closed; the file is probably cut short. Download it again."
      )
    case .textAfterQuote:
      (
        "du texte suit un guillemet fermant. Doublez les guillemets à l'intérieur du champ.",
        "text follows a closing quote. Double the quotes inside the field."
      )
    case .quoteInsideField:
      (
        "un guillemet se trouve dans un champ qui n'en est pas entouré. Entourez le champ et doublez ce guillemet.",
        "a quote stands in a field that is not quoted. Quote the field and double that quote."
      )
    case .loneCarriageReturn:
      (
        "un retour chariot n'est pas suivi d'un saut de ligne. Enregistrez le fichier avec des fins de ligne usuelles.",
        "a carriage return is not followed by a line feed. Save the file with usual line ends."
      )
    }
  }
}
