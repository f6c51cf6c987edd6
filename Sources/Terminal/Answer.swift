public import SyncCore

/// What a command has to say: lines for a person, one value for a program, and how to end.
public struct Answer: Sendable {
  /// The word of the command, such as `audit.grade`.
  public let command: String
  /// Lines for a person.
  public var lines: [String]
  /// Members of the value for a program; the format's version and `command` are put before them.
  public var members: [(String, JSONValue)]
  /// How the program ends.
  public var status: ExitStatus

  /// Creates an answer.
  public init(
    _ command: String, lines: [String] = [], members: [(String, JSONValue)] = [], status: ExitStatus = .done
  ) {
    self.command = command
    self.lines = lines
    self.members = members
    self.status = status
  }

  /// The value for a program, in the one spelling of the project.
  public var json: JSONValue {
    .object(
      [JSONMember("format", 1), JSONMember("command", .string(command))] + members.map { JSONMember($0.0, $0.1) })
  }
}
