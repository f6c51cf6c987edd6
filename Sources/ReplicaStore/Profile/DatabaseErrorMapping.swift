import GRDB
import SyncCore

extension ReplicaStoreError {
  /// Says in the store's own words what SQLite or a row reader reported.
  init(_ error: any Error) {
    if let known = error as? ReplicaStoreError {
      self = known
    } else if let fault = error as? ChangeFault {
      self = .storeDamaged(detail: "line: \(fault.code)")
    } else if let database = error as? DatabaseError {
      self.init(database)
    } else {
      self = .storeDamaged(detail: String(describing: error))
    }
  }

  private init(_ error: DatabaseError) {
    let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .storeLocked(waitedMilliseconds: StoreLimits.busyMilliseconds)
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR: self = .diskFault(detail: detail)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .notWritable(detail: detail)
    default: self = .storeDamaged(detail: detail)
    }
  }
}
