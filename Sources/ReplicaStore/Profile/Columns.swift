import Foundation
import SyncCore

extension ReplicaID {
  /// The bits as SQLite keeps them.
  var column: Int64 { Int64(bitPattern: bits) }

  /// Takes the bits back.
  init(column: Int64) { self.init(bits: UInt64(bitPattern: column)) }
}

extension Digest {
  /// The bytes as SQLite keeps them.
  var column: Data { Data(bytes) }

  /// Takes the bytes back.
  /// - Throws: `storeDamaged` for another count.
  init(column: Data) throws {
    guard let digest = Digest(bytes: Array(column)) else { throw ReplicaStoreError.storeDamaged(detail: "digest") }
    self = digest
  }
}

extension Link {
  var column: Data { digest.column }
  init(column: Data) throws { self.init(try Digest(column: column)) }
}

extension ChangeLine {
  /// The bytes as SQLite keeps them.
  var column: Data { Data(bytes) }
}
