public import SyncCore

/// The body of `POST /v1/devices`: a one-time code exchanged for a place in the tenant.
public struct JoinRequest: Sendable, Equatable {
  /// The one-time code as typed, spaces and dashes already taken out.
  public var code: String
  /// The replica the device drew for its store.
  public var replica: ReplicaID
  /// The device's Ed25519 public key, 32 bytes.
  public var publicKey: [UInt8]

  /// Creates a request.
  public init(code: String, replica: ReplicaID, publicKey: [UInt8]) {
    self.code = code
    self.replica = replica
    self.publicKey = publicKey
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("code", .string(code)), JSONMember("replica", .string(replica.description)),
        JSONMember("publicKey", .string(Hexadecimal.text(publicKey))),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.object(body, keys: ["code", "replica", "publicKey"]), let code = value[0].text,
      let replica = value[1].text.flatMap({ ReplicaID($0) }),
      let key = value[2].text.flatMap({ Hexadecimal.bytes($0) }), key.count == 32
    else { return nil }
    self.init(code: code, replica: replica, publicKey: key)
  }
}

/// The answer to a join: who the device now is, and whom to trust.
public struct JoinAnswer: Sendable, Equatable {
  /// The certifier's workspace.
  public var tenant: TenantID
  /// The user the device acts for.
  public var user: UserID
  /// The life of the server's log, which assertions name.
  public var epoch: Int
  /// The server's replica, which writes rulings.
  public var serverReplica: ReplicaID
  /// The Ed25519 public key the server's replica seals with, 32 bytes.
  public var serverKey: [UInt8]
  /// The server's clock, milliseconds since 1970 UTC.
  public var serverTime: Int64

  /// Creates an answer.
  public init(
    tenant: TenantID, user: UserID, epoch: Int, serverReplica: ReplicaID, serverKey: [UInt8], serverTime: Int64
  ) {
    self.tenant = tenant
    self.user = user
    self.epoch = epoch
    self.serverReplica = serverReplica
    self.serverKey = serverKey
    self.serverTime = serverTime
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("tenant", .string(tenant.description)), JSONMember("user", .string(user.description)),
        JSONMember("epoch", .integer(Int64(epoch))), JSONMember("serverReplica", .string(serverReplica.description)),
        JSONMember("serverKey", .string(Hexadecimal.text(serverKey))),
        JSONMember("serverTime", .integer(serverTime)),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    let keys = ["tenant", "user", "epoch", "serverReplica", "serverKey", "serverTime"]
    guard let value = WireJSON.object(body, keys: keys), let tenant = value[0].text.flatMap({ TenantID($0) }),
      let user = value[1].text.flatMap({ UserID($0) }), let epoch = value[2].number,
      (1...Int64(Int32.max)).contains(epoch),
      let replica = value[3].text.flatMap({ ReplicaID($0) }),
      let key = value[4].text.flatMap({ Hexadecimal.bytes($0) }), key.count == 32, let time = value[5].number
    else { return nil }
    self.init(
      tenant: tenant, user: user, epoch: Int(epoch), serverReplica: replica, serverKey: key, serverTime: time)
  }
}
