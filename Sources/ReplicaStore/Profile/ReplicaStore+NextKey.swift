public import Crypto
import Foundation
import GRDB
public import SyncCore
import Synchronization

/// A key drawn for a change of key, kept before anybody is told of it.
public struct NextKey: Sendable {
  /// The replica that comes with it.
  public let replica: ReplicaID
  /// The key.
  public let key: Curve25519.Signing.PrivateKey
}

extension ReplicaStore {
  /// The key of a change that was begun; nil when none was.
  public var nextKey: NextKey? {
    get throws(ReplicaStoreError) {
      try reading { db in
        guard let row = try Row.fetchOne(db, sql: "SELECT replica, device_key FROM next_key") else { return nil }
        return NextKey(
          replica: ReplicaID(column: row[0]),
          key: try Curve25519.Signing.PrivateKey(rawRepresentation: row[1] as Data))
      }
    }
  }

  /// Keeps a key before the server is told of it, so that a lost answer loses nothing.
  /// - Returns: the key kept: an earlier one whose change was begun stays.
  public func beginKeyChange(
    _ key: Curve25519.Signing.PrivateKey, replica: ReplicaID
  ) throws(ReplicaStoreError) -> NextKey {
    try writing { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO next_key (one, replica, device_key) VALUES (1, ?, ?)",
        arguments: [replica.column, key.rawRepresentation])
    }
    guard let kept = try nextKey else { throw .storeDamaged(detail: "next_key") }
    return kept
  }

  /// Goes on with the key of the change that was begun, once the server has taken it: as a new replica, and all seals
  /// from now on are by the new key.
  /// - Throws: `answerMismatch` when no change was begun.
  public func finishKeyChange(random: inout some RandomNumberGenerator) throws(ReplicaStoreError) -> NewReplicaReport {
    guard let next = try nextKey else { throw .answerMismatch(detail: "no change of key was begun") }
    let report = try writing { db in
      let report = try Self.becomeNewReplica(next.replica, random: &random, db)
      try db.execute(
        sql: "UPDATE identity SET device_key = ?, key_holder = ?, token = '', token_expires = 0",
        arguments: [next.key.rawRepresentation, next.replica.column])
      try db.execute(sql: "DELETE FROM next_key")
      return report
    }
    folds.withLock { $0 = [:] }
    return report
  }
}
