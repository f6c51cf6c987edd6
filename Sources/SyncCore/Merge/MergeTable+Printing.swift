extension MergeTable {
  /// The table as a value: types and fields ascending by bytes, so that equal tables print equally.
  public var json: JSONValue {
    .object([
      JSONMember("version", .integer(Int64(version))),
      JSONMember(
        "types",
        .sorted(types.map { path, fields in (path, .sorted(fields.map { ($0.key.description, Self.json($0.value)) })) })
      ),
    ])
  }

  /// The table laid out for people, one field a line, with a newline at the end: the form of `Protocol/table.json`.
  public var text: String {
    let listed = (json["types"]?.members ?? []).map { type in
      let fields = (type.value.members ?? []).map { "      \(Self.quoted($0.key)): \(JSONWriter.text($0.value))" }
      return "    \(Self.quoted(type.key)): {\n" + fields.joined(separator: ",\n") + "\n    }"
    }
    return "{\n  \"version\": \(version),\n  \"types\": {\n" + listed.joined(separator: ",\n") + "\n  }\n}\n"
  }

  private static func quoted(_ text: String) -> String { JSONWriter.text(.string(text)) }

  private static func json(_ kind: MergeKind) -> JSONValue {
    let word: JSONValue =
      switch kind {
      case .latest: "latest"
      case .contested: "contested"
      case .cautious: "cautious"
      case .text: "text"
      case .set: "set"
      case .journal: "journal"
      case .machine: "machine"
      }
    guard case .cautious(let ranking) = kind else { return .object([JSONMember("kind", word)]) }
    return .object([
      JSONMember("kind", word), JSONMember("gravestFirst", .array(ranking.gravestFirst.map { .string($0) })),
    ])
  }
}
