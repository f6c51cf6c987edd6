import AuditModel

/// Text of people inside a letter: what cannot stand on paper is taken out.
enum LetterText {
  /// The text with French spaces, and without control characters but for line breaks.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: plain.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return FrenchTypography.spaced(String(plain))
  }

  /// The same on one line.
  static func line(_ text: String) -> String {
    plain(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
