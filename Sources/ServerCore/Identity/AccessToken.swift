import Crypto
import SyncCore
import SyncProtocol

/// What a bearer token says: opaque to its holder, so that nothing need be looked up to know the device.
struct AccessToken: Equatable {
  let tenant: TenantID
  /// The replica the device joined with.
  let device: ReplicaID
  let user: UserID
  let epoch: Int
  /// When it ends, milliseconds since 1970 UTC.
  let expires: Int64

  init(tenant: TenantID, device: ReplicaID, user: UserID, epoch: Int, expires: Int64) {
    self.tenant = tenant
    self.device = device
    self.user = user
    self.epoch = epoch
    self.expires = expires
  }

  func text(_ settings: TenantSettings) throws -> String {
    try OpaqueText.seal(
      .array([
        "token-1", .string(tenant.description), .string(device.description), .string(user.description),
        .integer(Int64(epoch)), .integer(expires),
      ]), key: settings.key(for: .tokens))
  }

  /// Reads a text; nil for anything this server did not write as a token.
  init?(_ text: some StringProtocol, _ settings: TenantSettings) {
    guard let parts = OpaqueText.open(String(text), key: settings.key(for: .tokens))?.elements, parts.count == 6,
      parts[0] == "token-1", let tenant = parts[1].text.flatMap({ TenantID($0) }),
      let device = parts[2].text.flatMap({ ReplicaID($0) }), let user = parts[3].text.flatMap({ UserID($0) }),
      let epoch = parts[4].number, let expires = parts[5].number
    else { return nil }
    self.init(tenant: tenant, device: device, user: user, epoch: Int(epoch), expires: expires)
  }

  /// Whether it holds now; one that ends later than any given now was given under another clock.
  func holds(_ settings: TenantSettings, now: Int64) -> Bool {
    tenant == settings.tenant && epoch == settings.epoch && expires > now
      && expires <= now + Int64(ProtocolLimits.tokenSecondsMax) * 1_000
  }
}

extension TenantSettings {
  /// What a derived key is for, so that no text of one use can be shown for another.
  enum KeyUse: String {
    case tokens = "constat.access-token"
    case nonces = "constat.nonce"
  }

  func key(for use: KeyUse) -> [UInt8] {
    Array(
      HMAC<SHA256>.authenticationCode(for: Array(use.rawValue.utf8), using: SymmetricKey(data: bookmarkKey)))
  }
}
