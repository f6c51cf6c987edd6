/// Why the storage could not do what was asked: nothing of the transaction happened.
public enum LedgerFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another process held the storage past the timeout: the same request may be repeated.
  case busy
  /// An entry was not at the next position.
  case position(expected: Int, found: Int)
  /// A second answer to one line.
  case receiptExists(String)
  /// What is stored cannot be read back; the text names the table and key.
  case damaged(String)
  /// The storage refused; its own words.
  case storage(String)
  /// The storage does not keep its promise of durability; the text says which setting.
  case notDurable(String)
  /// No tenant was created in this ledger.
  case noTenant
  /// A tenant exists already.
  case tenantExists

  /// One sentence for a person who reads logs.
  public var description: String {
    switch self {
    case .busy: "The ledger is held by another process. Repeat the request in a moment."
    case .position(let expected, let found): "An entry was placed at \(found) where \(expected) was next."
    case .receiptExists(let id): "The line \(id) was answered already."
    case .damaged(let place): "The ledger cannot be read back at \(place). Restore the newest backup."
    case .storage(let words): "The ledger's storage refused: \(words)."
    case .notDurable(let setting): "The ledger's storage is not durable (\(setting)). The server will not start on it."
    case .noTenant: "There is no tenant in this ledger. Create one with `constat-server tenant add`."
    case .tenantExists: "There is a tenant in this ledger already. Choose another folder."
    }
  }
}
