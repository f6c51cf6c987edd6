/// Takes the white space between tokens out of files people lay out, so that the strict scanner can read them.
public enum JSONWhiteSpace {
  /// The bytes without the white space outside texts; what stands inside texts stays as it is.
  /// - Throws: `.malformed` where white space alone keeps two words apart, as in `1 2`, which would become another value.
  public static func stripped(_ bytes: [UInt8]) throws(JSONFault) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var (isText, isEscaped, isApart) = (false, false, false)
    for byte in bytes {
      if isText {
        kept.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isApart = true
        continue
      }
      if isApart, let last = kept.last, isWord(last), isWord(byte) { throw .malformed }
      isApart = false
      isText = byte == UInt8(ascii: "\"")
      kept.append(byte)
    }
    return kept
  }

  /// Whether a byte belongs to a number or a literal, not to a bracket, a comma, a colon or a text.
  private static func isWord(_ byte: UInt8) -> Bool { !"{}[],:\"".utf8.contains(byte) }
}
