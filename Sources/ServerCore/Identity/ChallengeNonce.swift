import SyncCore
import SyncProtocol

/// What the nonce of a challenge says to the process that gave it.
struct ChallengeNonce: Equatable {
  /// When the process that gave it began: another one cannot know whether it was used.
  let started: Int64
  /// When it ends, milliseconds since 1970 UTC.
  let expires: Int64
  /// Counted by that process.
  let number: Int

  init(started: Int64, expires: Int64, number: Int) {
    self.started = started
    self.expires = expires
    self.number = number
  }

  func text(_ settings: TenantSettings) throws -> String {
    try OpaqueText.seal(
      .array(["nonce-1", .integer(started), .integer(expires), .integer(Int64(number))]),
      key: settings.key(for: .nonces))
  }

  /// Reads a text; nil for anything this server did not write as a nonce.
  init?(_ text: String, _ settings: TenantSettings) {
    guard let parts = OpaqueText.open(text, key: settings.key(for: .nonces))?.elements, parts.count == 4,
      parts[0] == "nonce-1", let started = parts[1].number, let expires = parts[2].number, let number = parts[3].number
    else { return nil }
    self.init(started: started, expires: expires, number: Int(number))
  }
}
