import AuditModel
import SyncCore
import WorkingDays

/// The keys of one map, each of which must be known here.
struct ScenarioFields {
  let line: Int
  private let entries: [ScenarioNode.Entry]

  /// - Parameter what: the key the map stands under, for the message when it is no map.
  init(_ node: ScenarioNode, _ what: String, known: [String]) throws(ScenarioFault) {
    guard case .map(let entries) = node.content else {
      throw ScenarioFault(node.line, .wrongForm(what: what, expected: .map, found: node.words))
    }
    for entry in entries where !known.contains(entry.key) {
      throw ScenarioFault(entry.line, .unknownKey(entry.key, known: known))
    }
    line = node.line
    self.entries = entries
  }

  /// The value of a key that may be left out.
  subscript(_ key: String) -> ScenarioNode? { entries.first { $0.key == key }?.value }

  /// The value of a key that must be there.
  func required(_ key: String) throws(ScenarioFault) -> ScenarioNode {
    guard let node = self[key] else { throw ScenarioFault(line, .missingKey(key)) }
    return node
  }

  /// The one key of some that is there.
  func only(of keys: [String]) throws(ScenarioFault) -> (key: String, value: ScenarioNode) {
    let found = entries.filter { keys.contains($0.key) }
    guard found.count == 1, let only = found.first else { throw ScenarioFault(line, .choose(keys)) }
    return (only.key, only.value)
  }
}

/// Nodes read as what the language has at a place; `what` is the key, for the message.
extension ScenarioNode {
  func wrong(_ what: String, _ expected: ScenarioFault.Form) -> ScenarioFault {
    ScenarioFault(line, .wrongForm(what: what, expected: expected, found: words))
  }

  func text(_ what: String) throws(ScenarioFault) -> String {
    guard case .text(let text) = content else { throw wrong(what, .text) }
    return text
  }

  /// A name the scenario gives: as an entity's last word may be spelt.
  func name(_ what: String) throws(ScenarioFault) -> String {
    guard case .text(let text) = content, UserID(text) != nil else { throw wrong(what, .name) }
    return text
  }

  func day(_ what: String) throws(ScenarioFault) -> CivilDate {
    guard case .text(let text) = content, let day = CivilDate(text) else { throw wrong(what, .day) }
    return day
  }

  func truth(_ what: String) throws(ScenarioFault) -> Bool {
    guard case .truth(let truth) = content else { throw wrong(what, .truth) }
    return truth
  }

  func count(_ what: String) throws(ScenarioFault) -> Int {
    guard case .integer(let number) = content, number >= 0 else { throw wrong(what, .number) }
    return Int(number)
  }

  func list(_ what: String) throws(ScenarioFault) -> [ScenarioNode] {
    guard case .list(let list) = content else { throw wrong(what, .list) }
    return list
  }

  /// One or several: a single element may stand without a list around it.
  var several: [ScenarioNode] { if case .list(let list) = content { list } else { [self] } }

  func entries(_ what: String) throws(ScenarioFault) -> [ScenarioNode.Entry] {
    guard case .map(let entries) = content else { throw wrong(what, .map) }
    return entries
  }

  func word(_ what: String, of words: [String]) throws(ScenarioFault) -> String {
    guard case .text(let text) = content, words.contains(text) else {
      throw ScenarioFault(line, .unknownKey(self.words, known: words))
    }
    return text
  }

  func stream(_ what: String) throws(ScenarioFault) -> StreamID {
    guard case .text(let text) = content, let stream = StreamID(text) else { throw wrong(what, .stream) }
    return stream
  }

  func entity(_ what: String) throws(ScenarioFault) -> EntityID {
    guard case .text(let text) = content, let entity = EntityID(text) else { throw wrong(what, .entity) }
    return entity
  }

  func field(_ what: String) throws(ScenarioFault) -> FieldName {
    guard case .text(let text) = content, let field = FieldName(text) else { throw wrong(what, .field) }
    return field
  }

  func instant(_ what: String) throws(ScenarioFault) -> Int64 {
    guard case .text(let text) = content, let instant = Instant(text) else { throw wrong(what, .instant) }
    return instant.millisecondsSince1970
  }

  /// A span such as `8 hours`, milliseconds.
  func span(_ what: String) throws(ScenarioFault) -> Int64 {
    let units: [(words: [String], milliseconds: Int64)] = [
      (["millisecond", "milliseconds"], 1), (["second", "seconds"], 1_000), (["minute", "minutes"], 60_000),
      (["hour", "hours"], 3_600_000), (["day", "days"], 86_400_000), (["week", "weeks"], 604_800_000),
    ]
    guard case .text(let text) = content else { throw wrong(what, .span) }
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int64(words[0]),
      let unit = units.first(where: { $0.words.contains(String(words[1])) })
    else { throw wrong(what, .span) }
    let (span, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
    guard !overflow, abs(span) <= ScenarioLimits.spanMillisecondsMax else {
      throw ScenarioFault(line, .beyond(limit: "days", max: Int(ScenarioLimits.spanMillisecondsMax / 86_400_000)))
    }
    return span
  }

  /// A role of the directory.
  func role(_ what: String) throws(ScenarioFault) -> Role {
    guard case .text(let text) = content, let role = Role(rawValue: text) else { throw wrong(what, .role) }
    return role
  }
}
