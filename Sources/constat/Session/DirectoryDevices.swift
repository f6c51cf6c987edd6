import AuditSchema
import ReplicaStore
import SyncCore

extension ReplicaStore {
  /// The public keys of the devices in the directory, as far as it has arrived.
  func directoryDevices() throws -> [ReplicaID: [UInt8]] {
    guard try streams().contains(.directory) else { return [:] }
    let fold = try fold(.directory)
    let directory = DirectoryView(fold)
    var keys: [ReplicaID: [UInt8]] = [:]
    for id in fold.standing(ofType: "device") {
      guard let replica = ReplicaID(id.localName), let device = directory.device(replica) else { continue }
      keys[replica] = device.publicKey
    }
    return keys
  }
}
