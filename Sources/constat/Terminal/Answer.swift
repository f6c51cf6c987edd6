import AuditModel
import SyncCore

/// What a command has to say: lines for a person, one value for a program, and how to end.
struct Answer {
  /// The word of the command, such as `audit.grade`.
  let command: String
  /// Lines for a person, already safe for a terminal.
  var lines: [String]
  /// Members of the value for a program; `command` and the format's version are put before them.
  var members: [(String, JSONValue)]
  /// How the program ends.
  var status: ExitStatus = .done

  init(_ command: String, lines: [String] = [], members: [(String, JSONValue)] = [], status: ExitStatus = .done) {
    self.command = command
    self.lines = lines
    self.members = members
    self.status = status
  }

  /// The value for a program, in the one spelling of the project.
  var json: JSONValue {
    .object(
      [JSONMember("format", 1), JSONMember("command", .string(command))] + members.map { JSONMember($0.0, $0.1) })
  }
}

/// A failure a person can act on: what happened, why, what to do next.
struct CommandFailure: Error {
  let code: String
  let text: LocalizedText
  let status: ExitStatus

  init(_ code: String, _ status: ExitStatus = .failed, fr: String, en: String) {
    self.code = code
    self.text = LocalizedText(fr: fr, en: en)
    self.status = status
  }
}
