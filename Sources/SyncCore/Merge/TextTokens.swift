/// A token by number: equal numbers are equal bytes within one table.
typealias TextToken = Int32

/// The tokens texts are compared by: a longest run of word bytes, or one other byte.
///
/// Word bytes are `0-9`, `A-Z`, `a-z` and everything from 0x80 up, so that accented words stay whole in any encoding of
/// the accent and no Unicode table is needed to write this again in another language.
struct TextTokens {
  /// The bytes of each token, by its number; a single byte's number is the byte.
  private var spellings = (0...UInt8.max).map { [$0] }
  private var numbers: [[UInt8]: TextToken] = [:]

  /// Cuts a text into tokens.
  mutating func tokens(of text: String) -> [TextToken] {
    let bytes = Array(text.utf8)
    var tokens: [TextToken] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if Self.isWord(bytes[start]) {
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
      }
      tokens.append(end == start + 1 ? TextToken(bytes[start]) : number(of: Array(bytes[start..<end])))
      start = end
    }
    return tokens
  }

  /// Appends the bytes of tokens.
  func append(_ tokens: some Sequence<TextToken>, to bytes: inout [UInt8]) {
    for token in tokens { bytes.append(contentsOf: spellings[Int(token)]) }
  }

  private mutating func number(of word: [UInt8]) -> TextToken {
    if let known = numbers[word] { return known }
    let number = TextToken(spellings.count)
    spellings.append(word)
    numbers[word] = number
    return number
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCIIName.isLetterOrDigit(byte) }
}
