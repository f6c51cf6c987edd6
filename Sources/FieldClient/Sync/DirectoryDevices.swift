import AuditSchema
import Crypto
public import ReplicaStore
public import SyncCore

extension ReplicaStore {
  /// The public keys of the devices in the directory, as far as it has arrived.
  public func directoryDevices() throws -> [ReplicaID: [UInt8]] {
    guard try isWhole(.directory) else { return [:] }
    let fold = try fold(.directory)
    let directory = DirectoryView(fold)
    var keys: [ReplicaID: [UInt8]] = [:]
    for id in fold.standing(ofType: "device") {
      guard let replica = ReplicaID(id.localName), let device = directory.device(replica) else { continue }
      keys[replica] = device.publicKey
    }
    return keys
  }

  /// The keys that seals are checked with: the devices of the directory, the server's and this device's own.
  public func sealKeys() throws -> [ReplicaID: [UInt8]] {
    let identity = try identity
    var keys = try directoryDevices()
    keys[identity.serverReplica] = Array(identity.serverKey.rawRepresentation)
    keys[identity.replica] = Array(identity.deviceKey.publicKey.rawRepresentation)
    return keys
  }
}
