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
      "typed": fields.compactMap { field in
        TypedField.labels[field.name].flatMap { label in
          field.value.isEmpty ? nil : ["label": label.text(in: language), "value": field.value]
        }
      },
    ]
  }
}

/// The fields of the console's forms that a person fills, with what they are called.
enum TypedField {
  static let labels: [String: LocalizedText] = [
    "motive": LocalizedText(fr: "Motif", en: "Motive"), "value": LocalizedText(fr: "Valeur", en: "Value"),
    "other": LocalizedText(fr: "Valeur", en: "Value"),
    "note": LocalizedText(fr: "Note", en: "Note"), "street": LocalizedText(fr: "Rue", en: "Street"),
    "postcode": LocalizedText(fr: "Code postal", en: "Postcode"), "city": LocalizedText(fr: "Ville", en: "Town"),
    "first": LocalizedText(fr: "Premier jour", en: "First day"),
    "last": LocalizedText(fr: "Dernier jour", en: "Last day"),
  ]
}
