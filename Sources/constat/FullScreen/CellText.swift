#if FullScreen
  /// Text measured in columns of a terminal.
  enum CellText {
    /// The columns a text takes.
    static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

    /// The text, cut with an ellipsis where it is wider than the columns given.
    static func clip(_ text: String, to columns: Int) -> String {
      guard width(text) > columns else { return text }
      guard columns > 0 else { return "" }
      var clipped = ""
      var taken = 0
      for character in text {
        taken += width(character)
        if taken > columns - 1 { break }
        clipped.append(character)
      }
      return clipped + "…"
    }

    /// The text for a terminal that writes no UTF-8, column for column.
    static func ascii(_ text: String) -> String {
      text.reduce(into: "") { plain, character in
        if character.isASCII {
          plain.append(character)
        } else if let letter = letters[character] {
          plain.append(letter)
        } else {
          plain += String(repeating: "?", count: width(character))
        }
      }
    }

    private static let letters: [Character: Character] = [
      "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o",
      "ö": "o", "ù": "u", "û": "u", "ü": "u", "À": "A", "Â": "A", "Ç": "C", "É": "E", "È": "E", "Ê": "E", "Î": "I",
      "Ô": "O", "Ù": "U", "Û": "U", "œ": "o", "Œ": "O", "«": "\"", "»": "\"", "“": "\"", "”": "\"", "’": "'", "–": "-",
      "—": "-", "…": ".", "·": ".", "≠": "#", "→": ">", "\u{202F}": " ", "\u{A0}": " ",
    ]

    private static func width(_ character: Character) -> Int {
      guard let first = character.unicodeScalars.first else { return 0 }
      switch first.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: break
      }
      switch first.value {
      case 0x200C, 0x200D, 0xFE00...0xFE0F: return 0
      // East Asian Width W and F (Unicode Standard Annex 11), by block, and pictures.
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return 2
      default: return 1
      }
    }
  }
#endif
