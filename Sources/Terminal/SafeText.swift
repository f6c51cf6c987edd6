/// Text that came over the wire or from a file, made harmless for a terminal (DESIGN §9).
///
/// Control characters (C0, C1, hence every CSI and OSC sequence), bidirectional overrides and other invisible format
/// characters are shown as their code between brackets; line breaks become spaces unless asked to be kept.
public struct SafeText: Sendable, CustomStringConvertible {
  /// The harmless text.
  public let description: String

  /// Makes a text harmless; with `keepsLines`, line breaks and tabs stay.
  public init(_ raw: String, keepsLines: Bool = false) {
    var safe = ""
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: safe += keepsLines ? String(scalar) : " "
      case _ where Self.isHarmful(scalar):
        safe += "[U+" + String(scalar.value, radix: 16, uppercase: true) + "]"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    description = safe
  }

  /// A JSON text whose harmful characters, which can only stand inside its strings, are spelt as escapes.
  public static func insideJSON(_ json: String) -> String {
    var safe = ""
    for scalar in json.unicodeScalars {
      guard isHarmful(scalar) else {
        safe.unicodeScalars.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return safe
  }

  /// Controls, bidirectional overrides and other invisible format characters.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0x61C, 0x180E, 0xFFF9...0xFFFB, 0xE0000...0xE007F, 0x2028, 0x2029:
      true
    default: false
    }
  }
}
