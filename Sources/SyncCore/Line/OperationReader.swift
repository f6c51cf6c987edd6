/// Reads one operation, its keys in the documented order; an operation whose first key is unknown is kept as it is.
struct OperationReader {
  private let place: Int
  private let members: [JSONMember]
  private var index = 0

  static func operation(_ value: JSONValue, place: Int) throws(ChangeFault) -> Operation {
    guard let members = value.members, let first = members.first else { throw .operation(place, "object") }
    var reader = OperationReader(place: place, members: members)
    let known = try reader.known(first.key)
    guard let known else { return .unknown(name: first.key, value) }
    guard reader.index == members.count else { throw .operation(place, members[reader.index].key) }
    return known
  }

  private init(place: Int, members: [JSONMember]) {
    self.place = place
    self.members = members
  }

  private mutating func known(_ name: String) throws(ChangeFault) -> Operation? {
    switch name {
    case "set":
      let field = try self.field("set")
      let (on, to, over) = (try entity("on"), try fieldValue("to"), try ids("over"))
      return .set(field, on: on, to: to, over: over, motive: try motive())
    case "add": return .add(try field("add"), on: try entity("on"), value: try fieldValue("value"))
    case "remove":
      return .remove(
        try field("remove"), on: try entity("on"), value: try fieldValue("value"), over: try ids("over"))
    case "append":
      let (field, on, value) = (try field("append"), try entity("on"), try fieldValue("value"))
      return .append(field, on: on, value: value, answers: try optionalID("answers"))
    case "delete": return .delete(try entity("delete"), seen: try vector("seen"), over: try ids("over"))
    case "restore": return .restore(try entity("restore"), over: try ids("over"))
    case "request":
      guard let act = ActName(try text("request")) else { throw fault("request") }
      return .request(act, on: try entity("on"), seen: try vector("seen"))
    case "rule": return .rule(try ruling())
    case "state":
      return .state(try field("state"), on: try entity("on"), to: try text("to"), over: try ids("over"))
    case "freeze": return .freeze(try entity("freeze"), at: try vector("at"))
    case "thaw": return .thaw(try entity("thaw"), over: try ids("over"))
    case "lapse": return .lapse(deadline: try text("lapse"), on: try entity("on"), due: try text("due"))
    case "erase":
      return .erase(try id("erase"), skeleton: try fieldValue("skeleton"), ground: try text("ground"))
    default: return nil
    }
  }

  private mutating func ruling() throws(ChangeFault) -> Ruling {
    let request = try id("rule")
    guard let verdict = Ruling.Verdict(rawValue: try text("verdict")) else { throw fault("verdict") }
    var rules: [String] = []
    guard let elements = try value("rules").elements else { throw fault("rules") }
    for element in elements {
      guard let rule = element.text else { throw fault("rules") }
      rules.append(rule)
    }
    return Ruling(
      request: request, verdict: verdict, rules: rules, pack: try text("pack"), reasons: try fieldValue("reasons"))
  }

  private func fault(_ key: String) -> ChangeFault { .operation(place, key) }

  private mutating func value(_ key: String) throws(ChangeFault) -> JSONValue {
    guard index < members.count, UTF8Bytes.areEqual(members[index].key, key) else { throw fault(key) }
    defer { index += 1 }
    return members[index].value
  }

  private mutating func fieldValue(_ key: String) throws(ChangeFault) -> JSONValue {
    let value = try value(key)
    guard value.hasAscendingKeys else { throw .json(.notCanonical) }
    return value
  }

  private mutating func text(_ key: String) throws(ChangeFault) -> String {
    guard let text = try value(key).text, !text.isEmpty else { throw fault(key) }
    return text
  }

  private mutating func field(_ key: String) throws(ChangeFault) -> FieldName {
    guard let field = FieldName(try text(key)) else { throw fault(key) }
    return field
  }

  private mutating func entity(_ key: String) throws(ChangeFault) -> EntityID {
    guard let entity = EntityID(try text(key)) else { throw fault(key) }
    return entity
  }

  private mutating func id(_ key: String) throws(ChangeFault) -> ChangeID {
    guard let id = ChangeID(try text(key)) else { throw fault(key) }
    return id
  }

  private mutating func vector(_ key: String) throws(ChangeFault) -> SeenVector {
    guard let vector = SeenVector(try value(key)) else { throw fault(key) }
    return vector
  }

  /// Ids strictly ascending, so that one set of heads has one spelling.
  private mutating func ids(_ key: String) throws(ChangeFault) -> [ChangeID] {
    guard let elements = try value(key).elements else { throw fault(key) }
    var ids: [ChangeID] = []
    for element in elements {
      guard let id = element.text.flatMap({ ChangeID($0) }), ids.last.map({ $0 < id }) ?? true else { throw fault(key) }
      ids.append(id)
    }
    return ids
  }

  private mutating func motive() throws(ChangeFault) -> String? {
    guard index < members.count, members[index].key == "motive" else { return nil }
    return try text("motive")
  }

  private mutating func optionalID(_ key: String) throws(ChangeFault) -> ChangeID? {
    guard index < members.count, UTF8Bytes.areEqual(members[index].key, key) else { return nil }
    return try id(key)
  }
}
