public import SyncCore

/// A person's password for the office console, as it is kept: never the password.
public struct PasswordRecord: Sendable, Equatable {
  /// The name typed to sign in: lower case, one per person.
  public let login: LoginName
  /// Whose it is.
  public let user: UserID
  /// 16 random bytes.
  public let salt: [UInt8]
  /// scrypt of the password under the salt, 32 bytes.
  public let key: [UInt8]
  /// The binary logarithm of scrypt's N it was made with, so that it can be raised later.
  public let costLog2: Int

  /// Takes over a stored password.
  public init(login: LoginName, user: UserID, salt: [UInt8], key: [UInt8], costLog2: Int) {
    self.login = login
    self.user = user
    self.salt = salt
    self.key = key
    self.costLog2 = costLog2
  }
}

/// A signed-in browser: the cookie's secret is kept as its hash only.
public struct ConsoleSession: Sendable, Equatable {
  /// SHA-256 of the secret.
  public let hash: Digest
  /// Who signed in.
  public let user: UserID
  /// When it ends, milliseconds since 1970 UTC.
  public let expires: Int64

  /// Takes over a stored session.
  public init(hash: Digest, user: UserID, expires: Int64) {
    self.hash = hash
    self.user = user
    self.expires = expires
  }
}

/// When a device was last heard of.
public struct DeviceContact: Sendable, Equatable {
  /// The replica the device joined with.
  public let device: ReplicaID
  /// Milliseconds since 1970 UTC by the server's clock, at most an hour behind.
  public let last: Int64

  /// Takes over a stored contact.
  public init(device: ReplicaID, last: Int64) {
    self.device = device
    self.last = last
  }
}
