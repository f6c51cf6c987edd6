public import SyncCore

/// The end of a stream's stay in a replica's scope, signed by the server: without that signature nothing is purged.
public struct Leave: Sendable, Equatable {
  /// The stream to purge.
  public var stream: StreamID
  /// The life of the log it was said in.
  public var epoch: Int
  /// The log's last position when the scope was read.
  public var position: Int
  /// The Ed25519 signature of `message` by the key of the server's replica, 64 bytes.
  public var signature: [UInt8]

  /// Creates a leave.
  public init(stream: StreamID, epoch: Int, position: Int, signature: [UInt8]) {
    self.stream = stream
    self.epoch = epoch
    self.position = position
    self.signature = signature
  }

  /// What is signed: "constat.leave" 00 ‖ tenant, replica, stream, epoch and position, joined by line feeds.
  public static func message(
    tenant: TenantID, replica: ReplicaID, stream: StreamID, epoch: Int, position: Int
  ) -> [UInt8] {
    Array("constat.leave".utf8) + [0] + Array("\(tenant)\n\(replica)\n\(stream)\n\(epoch)\n\(position)".utf8)
  }
}
