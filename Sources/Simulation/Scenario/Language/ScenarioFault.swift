public import AuditModel

/// What is wrong with a scenario file, where, and what was expected; nothing of the file was played.
public struct ScenarioFault: Error, Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let reason: Reason

  init(_ line: Int, _ reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// The file is longer than `ScenarioLimits.fileBytesMax`.
    case tooLarge
    /// The bytes are not UTF-8.
    case notUTF8
    /// The text is not YAML; the parser's words.
    case notYAML(String)
    /// An anchor or a reference.
    case reference
    /// A tag, such as `!!str`.
    case tag
    /// An unquoted word that YAML readers take for something else.
    case ambiguous(String)
    /// A bound of `ScenarioLimits` is passed.
    case beyond(limit: String, max: Int)
    /// A key written twice in one map.
    case duplicateKey(String)
    /// A key that means nothing here.
    case unknownKey(String, known: [String])
    /// A key that must be there.
    case missingKey(String)
    /// Something of another form than expected; both in the words of `form`.
    case wrongForm(what: String, expected: Form, found: String)
    /// A name nobody declared.
    case unknownName(kind: Kind, name: String)
    /// A name declared twice, or one with a meaning of its own.
    case takenName(String)
    /// Two keys that exclude each other, or a map that needs exactly one of some.
    case choose([String])
    /// The scenario demands nothing.
    case noExpectation
  }

  /// What a value must look like.
  public enum Form: String, Sendable, Equatable {
    case text, name, list, map, number, truth, span, instant, day, form, stream, entity, field, act, role, fault, step,
      choice
  }

  /// What a name names.
  public enum Kind: String, Sendable, Equatable {
    case person, device, change, stream
  }

  /// What happened, why and what to do, in both languages; the line stands in front of it elsewhere.
  public var text: LocalizedText { ScenarioFaultWords.text(reason) }
}

/// The sentences of faults.
enum ScenarioFaultWords {
  static func text(_ reason: ScenarioFault.Reason) -> LocalizedText {
    switch reason {
    case .tooLarge:
      say(
        "le fichier dépasse \(ScenarioLimits.fileBytesMax) octets. Partagez-le en plusieurs scénarios.",
        "the file is longer than \(ScenarioLimits.fileBytesMax) bytes. Split it into several scenarios.")
    case .notUTF8: say("le fichier n'est pas en UTF-8. Enregistrez-le en UTF-8.", "the file is not UTF-8. Save it so.")
    case .notYAML(let words):
      say("ce n'est pas du YAML (\(words)). Corrigez la ligne.", "this is not YAML (\(words)). Mend the line.")
    case .reference:
      say(
        "les ancres (&) et renvois (*) ne font pas partie du langage. Écrivez la valeur, ou mettez le texte entre "
          + "guillemets.",
        "anchors (&) and references (*) are not part of the language. Write the value out, or quote the text.")
    case .tag:
      say(
        "les étiquettes (!) ne font pas partie du langage. Ôtez-la, ou mettez le texte entre guillemets.",
        "tags (!) are not part of the language. Leave it out, or quote the text.")
    case .ambiguous(let word):
      say(
        "«\u{202F}\(word)\u{202F}» se lit autrement selon les lecteurs YAML. Écrivez-le entre guillemets si c'est un texte, "
          + "sinon true, false, null ou un nombre entier décimal.",
        "“\(word)” is read differently by different YAML readers. Quote it if it is a text; otherwise write true, "
          + "false, null or a whole decimal number.")
    case .beyond(let limit, let max):
      say("la borne \(limit) (\(max)) est dépassée.", "the bound \(limit) (\(max)) is passed.")
    case .duplicateKey(let key):
      say(
        "la clé «\u{202F}\(key)\u{202F}» est écrite deux fois. Gardez-en une.",
        "the key “\(key)” stands twice. Keep one.")
    case .unknownKey(let key, let known):
      say(
        "la clé «\u{202F}\(key)\u{202F}» n'existe pas ici. Attendu\u{202F}: \(known.joined(separator: ", ")).",
        "there is no key “\(key)” here. Expected: \(known.joined(separator: ", ")).")
    case .missingKey(let key):
      say("la clé «\u{202F}\(key)\u{202F}» manque.", "the key “\(key)” is missing.")
    case .wrongForm(let what, let expected, let found):
      say(
        "«\u{202F}\(what)\u{202F}» veut \(words(expected).fr), pas «\u{202F}\(found)\u{202F}».",
        "“\(what)” takes \(words(expected).en), not “\(found)”.")
    case .unknownName(let kind, let name):
      say(
        "\(words(kind).fr) «\u{202F}\(name)\u{202F}» n'est pas déclaré avant cette ligne.",
        "no \(words(kind).en) “\(name)” is declared before this line.")
    case .takenName(let name):
      say(
        "le nom «\u{202F}\(name)\u{202F}» est déjà pris. Choisissez-en un autre.",
        "the name “\(name)” is taken already. Choose another.")
    case .choose(let keys):
      say(
        "il faut exactement une de ces clés\u{202F}: \(keys.joined(separator: ", ")).",
        "exactly one of these keys is needed: \(keys.joined(separator: ", ")).")
    case .noExpectation:
      say(
        "le scénario n'attend rien\u{202F}: il ne pourrait pas échouer. Ajoutez une étape «\u{202F}expect\u{202F}».",
        "the scenario expects nothing, so it could not fail. Add an “expect” step.")
    }
  }

