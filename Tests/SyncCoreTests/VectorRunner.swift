import SyncCore
import Testing

/// Runs one case as Protocol/model.md tells every runner to.
struct VectorRunner {
  let table: MergeTable
  let tenant: TenantID

  /// What came out otherwise than the case says, in words.
  func faults(of vector: VectorCase) throws -> [String] {
    let keys = vector.value.members?.map(\.key) ?? []
    switch keys {
    case ["name", "lines", "state", "stateDigest", "setDigest", "conflicts", "late"],
      ["name", "lines", "stateDigest", "setDigest"]:
      return try historyFaults(vector.value)
    case ["name", "line", "refused"], ["name", "hex", "refused"]: return try refusalFaults(vector.value)
    case ["name", "line", "taken"]: return try takenFaults(vector.value)
    case ["name", "lines", "document"]: return try documentFaults(vector.value)
    default: return ["no shape of a case: \(keys)"]
    }
  }

  // MARK: histories

  private func historyFaults(_ value: JSONValue) throws -> [String] {
    let lines = try #require(value["lines"]?.elements).map(VectorCase.bytes)
    try #require(!lines.isEmpty)
    var faults: [String] = []
    var changes: [Change] = []
    for line in lines {
      let change = try ChangeLine(line).change
      if ChangeWriter.bytes(change) != line { faults.append("\(change.id) prints otherwise") }
      changes.append(change)
    }
    try #require(Set(changes.map(\.stream)).count == 1, "a history is of one stream")
    for order in Self.orders(of: lines.count) {
      var fold = StreamFold(stream: changes[0].stream)
      for place in order { fold.apply(changes[place]) }
      let state = fold.visibleState(schema: table)
      if let expected = value["state"], JSONWriter.bytes(state) != JSONWriter.bytes(expected) {
        faults.append("state in the order \(order): \(JSONWriter.text(state))")
      }
      if fold.stateDigest(schema: table).description != value["stateDigest"]?.text {
        faults.append("state digest in the order \(order)")
      }
    }
    return faults + listFaults(value, lines)
  }

  private func listFaults(_ value: JSONValue, _ lines: [[UInt8]]) -> [String] {
    var document = FoldDocument()
    for line in lines { document.take(line) }
    let stream = document.json(schema: table, tenant: tenant)["streams"]?.members?.first?.value
    return (document.refusals.isEmpty ? [] : ["refused \(document.refusals)"])
      + ["stateDigest", "setDigest", "conflicts", "late"].compactMap { key in
        guard let expected = value[key], expected != stream?[key] else { return nil }
        return "\(key): \(stream?[key].map(JSONWriter.text) ?? "absent")"
      }
  }

  /// As given, backwards, rotated by every number of places, each line twice; up to five lines in every order.
  static func orders(of count: Int) -> [[Int]] {
    let given = Array(0..<count)
    var orders = [given, given.reversed(), given.flatMap { [$0, $0] }]
    if count <= 5 { return orders + WorldTrial.orders(of: count) }
    orders += given.map { Array(given[$0...] + given[..<$0]) }
    return orders
  }

  // MARK: lines

  private func refusalFaults(_ value: JSONValue) throws -> [String] {
    let bytes =
      try value["line"].map(VectorCase.bytes) ?? #require(value["hex"]?.text.flatMap { Hexadecimal.bytes($0) })
    let code = VectorJudge.code(of: bytes)
    return code == value["refused"]?.text ? [] : [code ?? "taken"]
  }

  private func takenFaults(_ value: JSONValue) throws -> [String] {
    let bytes = try VectorCase.bytes(try #require(value["line"]))
    let code = VectorJudge.code(of: bytes)
    return (code.map { [$0] } ?? []) + (Digest(of: bytes).description == value["taken"]?.text ? [] : ["digest"])
  }

  private func documentFaults(_ value: JSONValue) throws -> [String] {
    var document = FoldDocument()
    for line in try #require(value["lines"]?.elements) { document.take(try VectorCase.bytes(line)) }
    let printed = JSONWriter.text(document.json(schema: table, tenant: tenant))
    return printed == value["document"].map(JSONWriter.text) ? [] : [printed]
  }
}
