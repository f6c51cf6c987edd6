import AuditModel
import SyncCore
import WorkingDays

extension Scenario {
  /// Reads a scenario file.
  /// - Throws: `ScenarioFault` with the line: nothing unknown, ambiguous or undeclared passes.
  public init(reading bytes: [UInt8]) throws(ScenarioFault) {
    let root = try ScenarioNode.root(of: bytes)
    var reader = ScenarioReader()
    self = try reader.scenario(root)
  }
}

/// Reads the tree of a file, keeping the names declared so far.
struct ScenarioReader {
  private(set) var people: [String] = []
  private(set) var devices: [String] = []
  private(set) var changes: [String] = []
  private(set) var streams: [StreamID] = []
  private(set) var steps = 0
  private(set) var expectations = 0
  private(set) var eitherOrders = 0
  /// Devices that a step brings in, and those it has brought in so far.
  private(set) var later: Set<String> = []
  private(set) var joined: Set<String> = []

  /// Names with a meaning of their own.
  static let reserved = ["all", "server", "none"]
  private static let defaultStart = "2026-05-04T07:00:00Z"

  mutating func scenario(_ root: ScenarioNode) throws(ScenarioFault) -> Scenario {
    let fields = try ScenarioFields(
      root, "scenario", known: ["scenario", "date", "seed", "people", "devices", "dossiers", "assign", "steps"])
    let title = try fields.required("scenario").text("scenario")
    let start = try fields["date"].map { (node) throws(ScenarioFault) in try node.instant("date") }
    let seed = try fields["seed"].map { (node) throws(ScenarioFault) in try node.count("seed") }
    for node in try fields.required("dossiers").list("dossiers") {
      streams.append(try node.stream("dossiers"))
      try bound("dossiers", streams.count, ScenarioLimits.dossiersMax, node.line)
    }
    var found = try people(fields.required("people"))
    if let assign = fields["assign"] {
      for entry in try assign.entries("assign") {
        guard let place = found.firstIndex(where: { $0.name == entry.key }) else {
          throw ScenarioFault(entry.line, .unknownName(kind: .person, name: entry.key))
        }
        found[place].streams = try declared(entry.value, "assign")
      }
    }
    var devices = try devices(fields.required("devices"))
    let list = try fields.required("steps")
    later = Self.joiners(list)
    let steps = try steps(list, "steps", nested: false)
    guard expectations > 0 else { throw ScenarioFault(root.line, .noExpectation) }
    for place in devices.indices { devices[place].joinsLater = later.contains(devices[place].name) }
    return Scenario(
      name: title, start: start ?? Instant(Self.defaultStart)?.millisecondsSince1970 ?? 0, seed: UInt64(seed ?? 1),
      people: found, devices: devices, streams: streams, steps: steps)
  }

  private mutating func people(_ node: ScenarioNode) throws(ScenarioFault) -> [Scenario.Person] {
    var found: [Scenario.Person] = []
    for entry in try node.entries("people") {
      try free(entry.key, entry.line, among: people)
      var roles: Set<Role> = []
      for role in entry.value.several { roles.insert(try role.role("people")) }
      people.append(entry.key)
      try bound("people", people.count, ScenarioLimits.peopleMax, entry.line)
      found.append(Scenario.Person(name: entry.key, roles: roles, streams: streams))
    }
    return found
  }

  private mutating func devices(_ node: ScenarioNode) throws(ScenarioFault) -> [Scenario.Device] {
    var found: [Scenario.Device] = []
    for entry in try node.entries("devices") {
      try add(device: entry.key, entry.line)
      found.append(
        Scenario.Device(name: entry.key, person: try person(entry.value, "devices"), joinsLater: false))
    }
    return found
  }

  // MARK: names

  private func bound(_ limit: String, _ count: Int, _ max: Int, _ line: Int) throws(ScenarioFault) {
    guard count <= max else { throw ScenarioFault(line, .beyond(limit: limit, max: max)) }
  }

  private func free(_ name: String, _ line: Int, among taken: [String]) throws(ScenarioFault) {
    guard UserID(name) != nil else {
      throw ScenarioFault(line, .wrongForm(what: name, expected: .name, found: name))
    }
    guard !taken.contains(name), !Self.reserved.contains(name) else { throw ScenarioFault(line, .takenName(name)) }
  }

