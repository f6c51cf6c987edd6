public import SyncCore
public import SyncProtocol

/// A device as an administrator sees it.
public struct DeviceListing: Sendable, Equatable {
  /// The replica it joined with, its name for good.
  public let device: ReplicaID
  /// The user it acts for.
  public let user: UserID
  /// The user's name.
  public let name: String?
  /// Of the key it signs with now.
  public let fingerprint: KeyFingerprint
  /// The replicas it has written as, in ascending order.
  public let replicas: [ReplicaID]
  /// Whether it was taken back.
  public let isRevoked: Bool
  /// Whether it was declared lost.
  public let isLost: Bool
  /// When it was last heard of, milliseconds since 1970 UTC, at most an hour behind; nil before its first exchange.
  public let lastHeard: Int64?
}