  private static func say(_ fr: String, _ en: String) -> LocalizedText { LocalizedText(fr: fr, en: en) }

  private static func words(_ form: ScenarioFault.Form) -> LocalizedText {
    switch form {
    case .text: say("un texte (entre guillemets si c'est un nombre)", "a text (quoted if it is a number)")
    case .name: say("un nom de lettres, chiffres, points et tirets", "a name of letters, digits, dots and dashes")
    case .list: say("une liste", "a list")
    case .map: say("une suite de «\u{202F}clé: valeur\u{202F}»", "a map of “key: value”")
    case .number: say("un nombre entier positif ou nul", "a whole number of 0 or more")
    case .truth: say("true ou false", "true or false")
    case .span:
      say(
        "une durée telle que «\u{202F}8 hours\u{202F}» ou «\u{202F}-9000 days\u{202F}»",
        "a span such as “8 hours” or “-9000 days”")
    case .instant: say("un instant tel que 2026-05-04T07:00:00Z", "an instant such as 2026-05-04T07:00:00Z")
    case .day: say("un jour tel que 2026-05-04, entre guillemets", "a day such as 2026-05-04, quoted")
    case .form: say("le nom d'un formulaire tel que mail.record", "the name of a form such as mail.record")
    case .stream: say("un flux tel que dossier.qualiopi.<siren>", "a stream such as dossier.qualiopi.<siren>")
    case .entity: say("un identifiant tel que audit/A1/item/17", "an entity id such as audit/A1/item/17")
    case .field: say("un nom de champ", "the name of a field")
    case .act: say("un nom d'acte tel que audit.close", "the name of an act such as audit.close")
    case .role:
      say("un rôle de l'annuaire, tel que auditor ou office", "a role of the directory, such as auditor or office")
    case .fault: say("une panne telle que response-lost", "a fault such as response-lost")
    case .step: say("une étape telle que «\u{202F}sync: poste\u{202F}»", "a step such as “sync: device”")
    case .choice: say("un des mots du langage à cet endroit", "one of the words the language has at this place")
    }
  }

  private static func words(_ kind: ScenarioFault.Kind) -> LocalizedText {
    switch kind {
    case .person: say("la personne", "person")
    case .device: say("le poste", "device")
    case .change: say("la modification", "change")
    case .stream: say("le dossier", "dossier")
    }
  }
}
