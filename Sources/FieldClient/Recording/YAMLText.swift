/// Texts as every YAML reader takes them: in double quotes, on one line, what is not printable escaped.
public enum YAMLText {
  /// The text with its quotes.
  public static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: line += "\\\(scalar)"
      case 0x0A: line += "\\n"
      case 0x0D: line += "\\r"
      case 0x09: line += "\\t"
      case 0x00...0x1F, 0x7F...0x9F: line += "\\x" + hexadecimal(scalar.value, digits: 2)
      case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: line += "\\u" + hexadecimal(scalar.value, digits: 4)
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
