public import SyncCore
public import WorkingDays

/// What a tenant's server is: its names, its keys and how far its own replicas have counted.
public struct TenantSettings: Sendable, Equatable {
  /// The tenant.
  public let tenant: TenantID
  /// Counts the log's lives: another number after a rewind.
  public var epoch: Int
  /// The replica that writes rulings and directory entries.
  public let serverReplica: ReplicaID
  /// The Ed25519 private key both server replicas seal with, 32 bytes.
  public let serverKey: [UInt8]
  /// The last seq of the server's replica.
  public var serverSeq: Int
  /// The replica that writes the facts of the public list.
  public let publicListReplica: ReplicaID
  /// The last seq of the public list's replica.
  public var publicListSeq: Int
  /// The key bookmarks and offsets are enciphered and authenticated with, 32 bytes.
  public let bookmarkKey: [UInt8]
  /// Positions up to here are in a backup.
  public var backedUpThrough: Int
  /// The day of the last sweep of automatic effects that went through; nil before the first.
  public var sweptOn: CivilDate?
  /// Since when the server waits for what a rewind lost; nil when it does not.
  public var recovery: RecoveryState?

  /// Takes over stored settings.
  public init(
    tenant: TenantID, epoch: Int, serverReplica: ReplicaID, serverKey: [UInt8], serverSeq: Int,
    publicListReplica: ReplicaID, publicListSeq: Int, bookmarkKey: [UInt8], backedUpThrough: Int,
    sweptOn: CivilDate? = nil, recovery: RecoveryState? = nil
  ) {
    self.tenant = tenant
    self.epoch = epoch
    self.serverReplica = serverReplica
    self.serverKey = serverKey
    self.serverSeq = serverSeq
    self.publicListReplica = publicListReplica
    self.publicListSeq = publicListSeq
    self.bookmarkKey = bookmarkKey
    self.backedUpThrough = backedUpThrough
    self.sweptOn = sweptOn
    self.recovery = recovery
  }
}
