import SyncCore

/// Steps: a map whose first word says what happens.
extension ScenarioReader {
  private static let verbs: [String: [String]] = [
    "offline": [], "online": [], "wait": [], "restart": [], "backup": [], "restore": [], "recovery": [], "join": [],
    "capture": ["stream", "as", "look", "fails", "at"] + ScenarioReader.operationKeys + ["ops"],
    "sync": ["faults", "expect"], "clock": ["skew"], "clone": ["as"], "assign": ["streams"],
    "handover": [], "expect": [], "either-order": [], "until": [],
    "do": ["stream", "form", "entity", "with", "as"],
  ]
  private static let verbOrder = [
    "capture", "do", "sync", "expect", "offline", "online", "clock", "wait", "until", "restart", "backup", "restore",
    "recovery", "clone", "join",
    "assign", "handover", "either-order",
  ]

  mutating func steps(_ node: ScenarioNode, _ what: String, nested: Bool) throws(ScenarioFault) -> [ScenarioStep] {
    var found: [ScenarioStep] = []
    for element in try node.list(what) {
      try addStep(element.line)
      found.append(ScenarioStep(line: element.line, action: try action(element, nested: nested)))
    }
    return found
  }

  private mutating func action(_ node: ScenarioNode, nested: Bool) throws(ScenarioFault) -> ScenarioStep.Action {
    let entries = try node.entries("steps")
    guard let verb = Self.verbOrder.first(where: { verb in entries.contains { $0.key == verb } }),
      let also = Self.verbs[verb]
    else { throw ScenarioFault(node.line, .unknownKey(entries.first?.key ?? "", known: Self.verbOrder)) }
    let fields = try ScenarioFields(node, verb, known: [verb] + also)
    let subject = try fields.required(verb)
    switch verb {
    case "offline": return .network(try devices(subject, verb), isUp: false)
    case "online": return .network(try devices(subject, verb), isUp: true)
    case "wait":
      let span = try subject.span(verb)
      guard span > 0 else { throw subject.wrong(verb, .span) }
      return .wait(span)
    case "restart":
      if case .text("server") = subject.content { return .restartServer }
      return .restart(try device(subject, verb))
    case "backup":
      _ = try subject.word(verb, of: ["server"])
      return .backUpServer
    case "restore":
      _ = try subject.word(verb, of: ["server"])
      return .restoreServer
    case "recovery":
      _ = try subject.word(verb, of: ["end"])
      return .endRecovery
    case "join":
      let name = try device(subject, verb)
      add(joined: name)
      return .join(name)
    case "clock": return .clock(try device(subject, verb), skew: try fields.required("skew").span("skew"))
    case "clone":
      let original = try device(subject, verb)
      let copy = try fields.required("as")
      let name = try copy.name("as")
      try add(device: name, copy.line)
      return .clone(original, as: name)
    case "assign":
      return .assign(try person(subject, verb), try declared(try fields.required("streams"), "streams"))
    case "until": return .until(try subject.day(verb))
    case "do": return .fill(try filling(fields, subject))
    case "capture": return .capture(try capture(fields, subject))
    case "sync": return .sync(try sync(fields, subject))
    case "handover": return .handover(try handover(subject))
    case "expect":
      addExpectation()
      return .expect(try expectation(subject))
    default: return try eitherOrder(subject, nested: nested)
    }
  }

  private mutating func eitherOrder(_ node: ScenarioNode, nested: Bool) throws(ScenarioFault) -> ScenarioStep.Action {
    guard !nested else { throw node.wrong("either-order", .step) }
    try addEitherOrder(node.line)
    let both = try node.list("either-order")
    guard both.count == 2 else { throw node.wrong("either-order", .list) }
    addExpectation()
    // Each series must make sense before the other: neither may use names of the other.
    let before = self
    let first = try steps(both[0], "either-order", nested: true)
    var alone = before
    _ = try alone.steps(both[1], "either-order", nested: true)
    return .eitherOrder(first, try steps(both[1], "either-order", nested: true))
  }

  private mutating func sync(_ fields: ScenarioFields, _ subject: ScenarioNode) throws(ScenarioFault) -> ScenarioSync {
    var sync = ScenarioSync(
      devices: try devices(subject, "sync"), faults: [], end: nil, refused: nil, becomesNew: nil, received: nil)
    if let faults = fields["faults"] {
      for element in try faults.list("faults") { sync.faults.append(try Self.fault(element)) }
      guard sync.faults.count <= ScenarioLimits.faultsMax else {
        throw ScenarioFault(faults.line, .beyond(limit: "faults", max: ScenarioLimits.faultsMax))
      }
    }
    guard let node = fields["expect"] else { return sync }
    addExpectation()
    let expect = try ScenarioFields(node, "expect", known: ["end", "refused", "new-replica", "received"])
    if let end = expect["end"] { sync.end = try end.name("end") }
    if let refused = expect["refused"] {
      var codes: [String] = []
      for code in try refused.list("refused") { codes.append(try code.name("refused")) }
      sync.refused = codes
    }
    if let new = expect["new-replica"] { sync.becomesNew = try new.truth("new-replica") }
    if let received = expect["received"] { sync.received = try received.count("received") }
    return sync
  }

  private static let plainFaults: [String: LinkFault] = [
    "offline": .offline, "request-lost": .requestLost, "response-lost": .responseLost,
    "duplicated": .duplicated, "delayed": .delayed, "captive-portal": .foreign, "server-restart": .serverRestart,
  ]

  /// A fault by its word, or `{request-cut: BYTES}`, `{response-cut: BYTES}`.
  private static func fault(_ node: ScenarioNode) throws(ScenarioFault) -> LinkFault? {
    if case .map = node.content {
      let fields = try ScenarioFields(node, "faults", known: ["request-cut", "response-cut"])
      let (key, value) = try fields.only(of: ["request-cut", "response-cut"])
      let bytes = try value.count(key)
      return key == "request-cut" ? .requestCut(bytes: bytes) : .responseCut(bytes: bytes)
    }
    if case .text("none") = node.content { return nil }
    let words = ["none"] + plainFaults.keys.sorted() + ["{request-cut: BYTES}", "{response-cut: BYTES}"]
    guard case .text(let text) = node.content, let fault = plainFaults[text] else {
      throw ScenarioFault(node.line, .unknownKey(node.words, known: words))
    }
    return fault
  }

  private mutating func handover(_ node: ScenarioNode) throws(ScenarioFault) -> ScenarioHandover {
    let fields = try ScenarioFields(node, "handover", known: ["from", "to", "streams", "expect"])
    var handover = ScenarioHandover(
      from: try device(fields.required("from"), "from"), to: try device(fields.required("to"), "to"), streams: streams)
    if let streams = fields["streams"] { handover.streams = try declared(streams, "streams") }
    guard let node = fields["expect"] else { return handover }
    addExpectation()
    let expect = try ScenarioFields(node, "expect", known: ["taken", "refused"])
    if let taken = expect["taken"] { handover.taken = try taken.count("taken") }
    if let refused = expect["refused"] { handover.refused = try refused.name("refused") }
    return handover
  }
}
