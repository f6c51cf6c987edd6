/// The server's final answer to one line of a push.
public enum Receipt: Hashable, Sendable {
  /// In the log at this position.
  case accepted(position: Int)
  /// Kept aside for a person; `detail` names the spot (an operation, a key), never a value.
  case refused(RefusalCode, detail: String)
}
