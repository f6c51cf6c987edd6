#if DEBUG
  import Glibc
#endif

/// Whether a rule is in force in this program: always, in what people run.
///
/// A debug build obeys `CONSTAT_RULE_OFF`, the id of one rule, transition or deadline, so that a gate can take each away
/// in turn and see that a test misses it (`Tests/rule-switches.py`). It stands in the lowest room that keeps rules.
package enum RuleSwitch {
  #if DEBUG
    private static let switchedOff: String? = getenv("CONSTAT_RULE_OFF").map { String(cString: $0) }
  #endif

  /// Whether the rule, transition or deadline of an id holds.
  package static func isOn(_ id: @autoclosure () -> String) -> Bool {
    #if DEBUG
      guard let switchedOff else { return true }
      return !id().utf8.elementsEqual(switchedOff.utf8)
    #else
      return true
    #endif
  }
}
