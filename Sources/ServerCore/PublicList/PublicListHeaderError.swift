/// A header the import does not read: the whole import stops before its first row (R-QUAL-108).
public struct PublicListHeaderError: Error, Sendable {
  /// What is wrong.
  public let reason: PublicListHeaderErrorReason
  /// The names at fault, in the file's order (missing ones: in the layout's); empty for a missing header.
  public let columns: [String]

  /// The stable code, in kebab-case.
  public var code: String { reason.rawValue }

  /// What happened and what to do next, naming the columns at fault.
  public var text: PublicListText {
    let (fr, en) = (named("«\u{202F}", "\u{202F}»", "sans nom"), named("“", "”", "without name"))
    return switch reason {
    case .missingHeader:
      PublicListText(
        fr: "Le fichier est vide\u{202F}: aucune ligne d'en-tête. Téléchargez-le à nouveau.",
        en: "The file is empty: it has no header line. Download it again.")
    case .unknownLayout:
      PublicListText(
        fr: "Aucune colonne connue dans l'en-tête (\(fr)). Vérifiez qu'il s'agit bien de la liste publique.",
        en: "No known column in the header (\(en)). Check that this is the public list.")
    case .oneColumn:
      PublicListText(
        fr: "L'en-tête n'a qu'une colonne, inconnue (\(fr)). Le séparateur n'est sans doute pas le bon\u{202F}: "
          + "choisissez «\u{202F};\u{202F}» ou «\u{202F},\u{202F}».",
        en: "The header has one column only, unknown (\(en)). The separator is probably the wrong one: "
          + "choose “;” or “,”.")
    case .unknownColumn:
      PublicListText(
        fr: "Colonne inconnue dans l'en-tête\u{202F}: \(fr). L'import s'arrête\u{202F}; "
          + "retirez cette colonne ou mettez le programme à jour.",
        en: "Unknown column in the header: \(en). The import stops; remove that column or update the program.")
    case .repeatedColumn:
      PublicListText(
        fr: "Colonne présente deux fois dans l'en-tête\u{202F}: \(fr). L'import s'arrête\u{202F}; n'en gardez qu'une.",
        en: "Column present twice in the header: \(en). The import stops; keep one of them.")
    case .missingColumn:
      PublicListText(
        fr: "Colonne absente de l'en-tête\u{202F}: \(fr). L'import s'arrête\u{202F}; téléchargez le fichier complet.",
        en: "Column missing from the header: \(en). The import stops; download the complete file.")
    }
  }

  private static let namedMax = 8

  private func named(_ open: String, _ close: String, _ unnamed: String) -> String {
    let shown = columns.prefix(Self.namedMax).map { name in
      name.isEmpty ? unnamed : open + PublicListText.quoted(name) + close
    }
    return shown.joined(separator: ", ") + (columns.count > Self.namedMax ? "…" : "")
  }
}
