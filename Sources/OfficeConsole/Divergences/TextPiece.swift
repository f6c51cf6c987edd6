/// A run of a text, with whether it differs from what it began from.
struct TextPiece: Sendable, Equatable {
  let text: String
  let isNew: Bool

  /// Cuts a text into what it shares with its base at both ends and what stands between, word by word.
  static func pieces(of text: String, since base: String?) -> [TextPiece] {
    guard let base, !base.utf8.elementsEqual(text.utf8) else { return [TextPiece(text: text, isNew: false)] }
    let (old, new) = (words(base), words(text))
    func same(_ left: Substring, _ right: Substring) -> Bool { left.utf8.elementsEqual(right.utf8) }
    let head = zip(old, new).prefix { same($0, $1) }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { same($0, $1) }.count
    let middle = new.dropFirst(head).dropLast(tail)
    let all = [
      TextPiece(text: new.prefix(head).joined(), isNew: false), TextPiece(text: middle.joined(), isNew: true),
      TextPiece(text: new.suffix(tail).joined(), isNew: false),
    ]
    return all.filter { !$0.text.isEmpty }
  }

  /// Words with the blanks after them.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var wasBlank = false
    for place in text.indices {
      let isBlank = text[place].isWhitespace
      if wasBlank && !isBlank {
        words.append(text[start..<place])
        start = place
      }
      wasBlank = isBlank
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
