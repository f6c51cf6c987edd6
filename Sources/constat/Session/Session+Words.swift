import AuditDesk
import SyncCore
import Terminal

/// What the desk phrases, made harmless for a terminal.
extension Session {
  /// A value of a field in words.
  func words(_ value: JSONValue?) -> String { SafeText(Phrasing(language).words(value)).description }

  /// A civil date as people write it.
  func day(_ text: String?) -> String { SafeText(Phrasing(language).day(text)).description }

  /// A moment in Paris time.
  func moment(_ milliseconds: Int64) -> String { Phrasing(language).moment(milliseconds) }
}
