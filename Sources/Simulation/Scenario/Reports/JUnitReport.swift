/// Results as JUnit XML: a suite for each scenario, a case for each demand.
public enum JUnitReport {
  /// The whole document.
  public static func text(_ results: [ScenarioResult]) -> String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites tests=\"\(results.map(count).reduce(0, +))\" "
        + "failures=\"\(results.map(\.failures.count).reduce(0, +))\">",
    ]
    for result in results {
      let (name, file) = (escaped(result.name), escaped(result.file))
      lines.append(
        "  <testsuite name=\"\(name)\" tests=\"\(count(result))\" failures=\"\(result.failures.count)\" "
          + "skipped=\"\(result.skipped == nil ? 0 : 1)\">")
      if let reason = result.skipped {
        lines += [
          "    <testcase classname=\"\(file)\" name=\"\(name)\">", "      <skipped message=\"\(escaped(reason))\"/>",
          "    </testcase>",
        ]
      }
      for outcome in result.outcomes {
        let head = "    <testcase classname=\"\(file)\" name=\"line \(outcome.line): \(escaped(outcome.title))\""
        guard let failure = outcome.failure else {
          lines.append(head + "/>")
          continue
        }
        lines += [
          head + ">",
          "      <failure message=\"expected \(escaped(failure.expected))\">got \(escaped(failure.got))</failure>",
          "    </testcase>",
        ]
      }
      if !result.leftOut.isEmpty {
        lines.append("    <system-out>\(escaped(result.leftOut.joined(separator: "\n")))</system-out>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func count(_ result: ScenarioResult) -> Int { result.skipped == nil ? result.outcomes.count : 1 }

  /// Text that may stand in an attribute and between tags; what XML 1.0 cannot hold becomes a question mark.
  private static func escaped(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": line += "&amp;"
      case "<": line += "&lt;"
      case ">": line += "&gt;"
      case "\"": line += "&quot;"
      case "\n", "\r", "\t": line += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: line += "?"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
