#if DEBUG
  import Glibc
#endif

/// Whether a rule is in force in this program.
///
/// Always, in what people run. A debug build obeys `CONSTAT_RULE_OFF`, the id of one rule, transition or deadline, so that
/// a gate can take each away in turn and see that a test misses it (`Tests/rule-switches.py`).
enum RuleSwitches {
  #if DEBUG
    private static let switchedOff: String? = getenv("CONSTAT_RULE_OFF").map { String(cString: $0) }
  #endif

  /// Whether the rule, transition or deadline of an id holds.
  static func isOn(_ id: some CustomStringConvertible) -> Bool {
    #if DEBUG
      guard let switchedOff else { return true }
      return !id.description.utf8.elementsEqual(switchedOff.utf8)
    #else
      return true
    #endif
  }
}
