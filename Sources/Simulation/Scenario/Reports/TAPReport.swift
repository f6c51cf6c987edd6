import AuditDesk
import FieldClient

/// Results as TAP 14: a subtest for each scenario, a test point for each demand.
public enum TAPReport {
  /// The whole document.
  public static func text(_ results: [ScenarioResult]) -> String {
    var lines = ["TAP version 14", "1..\(results.count)"]
    for (place, result) in results.enumerated() {
      let name = escaped(result.name)
      if let reason = result.skipped {
        lines.append("ok \(place + 1) - \(name) # SKIP \(escaped(reason))")
        continue
      }
      lines.append("# Subtest: \(name)")
      for (number, outcome) in result.outcomes.enumerated() {
        let verdict = outcome.failure == nil ? "ok" : "not ok"
        lines.append("    \(verdict) \(number + 1) - line \(outcome.line): \(escaped(outcome.title))")
        guard let failure = outcome.failure else { continue }
        lines += [
          "      ---", "      file: \(quoted(result.file))", "      line: \(outcome.line)",
          "      expected: \(quoted(failure.expected))", "      got: \(quoted(failure.got))", "      ...",
        ]
      }
      lines += result.leftOut.map { "    # \(escaped($0))" }
      lines.append("    1..\(result.outcomes.count)")
      lines.append("\(result.passed ? "ok" : "not ok") \(place + 1) - \(name)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line on which no word of TAP stands by accident.
  private static func escaped(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "#": line += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}
