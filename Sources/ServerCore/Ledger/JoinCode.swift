public import SyncCore

/// A one-time code that makes a device a user's; only its hash is kept.
public struct JoinCode: Sendable, Equatable {
  /// SHA-256 of the code without its grouping.
  public let hash: Digest
  /// The user a device that shows it will act for.
  public let user: UserID
  /// When it ends, milliseconds since 1970 UTC.
  public let expires: Int64
  /// The replica that used it; nil while unused.
  public var usedBy: ReplicaID?

  /// Takes over a stored code.
  public init(hash: Digest, user: UserID, expires: Int64, usedBy: ReplicaID?) {
    self.hash = hash
    self.user = user
    self.expires = expires
    self.usedBy = usedBy
  }
}
