public import SyncCore

/// What a device signs to be given a token: a JSON Web Token of RFC 7523 §3 with one algorithm, EdDSA over Ed25519.
///
/// `kid`, `iss` and `sub` are the replica that holds the key, `aud` is `constat:<tenant>`.
public struct TokenAssertion: Sendable, Equatable {
  /// The replica the key was made known with: at the join, or at the last rotation.
  public var replica: ReplicaID
  /// The tenant asked.
  public var tenant: TenantID
  /// The life of the server's log the device knows of.
  public var epoch: Int
  /// When it was signed, seconds since 1970 UTC.
  public var issued: Int64
  /// When it ends, seconds since 1970 UTC, at most `ProtocolLimits.assertionSecondsMax` after `issued`.
  public var expires: Int64
  /// Names this assertion among all of the device: 1 to 64 of `A–Z a–z 0–9 - _`.
  public var id: String
  /// The nonce of the challenge it answers: it is then judged without regard to the two times.
  public var nonce: String?

  /// Creates an assertion.
  public init(
    replica: ReplicaID, tenant: TenantID, epoch: Int, issued: Int64, expires: Int64, id: String, nonce: String? = nil
  ) {
    self.replica = replica
    self.tenant = tenant
    self.epoch = epoch
    self.issued = issued
    self.expires = expires
    self.id = id
    self.nonce = nonce
  }

  /// What is signed: header and claims in base 64, joined by a dot (RFC 7515 §5.1).
  public var signedPart: [UInt8] {
    let header: JSONValue = .object([
      JSONMember("alg", .string(Self.algorithm)), JSONMember("kid", .string(replica.description)),
      JSONMember("typ", .string("JWT")),
    ])
    var claims = [
      JSONMember("aud", .string(Self.audience(tenant))), JSONMember("epoch", .integer(Int64(epoch))),
      JSONMember("exp", .integer(expires)), JSONMember("iat", .integer(issued)),
      JSONMember("iss", .string(replica.description)), JSONMember("jti", .string(id)),
    ]
    if let nonce { claims.append(JSONMember("nonce", .string(nonce))) }
    claims.append(JSONMember("sub", .string(replica.description)))
    return Array(
      (Base64URL.text(JSONWriter.bytes(header)) + "." + Base64URL.text(JSONWriter.bytes(.object(claims)))).utf8)
  }

  /// The whole token.
  /// - Parameter signature: of `signedPart`, 64 bytes.
  public func text(signature: [UInt8]) -> String {
    String(decoding: signedPart, as: UTF8.self) + "." + Base64URL.text(signature)
  }

  /// Reads a token without judging its signature; nil unless header and claims are these, once each and no others.
  public init?(reading text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= ProtocolLimits.tokenRequestBytesMax, parts.count == 3,
      let header = Self.members(parts[0], ["alg", "kid"], optional: "typ"),
      let claims = Self.members(parts[1], ["iss", "sub", "aud", "epoch", "iat", "exp", "jti"], optional: "nonce"),
      Base64URL.bytes(parts[2])?.count == 64,
      Self.isText(header["alg"], Self.algorithm), header["typ"] == nil || Self.isText(header["typ"], "JWT"),
      let name = header["kid"]?.text, let replica = ReplicaID(name),
      Self.isText(claims["iss"], name), Self.isText(claims["sub"], name),
      let tenant = claims["aud"]?.text.flatMap(Self.tenant(ofAudience:)),
      let epoch = claims["epoch"]?.number, (1...Int64(Int32.max)).contains(epoch),
      let issued = claims["iat"]?.number, let expires = claims["exp"]?.number,
      let id = claims["jti"]?.text, Self.isName(id)
    else { return nil }
    var nonce: String?
    if let given = claims["nonce"] {
      guard let text = given.text, text.utf8.count <= Challenge.nonceBytesMax else { return nil }
      nonce = text
    }
    self.init(
      replica: replica, tenant: tenant, epoch: Int(epoch), issued: issued, expires: expires, id: id, nonce: nonce)
  }

  private static let algorithm = "EdDSA"

  private static func audience(_ tenant: TenantID) -> String { "constat:\(tenant)" }

  private static func tenant(ofAudience text: String) -> TenantID? {
    guard text.utf8.starts(with: "constat:".utf8) else { return nil }
    return TenantID(String(text.dropFirst(8)))
  }

  private static func members(
    _ part: Substring, _ required: [String], optional: String
  ) -> [String: JSONValue]? {
    guard let bytes = Base64URL.bytes(part), let members = WireJSON.value(bytes)?.members,
      members.count <= required.count + 1
    else { return nil }
    var found: [String: JSONValue] = [:]
    for member in members {
      // Names are compared by bytes: `==` would take a Kelvin sign for a K.
      guard let name = (required + [optional]).first(where: { $0.utf8.elementsEqual(member.key.utf8) }),
        found.updateValue(member.value, forKey: name) == nil
      else { return nil }
    }
    return required.allSatisfy { found[$0] != nil } ? found : nil
  }

  private static func isText(_ value: JSONValue?, _ wanted: String) -> Bool {
    value?.text.map { $0.utf8.elementsEqual(wanted.utf8) } ?? false
  }

  private static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
          || byte == 0x5F
      }
  }
}
