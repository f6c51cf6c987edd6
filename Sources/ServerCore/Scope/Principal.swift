public import AuditModel
public import SyncCore

/// Who asks: built by the authenticator alone, so that having one proves a device's token was shown (DESIGN §9).
public struct Principal: Sendable, Hashable {
  /// The tenant.
  public let tenant: TenantID
  /// The user the device acts for.
  public let user: UserID
  /// The replica the device joined with.
  public let replica: ReplicaID
  /// The user's roles when the token was shown; every transaction reads them anew.
  public let roles: Set<Role>

  init(tenant: TenantID, user: UserID, replica: ReplicaID, roles: Set<Role>) {
    self.tenant = tenant
    self.user = user
    self.replica = replica
    self.roles = roles
  }
}
