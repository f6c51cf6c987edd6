public import SyncCore

/// The body of `POST /v1/keys`: from its answer on the device signs as a new replica with a new key.
public struct KeyRotationRequest: Sendable, Equatable {
  /// The replica the device takes, drawn by it.
  public var replica: ReplicaID
  /// Its Ed25519 public key, 32 bytes.
  public var publicKey: [UInt8]
  /// The new key's signature of `proof`, 64 bytes: whoever asks holds the key.
  public var signature: [UInt8]
  /// The old key's signature of the same, 64 bytes: a stolen token alone changes no key.
  public var consent: [UInt8]

  /// Creates a request.
  public init(replica: ReplicaID, publicKey: [UInt8], signature: [UInt8], consent: [UInt8]) {
    self.replica = replica
    self.publicKey = publicKey
    self.signature = signature
    self.consent = consent
  }

  /// What both keys sign: "constat.key" 00 ‖ the tenant, a line feed, the replica, a line feed, the key in hexadecimal.
  public static func proof(tenant: TenantID, replica: ReplicaID, publicKey: [UInt8]) -> [UInt8] {
    Array("constat.key".utf8) + [0] + Array("\(tenant)\n\(replica)\n\(Hexadecimal.text(publicKey))".utf8)
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("replica", .string(replica.description)),
        JSONMember("publicKey", .string(Hexadecimal.text(publicKey))),
        JSONMember("proof", .string(Hexadecimal.text(signature))),
        JSONMember("consent", .string(Hexadecimal.text(consent))),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.object(body, keys: ["replica", "publicKey", "proof", "consent"]),
      let replica = value[0].text.flatMap({ ReplicaID($0) }),
      let key = value[1].text.flatMap({ Hexadecimal.bytes($0) }), key.count == 32,
      let signature = value[2].text.flatMap({ Hexadecimal.bytes($0) }), signature.count == 64,
      let consent = value[3].text.flatMap({ Hexadecimal.bytes($0) }), consent.count == 64
    else { return nil }
    self.init(replica: replica, publicKey: key, signature: signature, consent: consent)
  }
}

/// The answer to a rotation: the replica that speaks for the device from now on.
public struct KeyRotationAnswer: Sendable, Equatable {
  /// The replica asked for.
  public var replica: ReplicaID

  /// Creates an answer.
  public init(replica: ReplicaID) { self.replica = replica }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(.object([JSONMember("replica", .string(replica.description))]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.object(body, keys: ["replica"]), let replica = value[0].text.flatMap({ ReplicaID($0) })
    else { return nil }
    self.init(replica: replica)
  }
}
