/// Text in the header of a message: encoded words where it is not plain (RFC 2047), folded, never a line of its own.
enum HeaderText {
  /// The longest line RFC 5322 §2.1.1 asks for.
  static let lineMax = 78
  private static let wordPrefix = "=?UTF-8?B?"
  private static let wordSuffix = "?="
  /// Octets that fit into one encoded word, in whole groups of three: a word of 64 characters leaves room for the name of
  /// the header in the 76 that RFC 2047 §2 allows its line.
  private static let octetsPerWord = (64 - wordPrefix.utf8.count - wordSuffix.utf8.count) / 4 * 3

  /// An unstructured text, such as a subject: plain where it is, else in encoded words.
  static func unstructured(_ text: String) -> String {
    let line = oneLine(text)
    return isPlain(line) ? line : encoded(line)
  }

  /// A name before an address: atoms as they stand, other plain text quoted, the rest in encoded words.
  static func phrase(_ name: String) -> String {
    let line = oneLine(name)
    guard isPlain(line) else { return encoded(line) }
    if line.utf8.allSatisfy({ isAtom($0) || $0 == 0x20 }) { return line }
    let quoted = line.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "\"\(quoted)\""
  }

  /// `Name: value`, folded before words so that no line is longer than it has to be.
  static func field(_ name: String, _ value: String) -> String {
    var lines: [String] = []
    var line = "\(name):"
    for word in value.split(separator: " ") {
      if line.utf8.count + 1 + word.utf8.count > lineMax, line.utf8.count > name.utf8.count + 1 {
        lines.append(line)
        line = ""
      }
      line += " \(word)"
    }
    return (lines + [line]).joined(separator: "\r\n")
  }

  /// The characters of an atom (RFC 5322 §3.2.3).
  static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }

  /// Line breaks and other controls become spaces: what a person typed never starts a header.
  private static func oneLine(_ text: String) -> String {
    LetterText.line(text).split(separator: " ").joined(separator: " ")
  }

  /// Printable ASCII in which nothing looks like an encoded word.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count < lineMax - 16 }
  }

  /// Encoded words, each of whole characters, with a space between that readers take out again.
  private static func encoded(_ text: String) -> String {
    var words: [[UInt8]] = [[]]
    for character in text.unicodeScalars {
      let octets = Array(String(character).utf8)
      if words[words.count - 1].count + octets.count > octetsPerWord { words.append([]) }
      words[words.count - 1] += octets
    }
    return words.map { wordPrefix + Base64.text($0) + wordSuffix }.joined(separator: " ")
  }
}
