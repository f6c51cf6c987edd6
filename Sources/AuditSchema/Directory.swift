public import AuditModel
public import SyncCore

/// A device as the directory knows it.
public struct DeviceRecord: Sendable, Hashable {
  /// The user it acts for.
  public let user: UserID
  /// Its Ed25519 public key, 32 bytes.
  public let publicKey: [UInt8]
  /// Whether it was taken back: what it pushes from then on goes to quarantine.
  public let isRevoked: Bool
  /// Whether the office has declared it lost: nobody waits for what it may still hold.
  public let isLost: Bool
}

/// How far another tool's account sees; the value of the field `service` of its person.
public enum ServiceAccount: String, Sendable, Hashable, CaseIterable {
  /// The streams named when it was made, and the directory.
  case listed
  /// All that its roles see.
  case all
}

/// People, roles and devices, read from the directory stream.
public struct DirectoryView: Sendable {
  private let fold: StreamFold

  /// Reads a fold of the directory stream.
  public init(_ fold: StreamFold) { self.fold = fold }

  /// The roles of a user; none for someone unknown or no longer active.
  public func roles(of user: UserID) -> Set<Role> {
    guard isActive(user), let person = person(user), let members = person["roles"]?.members else { return [] }
    return Set(members.compactMap { $0.value.text.flatMap(Role.init(rawValue:)) })
  }

  /// Whether the user is known and has not been deactivated.
  public func isActive(_ user: UserID) -> Bool {
    guard let person = person(user) else { return false }
    return person.value("active")?.truth ?? true
  }

  /// What a service account sees: nothing but the streams named for it, or all that its roles see; nil for a person.
  public func service(_ user: UserID) -> ServiceAccount? {
    person(user)?.text("service").map { ServiceAccount(rawValue: $0) ?? .listed }
  }

  /// The name of a user, nil for someone unknown.
  public func name(of user: UserID) -> String? { person(user)?.text("name") }

  /// The users, ascending.
  public var users: [UserID] {
    fold.standing(ofType: "person").compactMap { UserID($0.localName) }
  }

  /// The devices by their replicas, ascending.
  public var devices: [ReplicaID] {
    fold.standing(ofType: "device").compactMap { ReplicaID($0.localName) }
  }

  /// A device by its replica; nil for one that never joined.
  public func device(_ replica: ReplicaID) -> DeviceRecord? {
    guard let id = AuditNames.directoryDevice(replica), let view = fold.entity(id, schema: AuditSchema.current),
      let user = view.text("user").flatMap({ UserID($0) }),
      let key = view.text("publicKey").flatMap({ Hexadecimal.bytes($0) })
    else { return nil }
    return DeviceRecord(
      user: user, publicKey: key, isRevoked: view.value("revoked")?.truth ?? false,
      isLost: view.value("lost")?.truth ?? false)
  }

  /// The heads of a field, which a write that takes their place names.
  func heads(_ field: FieldName, of id: EntityID) -> [ChangeID] {
    fold.field(field, of: id, schema: AuditSchema.current)?.heads.map(\.id).sorted() ?? []
  }

  private func person(_ user: UserID) -> EntityView? {
    AuditNames.person(user).flatMap { fold.entity($0, schema: AuditSchema.current) }
  }
}

/// The steps that write the directory.
public enum DirectoryOperations {
  /// A new person.
  public static func person(user: UserID, name: String, roles: Set<Role>) -> [Operation] {
    guard let id = AuditNames.person(user) else { return [] }
    return [.set("name", on: id, to: .string(name), over: [], motive: nil)]
      + roles.map(\.rawValue).sorted().map { .add("roles", on: id, value: .string($0)) }
  }

  /// Another tool's account: a person that is none.
  public static func service(user: UserID, name: String, roles: Set<Role>, extent: ServiceAccount) -> [Operation] {
    guard let id = AuditNames.person(user) else { return [] }
    return person(user: user, name: name, roles: roles)
      + [.set("service", on: id, to: .string(extent.rawValue), over: [], motive: nil)]
  }

  /// Takes a device back.
  public static func revoke(_ replica: ReplicaID, in directory: DirectoryView) -> [Operation] {
    mark(replica, "revoked", in: directory)
  }

  /// Declares a device lost.
  public static func declareLost(_ replica: ReplicaID, in directory: DirectoryView) -> [Operation] {
    mark(replica, "lost", in: directory)
  }

  /// Ends a person's part in the work.
  public static func deactivate(_ user: UserID, in directory: DirectoryView) -> [Operation] {
    guard let id = AuditNames.person(user) else { return [] }
    return [.set("active", on: id, to: .bool(false), over: directory.heads("active", of: id), motive: nil)]
  }

  private static func mark(_ replica: ReplicaID, _ field: FieldName, in directory: DirectoryView) -> [Operation] {
    guard let id = AuditNames.directoryDevice(replica) else { return [] }
    return [.set(field, on: id, to: .bool(true), over: directory.heads(field, of: id), motive: nil)]
  }

  /// A device that joined.
  public static func device(replica: ReplicaID, user: UserID, publicKey: [UInt8]) -> [Operation] {
    guard let id = AuditNames.directoryDevice(replica) else { return [] }
    return [
      .set("user", on: id, to: .string(user.description), over: [], motive: nil),
      .set("publicKey", on: id, to: .string(Hexadecimal.text(publicKey)), over: [], motive: nil),
    ]
  }
}
