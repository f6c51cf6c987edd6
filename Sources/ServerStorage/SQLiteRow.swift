import Foundation
import GRDB
import ServerCore
import SyncCore

/// Reads the columns of a row as the types they were stored from; anything else is damage, said by table and column.
struct SQLiteRow {
  private let row: Row
  private let place: String

  init(_ row: Row, _ place: String) {
    self.row = row
    self.place = place
  }

  private func damaged(_ column: String) -> LedgerFault { .damaged("\(place), \(column)") }

  func value<Stored: DatabaseValueConvertible, Value>(
    _ column: String, _ convert: (Stored) -> Value?
  ) throws -> Value {
    guard let value = Stored.fromDatabaseValue(row[column]).flatMap(convert) else { throw damaged(column) }
    return value
  }

  func int(_ column: String) throws -> Int { try value(column) { $0 as Int } }
  func bytes(_ column: String) throws -> [UInt8] { try value(column) { [UInt8]($0 as Data) } }
  func digest(_ column: String) throws -> SyncCore.Digest {
    try value(column) { SyncCore.Digest(bytes: [UInt8]($0 as Data)) }
  }
  func replica(_ column: String) throws -> ReplicaID {
    try value(column) { ReplicaID(bits: UInt64(bitPattern: $0 as Int64)) }
  }

  private func isNull(_ column: String) -> Bool { (row[column] as DatabaseValue).isNull }

  func optionalInt(_ column: String) throws -> Int? { isNull(column) ? nil : try int(column) }
  func optionalText(_ column: String) throws -> String? { isNull(column) ? nil : try value(column) { $0 as String } }
  func optionalDigest(_ column: String) throws -> SyncCore.Digest? { isNull(column) ? nil : try digest(column) }
  func optionalReplica(_ column: String) throws -> ReplicaID? { isNull(column) ? nil : try replica(column) }
}

extension ReplicaID {
  /// The id's bits as SQLite stores integers: signed.
  var stored: Int64 { Int64(bitPattern: bits) }
}
