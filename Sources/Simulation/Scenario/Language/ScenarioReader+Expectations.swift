import SyncCore

/// Expectations: where to look, and what must hold there.
extension ScenarioReader {
  private static let places = ["device", "stream", "entity", "field"]
  private static let checks = [
    "shown", "conflict", "late", "unread", "life", "frozen", "ruling", "refused", "accepted", "holds", "lacks",
    "outbox", "quarantine", "agree", "server-digest",
  ]

  func expectation(_ node: ScenarioNode) throws(ScenarioFault) -> ScenarioExpectation {
    let fields = try ScenarioFields(node, "expect", known: Self.places + Self.checks)
    var devices: [String]?
    if let device = fields["device"] {
      if case .text("all") = device.content {} else { devices = try self.devices(device, "device") }
    }
    var checks: [ScenarioExpectation.Check] = []
    checks += try fieldChecks(fields)
    checks += try entityChecks(fields)
    checks += try changeChecks(fields)
    checks += try deviceChecks(fields)
    guard !checks.isEmpty else { throw ScenarioFault(node.line, .choose(Self.checks)) }
    let needsStream = ["entity", "agree", "server-digest", "ruling"].contains { fields[$0] != nil }
    let stream = fields["stream"] != nil || (needsStream && streams.count == 1) ? try stream(fields) : nil
    if stream == nil, fields["entity"] != nil { throw ScenarioFault(node.line, .missingKey("stream")) }
    return ScenarioExpectation(devices: devices, stream: stream, checks: checks)
  }

  private func fieldChecks(_ fields: ScenarioFields) throws(ScenarioFault) -> [ScenarioExpectation.Check] {
    let words = ["shown", "conflict", "late", "unread"].filter { fields[$0] != nil }
    guard !words.isEmpty else {
      if let field = fields["field"] {
        throw ScenarioFault(field.line, .choose(["shown", "conflict", "late", "unread"]))
      }
      return []
    }
    let entity = try fields.required("entity").entity("entity")
    let field = try fields.required("field").field("field")
    var checks: [ScenarioExpectation.Check] = []
    for word in words {
      guard let node = fields[word] else { continue }
      switch word {
      case "shown": checks.append(.shown(field, entity, try value(node)))
      case "conflict":
        var values: [ScenarioValue] = []
        if case .text("none") = node.content {
        } else {
          for element in try node.list(word) { values.append(try value(element)) }
          guard values.count > 1 else { throw node.wrong(word, .list) }
        }
        checks.append(.conflict(field, entity, values))
      case "late": checks.append(.late(field, entity, try node.count(word)))
      default: checks.append(.unread(field, entity, try node.truth(word)))
      }
    }
    return checks
  }

  private func entityChecks(_ fields: ScenarioFields) throws(ScenarioFault) -> [ScenarioExpectation.Check] {
    var checks: [ScenarioExpectation.Check] = []
    if let life = fields["life"] {
      checks.append(
        .life(
          try fields.required("entity").entity("entity"),
          try life.word("life", of: ["standing", "deleted", "disputed", "absent"])))
    }
    if let frozen = fields["frozen"] {
      checks.append(.frozen(try fields.required("entity").entity("entity"), try frozen.truth("frozen")))
    }
    return checks
  }

  private func changeChecks(_ fields: ScenarioFields) throws(ScenarioFault) -> [ScenarioExpectation.Check] {
    var checks: [ScenarioExpectation.Check] = []
    if let node = fields["ruling"] {
      let ruling = try ScenarioFields(node, "ruling", known: ["of", "verdict", "rules"])
      var rules: [String]?
      if let list = ruling["rules"] {
        var names: [String] = []
        for rule in try list.list("rules") { names.append(try rule.name("rules")) }
        rules = names
      }
      checks.append(
        .ruling(
          of: try change(ruling.required("of"), "of"),
          verdict: try ruling.required("verdict").word("verdict", of: ["accepted", "refused", "none"]), rules: rules))
    }
    if let node = fields["refused"] {
      let refused = try ScenarioFields(node, "refused", known: ["of", "code"])
      checks.append(
        .refused(of: try change(refused.required("of"), "of"), code: try refused.required("code").name("code")))
    }
    if let node = fields["accepted"] {
      for element in node.several { checks.append(.accepted(of: try change(element, "accepted"))) }
    }
    for word in ["holds", "lacks"] {
      guard let node = fields[word] else { continue }
      var names: [String] = []
      for element in node.several { names.append(try change(element, word)) }
      checks.append(word == "holds" ? .holds(names) : .lacks(names))
    }
    return checks
  }

  private func deviceChecks(_ fields: ScenarioFields) throws(ScenarioFault) -> [ScenarioExpectation.Check] {
    var checks: [ScenarioExpectation.Check] = []
    if let node = fields["outbox"] { checks.append(.outbox(try node.count("outbox"))) }
    if let node = fields["quarantine"] { checks.append(.quarantine(try node.count("quarantine"))) }
    if let node = fields["agree"] {
      guard try node.truth("agree") else { throw node.wrong("agree", .truth) }
      checks.append(.agree)
    }
    if let node = fields["server-digest"] {
      _ = try node.word("server-digest", of: ["equal"])
      checks.append(.serverDigest)
    }
    return checks
  }
}
