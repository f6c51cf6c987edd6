/// Texts as the import keeps them: trimmed, inner white space folded to one space, empty texts nil.
///
/// White space is Unicode's White_Space (no-break spaces, tabs and line ends included). No Unicode normalisation is
/// attempted (no NFC): other bytes stay as published, and texts are compared by bytes.
enum PublicListFolding {
  static func fold(_ bytes: ArraySlice<UInt8>) -> (text: String?, hasControl: Bool) {
    guard !bytes.isEmpty else { return (nil, false) }
    if isFolded(bytes) { return (String(decoding: bytes, as: UTF8.self), false) }
    var folded = String.UnicodeScalarView()
    var (pendingSpace, hasControl) = (false, false)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !folded.isEmpty
        continue
      }
      if scalar.properties.generalCategory == .control { hasControl = true }
      if pendingSpace { folded.append(" ") }
      pendingSpace = false
      folded.append(scalar)
    }
    return (folded.isEmpty ? nil : String(folded), hasControl)
  }

  /// Whether folding would change nothing, decided on bytes alone; false when it takes a closer look to know.
  private static func isFolded(_ bytes: ArraySlice<UInt8>) -> Bool {
    var spaceBefore = true
    let span = bytes.span
    for index in span.indices {
      switch span[index] {
      case 0x20:
        if spaceBefore { return false }
        spaceBefore = true
      case 0x00..<0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3:
        // Controls, and the first bytes of every white space and control beyond ASCII.
        return false
      default: spaceBefore = false
      }
    }
    return !spaceBefore
  }
}
