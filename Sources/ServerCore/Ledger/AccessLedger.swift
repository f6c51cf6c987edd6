public import SyncCore

/// What a ledger keeps of passwords, sessions and contacts: beside the log, since it is no evidence and can be forgotten.
public protocol AccessReading: AnyObject {
  /// The password of a login.
  func password(_ login: LoginName) throws -> PasswordRecord?
  /// A session by the hash of its secret, ended or not.
  func session(_ hash: Digest) throws -> ConsoleSession?
  /// When each device was last heard of, by its replica.
  func contacts() throws -> [DeviceContact]
}

/// What can be written of it.
public protocol AccessTransaction: AccessReading {
  /// Writes a user's password in the place of the one they had.
  ///
  /// A login of another user is taken from nobody: look first.
  func put(_ password: PasswordRecord) throws
  /// Writes a session.
  func put(_ session: ConsoleSession) throws
  /// Forgets one session.
  func removeSession(_ hash: Digest) throws
  /// Forgets the sessions of a user.
  func removeSessions(of user: UserID) throws
  /// Forgets the sessions that ended at or before a moment, milliseconds since 1970 UTC.
  func removeSessions(endedBy time: Int64) throws
  /// Writes when a device was last heard of.
  func put(_ contact: DeviceContact) throws
}
