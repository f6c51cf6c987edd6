import SyncCore

/// A one-time code as people pass it on: 128 random bits in groups of base 32 digits.
struct InvitationCode {
  /// SHA-256 of the digits without their grouping: all the ledger keeps.
  let hash: Digest
  /// The code as it is shown, in groups of five.
  let shown: String

  /// Draws a code.
  init(random: inout any RandomNumberGenerator & Sendable) {
    let digits = Crockford32.encode(high: random.next(), low: random.next())
    hash = Digest(of: Array(digits.utf8))
    shown = stride(from: 0, to: digits.utf8.count, by: 5)
      .map { start in String(digits.dropFirst(start).prefix(5)) }
      .joined(separator: "-")
  }

  /// Reads what someone typed: case, blanks and dashes do not matter, and O, I and L are read as 0 and 1.
  init?(typed: String) {
    guard typed.utf8.count <= ServerLimits.joinCodeBytesMax else { return nil }
    let digits = typed.uppercased().unicodeScalars.compactMap { scalar -> Character? in
      switch scalar {
      case " ", "-", "\u{00A0}", "\u{202F}": nil
      case "O": "0"
      case "I", "L": "1"
      default: Character(scalar)
      }
    }
    guard !digits.isEmpty else { return nil }
    shown = typed
    hash = Digest(of: Array(String(digits).utf8))
  }
}
