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

  var values: [String: Any] {
    func pairs(_ fields: [FormFields.Field]) -> [[String: String]] {
      fields.map { ["name": $0.name, "value": $0.value] }
    }
    return [
      "path": path, "fields": pairs(fields),
      // What a person typed, not what the page sent along by itself.
      "typed": pairs(fields.filter { TypedField.names.contains($0.name) && !$0.value.isEmpty }),
    ]
  }
}

/// The fields of the console's forms that a person types into.
enum TypedField {
  static let names: Set<String> = ["motive", "value", "other", "note"]
}
