public import SyncCore

/// A value of a scenario file in YAML's flow style.
public indirect enum ScenarioYAML: Sendable {
  /// One member of a map.
  public typealias Member = (key: String, value: ScenarioYAML)

  /// A word of the language, an id or a name: YAML reads it as itself.
  case word(String)
  /// A text, in quotes.
  case text(String)
  /// A list on one line.
  case list([ScenarioYAML])
  /// A map under keys of the language.
  case map([Member])
  /// A map under names of fields, in quotes: YAML would take some of them for something else, such as `on`.
  case object([Member])
  /// A list with an element a line, for what would be long on one.
  case lines([ScenarioYAML])

  /// A value; texts may stand for something else, such as a person.
  public init(_ value: JSONValue, text: (String) -> ScenarioYAML = { .text($0) }) {
    switch value {
    case .null, .bool, .integer: self = .word(JSONWriter.text(value))
    case .string(let string): self = text(string)
    case .array(let elements): self = .list(elements.map { ScenarioYAML($0, text: text) })
    case .object(let members): self = .object(members.map { ($0.key, ScenarioYAML($0.value, text: text)) })
    }
  }

  /// A person by their name in the file.
  public static func person(_ name: String) -> ScenarioYAML { .map([("person", .word(name))]) }

  /// A list of words.
  public static func words(_ words: [String]) -> ScenarioYAML { .list(words.map { .word($0) }) }

  /// As it stands in the file.
  public var spelling: String {
    switch self {
    case .word(let word): word
    case .text(let text): YAMLText.quoted(text)
    case .list(let elements): "[\(elements.map(\.spelling).joined(separator: ", "))]"
    case .map(let members): "{\(members.map { "\($0.key): \($0.value.spelling)" }.joined(separator: ", "))}"
    case .object(let members):
      "{\(members.map { "\(YAMLText.quoted($0.key)): \($0.value.spelling)" }.joined(separator: ", "))}"
    case .lines(let elements): "[\n\(elements.map { "    \($0.spelling)" }.joined(separator: ",\n"))]"
    }
  }
}
