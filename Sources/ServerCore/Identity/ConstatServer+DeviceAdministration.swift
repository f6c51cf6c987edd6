import AuditSchema
import Crypto
public import SyncCore
import SyncProtocol

extension ConstatServer {
  /// The devices that have joined, ascending by the replica they joined with; consoles and the server itself are none.
  /// - Throws: whatever the ledger throws.
  public func devices() throws -> [DeviceListing] {
    try read { ledger, settings, folds in
      let directory = try folds.directory(ledger)
      let contacts = Dictionary(
        try ledger.contacts().map { ($0.device, $0.last) }, uniquingKeysWith: { first, _ in first })
      return try Self.replicasByDevice(directory, ledger, settings).sorted { $0.key < $1.key }.compactMap {
        device, replicas in
        guard let holder = try ledger.keyHolder(of: device), let record = directory.device(device) else { return nil }
        return DeviceListing(
          device: device, user: holder.user, name: directory.name(of: holder.user),
          fingerprint: KeyFingerprint(holder.publicKey), replicas: replicas.sorted(), isRevoked: record.isRevoked,
          isLost: record.isLost, lastHeard: contacts[device])
      }
    }
  }

  /// Takes a device back: what it pushes from the position returned on goes to quarantine, and it is told to leave.
  /// - Parameter replica: any it has written as.
  /// - Returns: the log's position at which it holds.
  /// - Throws: `AdministrationFault.unknownDevice`; whatever the ledger throws.
  @discardableResult
  public func revoke(device replica: ReplicaID) throws -> Int {
    try mark(replica, isMarked: \.isRevoked) { DirectoryOperations.revoke($0, in: $1) }
  }

  /// Notes that nobody waits any longer for what a device may still hold.
  /// - Parameter replica: any it has written as.
  /// - Returns: the log's position at which it holds.
  /// - Throws: `AdministrationFault.unknownDevice`; whatever the ledger throws.
  @discardableResult
  public func declareLost(device replica: ReplicaID) throws -> Int {
    try mark(replica, isMarked: \.isLost) { DirectoryOperations.declareLost($0, in: $1) }
  }

  /// Ends a person's or a service's part in the work: all their devices hand in to quarantine, their sessions end.
  /// - Returns: the log's position at which it holds.
  /// - Throws: `AdministrationFault.unknownUser`; whatever the ledger throws.
  @discardableResult
  public func deactivate(_ user: UserID) throws -> Int {
    try write { workspace in
      let directory = try workspace.folds.directory(workspace.ledger)
      guard directory.users.contains(user) else { throw AdministrationFault.unknownUser(user) }
      try workspace.ledger.removeSessions(of: user)
      if directory.isActive(user) {
        try workspace.write(DirectoryOperations.deactivate(user, in: directory), in: .directory, as: .server)
      }
      return workspace.tip.position
    }
  }

  /// Every replica of the device is marked, so that whoever reads one of its lines finds it in the directory.
  private func mark(
    _ replica: ReplicaID, isMarked: KeyPath<DeviceRecord, Bool>,
    _ steps: (ReplicaID, DirectoryView) -> [SyncCore.Operation]
  ) throws -> Int {
    try write { workspace in
      let directory = try workspace.folds.directory(workspace.ledger)
      let known = try Self.replicasByDevice(directory, workspace.ledger, workspace.settings)
      guard let device = try workspace.ledger.owner(replica)?.device, let replicas = known[device] else {
        throw AdministrationFault.unknownDevice(replica)
      }
      let open = replicas.sorted().filter { directory.device($0).map { !$0[keyPath: isMarked] } ?? false }
      for start in stride(from: 0, to: open.count, by: ServerLimits.assignmentStepsMax) {
        let slice = open[start..<min(start + ServerLimits.assignmentStepsMax, open.count)]
        try workspace.write(slice.flatMap { steps($0, directory) }, in: .directory, as: .server)
      }
      return workspace.tip.position
    }
  }

  private static func replicasByDevice(
    _ directory: DirectoryView, _ ledger: any LedgerReading, _ settings: TenantSettings
  ) throws -> [ReplicaID: [ReplicaID]] {
    let server = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey).publicKey
    var replicas: [ReplicaID: [ReplicaID]] = [:]
    for replica in directory.devices {
      guard let owner = try ledger.owner(replica), owner.publicKey != Array(server.rawRepresentation) else { continue }
      replicas[owner.device, default: []].append(replica)
    }
    return replicas
  }
}
