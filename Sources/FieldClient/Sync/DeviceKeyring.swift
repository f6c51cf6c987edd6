import Crypto
public import ReplicaStore
public import SyncCore

/// The public keys of devices, by replica, as the directory gives them.
public struct DeviceKeyring: Sendable {
  private let keys: [ReplicaID: Curve25519.Signing.PublicKey]

  /// Takes over keys of 32 bytes; bytes that are no key are left out, so that their seals stay unverified.
  public init(_ raw: [ReplicaID: [UInt8]]) {
    keys = raw.compactMapValues { bytes in
      do {
        return try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
      } catch {
        return nil  // counted as unverified, which the report shows
      }
    }
  }

  /// Answers from memory.
  public var lookup: DeviceKeyLookup { { keys[$0] } }
}
