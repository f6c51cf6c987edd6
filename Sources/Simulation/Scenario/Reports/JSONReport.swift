import SyncCore

/// Results as one JSON value on one line, in the spelling of the project; `format` counts its versions.
public enum JSONReport {
  /// The whole document.
  public static func text(_ results: [ScenarioResult]) -> String {
    let value = JSONValue.object([
      JSONMember("format", 1), JSONMember("command", "run"),
      JSONMember("passed", .bool(results.allSatisfy(\.passed))),
      JSONMember("scenarios", .array(results.map(json))),
    ])
    return JSONWriter.text(value) + "\n"
  }

  private static func json(_ result: ScenarioResult) -> JSONValue {
    .object([
      JSONMember("file", .string(result.file)), JSONMember("name", .string(result.name)),
      JSONMember("passed", .bool(result.passed)),
      JSONMember("skipped", result.skipped.map { .string($0) } ?? .null),
      JSONMember("leftOut", .array(result.leftOut.map { .string($0) })),
      JSONMember("checks", .array(result.outcomes.map(json))),
    ])
  }

  private static func json(_ outcome: ScenarioOutcome) -> JSONValue {
    .object(
      [
        JSONMember("line", .integer(Int64(outcome.line))), JSONMember("title", .string(outcome.title)),
        JSONMember("passed", .bool(outcome.failure == nil)),
      ]
        + (outcome.failure.map {
          [JSONMember("expected", .string($0.expected)), JSONMember("got", .string($0.got))]
        } ?? []))
  }
}
