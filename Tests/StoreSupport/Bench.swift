public import Crypto
import Foundation
public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// The merge kinds the tests use: `grade` contested, all else unknown.
public struct TestSchema: MergeSchema {
  /// Of the table.
  public let version = 1

  /// The table.
  public init() {}

  /// The kind of a field.
  public func kind(of field: FieldName, in typePath: String) -> MergeKind? { field == "grade" ? .contested : nil }
}

/// What the devices and the server of one tenant share in a test.
public enum Bench {
  /// The tenant.
  public static let tenant = TenantID("certifier")!
  /// The dossier most tests work in.
  public static let dossier = StreamID("dossier.qualiopi.130002850")!
  /// Another dossier.
  public static let other = StreamID("dossier.qualiopi.552100554")!
  /// The audit whose grade is written.
  public static let audit = EntityID("audit/A1")!
  /// The one field with a kind.
  public static let grade: FieldName = "grade"
  /// What the server signs with.
  public static let serverKey = Curve25519.Signing.PrivateKey()
  /// The server as a writer.
  public static let serverReplica = ReplicaID(bits: 0x5E57_E500_0000_0001)

  /// A device of a person.
  public static func identity(
    _ bits: UInt64, user: String = "u-A", tenant: TenantID = tenant,
    key: Curve25519.Signing.PrivateKey = Curve25519.Signing.PrivateKey()
  ) -> StoreIdentity {
    StoreIdentity(
      tenant: tenant, user: UserID(user)!, replica: ReplicaID(bits: bits), serverURL: "http://127.0.0.1:8080",
      deviceKey: key, serverReplica: serverReplica, serverKey: serverKey.publicKey, token: "token",
      tokenExpires: .max)
  }

  /// A signed leave, as the server sends it to a replica.
  public static func leave(
    _ stream: StreamID, _ bits: UInt64 = 0xA, epoch: Int = 1, position: Int = 1,
    key: Curve25519.Signing.PrivateKey = serverKey
  ) throws -> ExchangeFrame {
    let message = Leave.message(
      tenant: tenant, replica: ReplicaID(bits: bits), stream: stream, epoch: epoch, position: position)
    return .leave(
      Leave(stream: stream, epoch: epoch, position: position, signature: Array(try key.signature(for: message))))
  }

  /// Where a profile can be made, in a folder of its own.
  public static func path() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("profile.sqlite").path
  }

  /// A fresh profile.
  public static func store(_ bits: UInt64 = 0xA) throws -> ReplicaStore {
    try ReplicaStore.create(at: path(), identity: identity(bits))
  }

  /// The same profile in another place, as a copied disk or a restored backup has it.
  public static func copy(of store: ReplicaStore) throws -> ReplicaStore {
    let path = try path()
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: store.path + end) {
      try FileManager.default.copyItem(atPath: store.path + end, toPath: path + end)
    }
    return try ReplicaStore.open(at: path)
  }
}
