import AuditDesk
import AuditModel
import ServerHTTP

/// A form somebody sent after their session had ended: kept in the sign-in page, sent again only by their own hand.
struct KeptForm {
  let path: String
  let fields: [FormFields.Field]

  init(path: String, fields: [FormFields.Field]) {
    self.path = Shell.ownPath(path)
    self.fields = fields
  }

  /// Reads what the sign-in page carried along; nil when it carried nothing.
  init?(_ form: FormFields) {
    guard let path = form["kept-path"] else { return nil }
    self.init(
      path: path,
      fields: form.fields.compactMap { field in
        field.name.hasPrefix("kept.")
          ? FormFields.Field(String(field.name.dropFirst("kept.".count)), field.value) : nil
      })
  }

  func values(in language: Language) -> [String: Any] {
    func pairs(_ fields: [FormFields.Field]) -> [[String: String]] {
      fields.map { ["name": $0.name, "value": $0.value] }
    }
    return [
      "path": path, "fields": pairs(fields),
      // What a person typed, not what the page sent along by itself.
      "typed": fields.compactMap { field -> [String: String]? in
        guard !field.value.isEmpty, let typed = TypedField.words(of: field, at: path) else { return nil }
        return ["label": typed.label.text(in: language), "value": typed.value.text(in: language)]
      },
    ]
  }
}

/// The fields of the console's forms that a person fills, with what they are called.
enum TypedField {
  /// What a field is called and what was put into it; nil for what the page sent along by itself, and for a choice
  /// among things only the page can name.
  static func words(of field: FormFields.Field, at path: String) -> (label: LocalizedText, value: LocalizedText)? {
    let value = LocalizedText(fr: field.value, en: field.value)
    if let label = labels[field.name] { return (label, value) }
    guard field.name.hasPrefix(ActSubmission.prefix),
      let input = path.split(separator: "/").last.flatMap({ ActForm.named(String($0)) })?.inputs
        .first(where: { ActSubmission.prefix + $0.name == field.name })
    else { return nil }
    switch input.kind {
    case .entity, .entityOf, .person, .reopening, .newFact, .evidence: return nil
    case .choice(let choices):
      return choices.first { $0.code.utf8.elementsEqual(field.value.utf8) }.map { (input.words, $0.words) }
    case .flag:
      return (
        input.words, field.value == "yes" ? LocalizedText(fr: "oui", en: "yes") : LocalizedText(fr: "non", en: "no")
      )
    default: return (input.words, value)
    }
  }

  private static let labels: [String: LocalizedText] = [
    "motive": LocalizedText(fr: "Motif", en: "Motive"), "value": LocalizedText(fr: "Valeur", en: "Value"),
    "other": LocalizedText(fr: "Valeur", en: "Value"),
    "note": LocalizedText(fr: "Note", en: "Note"), "street": LocalizedText(fr: "Rue", en: "Street"),
    "postcode": LocalizedText(fr: "Code postal", en: "Postcode"), "city": LocalizedText(fr: "Ville", en: "Town"),
    "first": LocalizedText(fr: "Premier jour", en: "First day"),
    "last": LocalizedText(fr: "Dernier jour", en: "Last day"),
  ]
}