  mutating func add(device name: String, _ line: Int) throws(ScenarioFault) {
    try free(name, line, among: devices)
    devices.append(name)
    try bound("devices", devices.count, ScenarioLimits.devicesMax, line)
  }

  mutating func add(change node: ScenarioNode) throws(ScenarioFault) -> String {
    let name = try node.name("as")
    try free(name, node.line, among: changes)
    changes.append(name)
    return name
  }

  mutating func add(joined device: String) { joined.insert(device) }
  mutating func addExpectation() { expectations += 1 }

  mutating func addStep(_ line: Int) throws(ScenarioFault) {
    steps += 1
    try bound("steps", steps, ScenarioLimits.stepsMax, line)
  }

  mutating func addEitherOrder(_ line: Int) throws(ScenarioFault) {
    eitherOrders += 1
    try bound("either-order", eitherOrders, ScenarioLimits.eitherOrdersMax, line)
  }

  func person(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> String {
    let name = try node.name(what)
    guard people.contains(name) else { throw ScenarioFault(node.line, .unknownName(kind: .person, name: name)) }
    return name
  }

  func device(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> String {
    let name = try node.name(what)
    guard devices.contains(name) else { throw ScenarioFault(node.line, .unknownName(kind: .device, name: name)) }
    return name
  }

  /// The devices that `join` steps bring in, looked up before the steps are read.
  private static func joiners(_ steps: ScenarioNode) -> Set<String> {
    guard case .list(let list) = steps.content else { return [] }
    return list.reduce(into: []) { found, step in
      guard case .map(let entries) = step.content else { return }
      for entry in entries where entry.key == "join" {
        if case .text(let name) = entry.value.content { found.insert(name) }
      }
    }
  }

  /// One device, several, or `all`: those that have joined before the line.
  func devices(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> [String] {
    if case .text("all") = node.content { return devices.filter { !later.contains($0) || joined.contains($0) } }
    var found: [String] = []
    for element in node.several { found.append(try device(element, what)) }
    guard !found.isEmpty else { throw node.wrong(what, .list) }
    return found
  }

  func change(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> String {
    let name = try node.name(what)
    guard changes.contains(name) else { throw ScenarioFault(node.line, .unknownName(kind: .change, name: name)) }
    return name
  }

  /// A change, or `{ruling-of: CHANGE}`.
  func reference(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> ScenarioReference {
    guard case .map = node.content else { return .capture(try change(node, what)) }
    return .ruling(try change(try ScenarioFields(node, what, known: ["ruling-of"]).required("ruling-of"), what))
  }

  func references(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> [ScenarioReference] {
    var found: [ScenarioReference] = []
    for element in try node.list(what) { found.append(try reference(element, what)) }
    return found
  }

  func declared(_ node: ScenarioNode, _ what: String) throws(ScenarioFault) -> [StreamID] {
    var found: [StreamID] = []
    for element in node.several {
      let stream = try element.stream(what)
      guard streams.contains(stream) else {
        throw ScenarioFault(element.line, .unknownName(kind: .stream, name: stream.description))
      }
      found.append(stream)
    }
    return found
  }

  /// The stream a step names, or the only one there is.
  func stream(_ fields: ScenarioFields) throws(ScenarioFault) -> StreamID {
    guard let node = fields["stream"] else {
      guard streams.count == 1, let only = streams.first else {
        throw ScenarioFault(fields.line, .missingKey("stream"))
      }
      return only
    }
    guard let stream = try declared(node, "stream").first else { throw node.wrong("stream", .stream) }
    return stream
  }

  /// A value in which `{person: NAME}` stands for that person.
  func value(_ node: ScenarioNode) throws(ScenarioFault) -> ScenarioValue {
    switch node.content {
    case .null: return .plain(.null)
    case .truth(let truth): return .plain(.bool(truth))
    case .integer(let number): return .plain(.integer(number))
    case .text(let text): return .plain(.string(text))
    case .list(let list):
      var values: [ScenarioValue] = []
      for element in list { values.append(try value(element)) }
      return .list(values)
    case .map(let entries):
      if entries.count == 1, let only = entries.first, only.key == "person" {
        return .person(try person(only.value, "person"))
      }
      var members: [ScenarioValue.Member] = []
      for entry in entries { members.append(ScenarioValue.Member(key: entry.key, value: try value(entry.value))) }
      return .object(members)
    }
  }
}
