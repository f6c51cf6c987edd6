public import AuditModel
import SchemeRules
public import SyncCore

/// What requested acts and their rulings are called on a screen (WORDS.md): an act is « admis » or « rejeté ».
public enum ActWords {
  /// The words of an act, as the catalogue has them; one that only a newer version knows is said as such.
  public static func words(_ act: ActName) -> LocalizedText {
    ActCatalogue.act(named: act.description)?.words
      ?? LocalizedText(
        fr: "acte d'une version plus récente (\(act))", en: "an act of a newer version (\(act))")
  }

  /// The words of a verdict; of none, that the server has not answered yet.
  public static func words(_ verdict: Ruling.Verdict?) -> LocalizedText {
    switch verdict {
    case .accepted: LocalizedText(fr: "admis", en: "accepted")
    case .refused: LocalizedText(fr: "rejeté", en: "refused")
    case nil: LocalizedText(fr: "sans réponse pour l'instant", en: "not answered yet")
    }
  }
}
