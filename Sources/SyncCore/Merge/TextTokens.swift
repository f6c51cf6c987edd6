/// The tokens texts are compared by: a longest run of word bytes, or one other byte.
///
/// Word bytes are `0-9`, `A-Z`, `a-z` and everything from 0x80 up, so that accented words stay whole in any encoding of
/// the accent and no Unicode table is needed to write this again in another language.
enum TextTokens {
  static func tokens(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var tokens: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if isWord(bytes[start]) {
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
      }
      tokens.append(bytes[start..<end])
      start = end
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCIIName.isLetterOrDigit(byte) }
}
