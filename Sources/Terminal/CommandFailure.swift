public import AuditModel

/// A failure a person can act on: what happened, why, what to do next.
public struct CommandFailure: Error, Sendable {
  /// The stable code, for programs.
  public let code: String
  /// The sentences.
  public let text: LocalizedText
  /// How the program ends.
  public let status: ExitStatus

  /// Creates a failure.
  public init(_ code: String, _ status: ExitStatus = .failed, fr: String, en: String) {
    self.code = code
    self.text = LocalizedText(fr: fr, en: en)
    self.status = status
  }
}
