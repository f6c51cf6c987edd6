/// Slows down whoever guesses a password: wrong ones are counted by login, within a window.
///
/// Nothing is counted over all logins: whoever sent enough wrong names would lock everybody out. What bounds all together is
/// the gate, one derivation at a time. Kept in memory only: a restart forgives.
struct SignInThrottle {
  private var wrong: [String: [Int64]] = [:]

  /// Whether one more try may be made now, milliseconds since 1970 UTC.
  ///
  /// What is no login at all counts as one name, which is nobody's.
  mutating func admits(_ login: LoginName?, now: Int64) -> Bool {
    recent(Self.key(login), now: now).count < ServerLimits.signInsWrongPerLoginMax
  }

  /// Counts a wrong password.
  mutating func failed(_ login: LoginName?, now: Int64) {
    let key = Self.key(login)
    wrong[key] = recent(key, now: now) + [now]
    guard wrong.count > ServerLimits.signInsWrongLoginsMax else { return }
    for key in Array(wrong.keys) { wrong[key] = recent(key, now: now) }
    wrong = wrong.filter { !$0.value.isEmpty }
    guard wrong.count > ServerLimits.signInsWrongLoginsMax,
      let oldest = wrong.min(by: { ($0.value.last ?? 0, $0.key) < ($1.value.last ?? 0, $1.key) })
    else { return }
    wrong[oldest.key] = nil
  }

  /// Forgets a login's wrong passwords once the right one came.
  mutating func succeeded(_ login: LoginName) { wrong[login.description] = nil }

  private func recent(_ key: String, now: Int64) -> [Int64] {
    let window = Int64(ServerLimits.signInWindowSeconds) * 1_000
    // A clock set back must not lock anybody out for longer than the window.
    return (wrong[key] ?? []).filter { $0 > now - window && $0 <= now }
  }

  private static func key(_ login: LoginName?) -> String { login?.description ?? "" }
}
