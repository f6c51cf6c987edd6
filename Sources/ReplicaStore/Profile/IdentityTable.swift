import Crypto
import Foundation
import GRDB
import SyncCore

/// Reads and writes the one row of `identity`.
enum IdentityTable {
  static func insert(_ identity: StoreIdentity, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO identity (one, tenant, user, replica, server_url, device_key, server_replica, server_key,
          key_holder, epoch, token, token_expires, last_seq) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
      arguments: [
        identity.tenant.description, identity.user.description, identity.replica.column, identity.serverURL,
        identity.deviceKey.rawRepresentation, identity.serverReplica.column, identity.serverKey.rawRepresentation,
        identity.keyHolder.column, identity.epoch, identity.token, identity.tokenExpires,
      ])
  }

  /// The identity; nil when the row is missing.
  static func read(_ db: Database) throws -> StoreIdentity? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM identity") else { return nil }
    guard let tenant = TenantID(row["tenant"] as String), let user = UserID(row["user"] as String) else {
      throw ReplicaStoreError.storeDamaged(detail: "identity")
    }
    return StoreIdentity(
      tenant: tenant, user: user, replica: ReplicaID(column: row["replica"]), serverURL: row["server_url"],
      deviceKey: try Curve25519.Signing.PrivateKey(rawRepresentation: row["device_key"] as Data),
      serverReplica: ReplicaID(column: row["server_replica"]),
      serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: row["server_key"] as Data),
      keyHolder: ReplicaID(column: row["key_holder"]), epoch: row["epoch"], token: row["token"],
      tokenExpires: row["token_expires"])
  }

  /// The identity of a profile that must have one.
  static func require(_ db: Database) throws -> StoreIdentity {
    guard let identity = try read(db) else { throw ReplicaStoreError.profileMissing }
    return identity
  }

  /// The last seq this replica ever wrote, 0 when none.
  static func lastSeq(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT last_seq FROM identity") ?? 0
  }

  static func setLastSeq(_ seq: Int, _ db: Database) throws {
    try db.execute(sql: "UPDATE identity SET last_seq = max(last_seq, ?)", arguments: [seq])
  }
}
