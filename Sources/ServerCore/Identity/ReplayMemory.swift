/// Remembers what may be shown once, until it would no longer be taken anyway.
struct ReplayMemory {
  /// What a name turned out to be.
  enum Verdict { case first, again, full }

  private let max: Int
  private var ends: [String: Int64] = [:]
  private var tidied: Int64 = .min

  init(max: Int) { self.max = max }

  /// Takes in a name that holds until a moment, milliseconds since 1970 UTC.
  mutating func take(_ name: String, until end: Int64, now: Int64) -> Verdict {
    if let held = ends[name], held > now { return .again }
    // Once a second at most: whoever fills it must not make everybody pay for looking through it.
    if ends.count >= max, now < tidied || now >= tidied &+ 1_000 {
      ends = ends.filter { $0.value > now }
      tidied = now
    }
    guard ends.count < max || ends[name] != nil else { return .full }
    ends[name] = end
    return .first
  }
}
