import AuditSchema
import Crypto
public import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Signs a person in to the console.
  ///
  /// A wrong name and a wrong password take the same time and get the same answer.
  /// - Returns: the session's secret, shown this once, and when it ends, milliseconds since 1970 UTC; the problem
  ///   `unauthenticated` for a wrong pair, `too-many-requests` when too many wrong ones were tried for
  ///   this name, `unavailable` when too many people sign in at this moment.
  public nonisolated func signIn(
    login typed: String, password: String
  ) async -> Result<(secret: String, expires: Int64), Problem> {
    let bytes = Array(password.utf8.prefix(ServerLimits.passwordBytesMax + 1))
    let begun = await beginSignIn(typed, passwordBytes: bytes.count)
    guard case .success(let record) = begun else { return begun.map { _ in preconditionFailure("a failure") } }
    let key: [UInt8]?
    do {
      // Someone unknown is hashed for as well: the time must not tell.
      key = try await gate.derive(
        bytes, salt: record?.salt ?? [UInt8](repeating: 0, count: PasswordKey.saltBytes),
        costLog2: record?.costLog2 ?? PasswordKey.costLog2)
    } catch {
      return .failure(Problem(.internalFault, detail: "The password could not be checked. Try again."))
    }
    guard let key else {
      return .failure(Problem(.unavailable, detail: "Many people sign in at this moment. Try again in a moment."))
    }
    return await endSignIn(typed, record: record, key: key)
  }

  private func beginSignIn(_ typed: String, passwordBytes: Int) -> Result<PasswordRecord?, Problem> {
    answering {
      guard throttle.admits(LoginName(typed), now: clock.now()) else {
        throw ProblemAnswer(
          .tooManyRequests, "Too many wrong passwords were tried. Wait a quarter of an hour, or ask an administrator.")
      }
      guard passwordBytes <= ServerLimits.passwordBytesMax, let login = LoginName(typed) else { return nil }
      return try ledger.read { try $0.password(login) }
    }
  }

  private func endSignIn(
    _ typed: String, record: PasswordRecord?, key: [UInt8]
  ) -> Result<(secret: String, expires: Int64), Problem> {
    answering {
      let now = clock.now()
      let login = LoginName(typed)
      // Those that waited at the gate together were all admitted before the first of them failed.
      guard throttle.admits(login, now: now) else {
        throw ProblemAnswer(.tooManyRequests, "Too many wrong passwords were tried. Wait a quarter of an hour.")
      }
      guard let record, PasswordKey.areEqual(key, record.key) else {
        throttle.failed(login, now: now)
        throw ProblemAnswer(.unauthenticated, "The name or the password is wrong.")
      }
      throttle.succeeded(record.login)
      return try write { workspace in
        guard try workspace.folds.directory(workspace.ledger).isActive(record.user) else {
          throw ProblemAnswer(.unauthenticated, "The name or the password is wrong.")
        }
        try workspace.introduceConsole(of: record.user)
        guard
          try workspace.folds.directory(workspace.ledger).mayUseConsole(record.user, settings: workspace.settings)
        else { throw ProblemAnswer(.unauthenticated, "The person's console was revoked.") }
        try workspace.ledger.removeSessions(endedBy: workspace.now)
        let secret = Base64URL.text(ConstatServer.bytes(32, &workspace.random))
        let session = ConsoleSession(
          hash: Digest(of: Array(secret.utf8)), user: record.user,
          expires: workspace.now + Int64(ServerLimits.sessionSecondsMax) * 1_000)
        try workspace.ledger.put(session)
        return (secret, session.expires)
      }
    }
  }

  /// Who holds a session's secret; `unauthenticated` for one unknown, ended, or of somebody no longer active.
  public func authenticate(session secret: String) -> Result<Principal, Problem> {
    answering {
      let unknown = ProblemAnswer(.unauthenticated, "The session has ended. Sign in again.")
      guard secret.utf8.count <= 128 else { throw unknown }
      return try read { ledger, settings, folds in
        guard let session = try ledger.session(Digest(of: Array(secret.utf8))), session.expires > clock.now(),
          try folds.directory(ledger).isActive(session.user),
          try folds.directory(ledger).mayUseConsole(session.user, settings: settings)
        else { throw unknown }
        return Principal(
          tenant: settings.tenant, user: session.user, replica: settings.consoleReplica(of: session.user),
          roles: try folds.directory(ledger).roles(of: session.user))
      }
    }
  }

  /// Ends one session.
  public func signOut(session secret: String) -> Result<Void, Problem> {
    answering { try write { try $0.ledger.removeSession(Digest(of: Array(secret.utf8))) } }
  }

  /// Ends every session of a user, on every machine.
  public func signOutEverywhere(_ user: UserID) -> Result<Void, Problem> {
    answering { try write { try $0.ledger.removeSessions(of: user) } }
  }

  /// Gives a user a login and a password, and ends their sessions.
  /// - Throws: `PasswordFault`; `AdministrationFault.unknownUser`; whatever the ledger throws.
  public nonisolated func setPassword(of user: UserID, login: LoginName, password: String) async throws {
    let bytes = Array(password.utf8)
    guard password.count >= ServerLimits.passwordCharactersMin else { throw PasswordFault.tooShort }
    guard bytes.count <= ServerLimits.passwordBytesMax else { throw PasswordFault.tooLong }
    let salt = await drawn(PasswordKey.saltBytes)
    guard let key = try await gate.derive(bytes, salt: salt, costLog2: PasswordKey.costLog2) else {
      throw LedgerFault.busy
    }
    try await keep(PasswordRecord(login: login, user: user, salt: salt, key: key, costLog2: PasswordKey.costLog2))
  }

  private func drawn(_ count: Int) -> [UInt8] { Self.bytes(count, &random) }

  private func keep(_ record: PasswordRecord) throws {
    try write { workspace in
      guard try workspace.folds.directory(workspace.ledger).isActive(record.user) else {
        throw AdministrationFault.unknownUser(record.user)
      }
      if let held = try workspace.ledger.password(record.login), held.user != record.user {
        throw PasswordFault.loginTaken(record.login)
      }
      try workspace.ledger.put(record)
      try workspace.ledger.removeSessions(of: record.user)
    }
  }
}

/// Why a password was not taken: nothing of it happened.
public enum PasswordFault: Error, Sendable, Equatable {
  /// Fewer than `ServerLimits.passwordCharactersMin` characters.
  case tooShort
  /// More than `ServerLimits.passwordBytesMax` bytes.
  case tooLong
  /// Another person signs in by that name.
  case loginTaken(LoginName)
}
