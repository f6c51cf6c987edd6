import SyncCore

/// What a command has to say: lines for a person, one value for a program, and how to end.
struct Answer {
  /// The word of the command, such as `user.add`.
  let command: String
  /// Lines for a person; the console makes them safe for a terminal.
  var lines: [String]
  /// Members of the value for a program; the format's version and `command` are put before them.
  var members: [(String, JSONValue)]
  /// How the program ends.
  var status: ExitStatus = .done

  init(_ command: String, lines: [String], members: [(String, JSONValue)], status: ExitStatus = .done) {
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
