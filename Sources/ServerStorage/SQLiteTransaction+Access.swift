import ServerCore
import SyncCore

/// Passwords, sessions and contacts.
extension SQLiteTransaction: AccessTransaction {
  func password(_ login: LoginName) throws -> PasswordRecord? {
    let row = try prepared("SELECT user, salt, key, cost_log2 FROM password WHERE login = ?", of: "password")
    row.bind(1, login.description)
    return try row.first {
      PasswordRecord(
        login: login, user: try $0.value(0) { UserID($0) }, salt: try $0.bytes(1), key: try $0.bytes(2),
        costLog2: try $0.int(3))
    }
  }

  func put(_ password: PasswordRecord) throws {
    let row = try prepared(
      """
      INSERT INTO password (user, login, salt, key, cost_log2) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (user) DO UPDATE SET login = excluded.login, salt = excluded.salt, key = excluded.key,
          cost_log2 = excluded.cost_log2
      """, of: "password")
    row.bind(1, password.user.description)
    row.bind(2, password.login.description)
    row.bind(3, password.salt)
    row.bind(4, password.key)
    row.bind(5, password.costLog2)
    try row.run()
  }

  func session(_ hash: SyncCore.Digest) throws -> ConsoleSession? {
    let row = try prepared("SELECT user, expires FROM session WHERE hash = ?", of: "session")
    row.bind(1, hash)
    return try row.first {
      ConsoleSession(hash: hash, user: try $0.value(0) { UserID($0) }, expires: Int64(try $0.int(1)))
    }
  }

  func put(_ session: ConsoleSession) throws {
    let row = try prepared("INSERT OR REPLACE INTO session (hash, user, expires) VALUES (?, ?, ?)", of: "session")
    row.bind(1, session.hash)
    row.bind(2, session.user.description)
    row.bind(3, Int(session.expires))
    try row.run()
  }

  func removeSession(_ hash: SyncCore.Digest) throws {
    let row = try prepared("DELETE FROM session WHERE hash = ?", of: "session")
    row.bind(1, hash)
    try row.run()
  }

  func removeSessions(of user: UserID) throws {
    let row = try prepared("DELETE FROM session WHERE user = ?", of: "session")
    row.bind(1, user.description)
    try row.run()
  }

  func removeSessions(endedBy time: Int64) throws {
    let row = try prepared("DELETE FROM session WHERE expires <= ?", of: "session")
    row.bind(1, Int(time))
    try row.run()
  }

  func contacts() throws -> [DeviceContact] {
    try prepared("SELECT device, last FROM contact", of: "contact").all {
      DeviceContact(device: try $0.replica(0), last: Int64(try $0.int(1)))
    }.sorted { $0.device < $1.device }
  }

  func put(_ contact: DeviceContact) throws {
    let row = try prepared("INSERT OR REPLACE INTO contact (device, last) VALUES (?, ?)", of: "contact")
    row.bind(1, contact.device)
    row.bind(2, Int(contact.last))
    try row.run()
  }
}
