/// Slows down whoever guesses passwords: wrong ones are counted per login and over all, within a window.
///
/// Kept in memory only: a restart forgives, a flood of names is bounded by the count over all.
struct SignInThrottle {
  private var wrong: [(login: String, time: Int64)] = []

  /// Whether one more try may be made now, milliseconds since 1970 UTC.
  mutating func admits(_ login: String, now: Int64) -> Bool {
    let window = Int64(ServerLimits.signInWindowSeconds) * 1_000
    // A clock set back must not lock anybody out for longer than the window.
    wrong.removeAll { $0.time <= now - window || $0.time > now }
    let recent = wrong.lazy.filter { $0.time > now - 60_000 }.count
    return recent < ServerLimits.signInsWrongPerMinuteMax
      && wrong.lazy.filter { $0.login.utf8.elementsEqual(login.utf8) }.count < ServerLimits.signInsWrongPerLoginMax
  }

  /// Counts a wrong password.
  mutating func failed(_ login: String, now: Int64) { wrong.append((login, now)) }

  /// Forgets a login's wrong passwords once the right one came.
  mutating func succeeded(_ login: String) { wrong.removeAll { $0.login.utf8.elementsEqual(login.utf8) } }
}
