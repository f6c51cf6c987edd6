/// Prints changes with the keys of the envelope and of each operation in the documented order (DESIGN §4).
public enum ChangeWriter {
  /// The bytes of the line, without newline.
  public static func bytes(_ change: Change) -> [UInt8] { JSONWriter.bytes(json(change)) }

  static func json(_ change: Change) -> JSONValue {
    var members = [
      JSONMember("v", 1),
      JSONMember("replica", .string(change.id.replica.description)),
      JSONMember("seq", .integer(Int64(change.id.seq))),
      JSONMember("salt", .string(change.salt)),
      JSONMember("time", .integer(change.time)),
      JSONMember("by", .string(change.by.description)),
      JSONMember("stream", .string(change.stream.description)),
      JSONMember("ops", .array(change.operations.map(json))),
    ]
    if let was = change.was { members.append(JSONMember("was", .string(was.description))) }
    return .object(members)
  }

  /// The value of one operation.
  public static func json(_ operation: Operation) -> JSONValue {
    func ids(_ over: [ChangeID]) -> JSONValue { .array(over.sorted().map { .string($0.description) }) }
    func name(_ text: some CustomStringConvertible) -> JSONValue { .string(text.description) }
    let members: [(String, JSONValue)]
    switch operation {
    case .set(let field, let on, let to, let over, let motive):
      members =
        [("set", name(field)), ("on", name(on)), ("to", to), ("over", ids(over))]
        + (motive.map { [("motive", .string($0))] } ?? [])
    case .add(let field, let on, let value):
      members = [("add", name(field)), ("on", name(on)), ("value", value)]
    case .remove(let field, let on, let value, let over):
      members = [("remove", name(field)), ("on", name(on)), ("value", value), ("over", ids(over))]
    case .append(let field, let on, let value, let answers):
      members =
        [("append", name(field)), ("on", name(on)), ("value", value)] + (answers.map { [("answers", name($0))] } ?? [])
    case .delete(let on, let seen, let over):
      members = [("delete", name(on)), ("seen", seen.json), ("over", ids(over))]
    case .restore(let on, let over):
      members = [("restore", name(on)), ("over", ids(over))]
    case .request(let act, let on, let seen):
      members = [("request", name(act)), ("on", name(on)), ("seen", seen.json)]
    case .rule(let ruling):
      members = [
        ("rule", name(ruling.request)), ("verdict", .string(ruling.verdict.rawValue)),
        ("rules", .array(ruling.rules.map { .string($0) })), ("pack", .string(ruling.pack)),
        ("reasons", ruling.reasons),
      ]
    case .state(let machine, let on, let to, let over):
      members = [("state", name(machine)), ("on", name(on)), ("to", .string(to)), ("over", ids(over))]
    case .freeze(let on, let at):
      members = [("freeze", name(on)), ("at", at.json)]
    case .thaw(let on, let over):
      members = [("thaw", name(on)), ("over", ids(over))]
    case .lapse(let deadline, let on, let due):
      members = [("lapse", .string(deadline)), ("on", name(on)), ("due", .string(due))]
    case .erase(let id, let skeleton, let ground):
      members = [("erase", name(id)), ("skeleton", skeleton), ("ground", .string(ground))]
    case .unknown(_, let value):
      return value
    }
    return .object(members.map { JSONMember($0.0, $0.1) })
  }
}
