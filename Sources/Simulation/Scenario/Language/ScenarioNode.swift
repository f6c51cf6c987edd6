import Yams

/// A piece of a scenario file with its line: YAML reduced to what the language needs.
///
/// No anchors, references or tags, no floats; an unquoted word that YAML 1.1 and 1.2 read differently is refused.
struct ScenarioNode {
  /// One key of a map, with its line and its value.
  struct Entry {
    let key: String
    let line: Int
    let value: ScenarioNode
  }

  enum Content {
    case null
    case truth(Bool)
    case integer(Int64)
    case text(String)
    case list([ScenarioNode])
    case map([Entry])
  }

  let line: Int
  let content: Content

  /// The elements of a list; nil for anything else.
  var listed: [ScenarioNode]? { if case .list(let elements) = content { elements } else { nil } }

  /// Reads a whole file.
  static func root(of bytes: [UInt8]) throws(ScenarioFault) -> ScenarioNode {
    guard bytes.count <= ScenarioLimits.fileBytesMax else { throw ScenarioFault(1, .tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ScenarioFault(1, .notUTF8) }
    try refuseManyReferences(bytes)
    do {
      // The parser must outlive the walk: it alone holds the anchors.
      let parser = try Parser(yaml: text, encoding: .utf8)
      guard let root = try parser.singleRoot() else { throw ScenarioFault(1, .missingKey("scenario")) }
      var reduction = Reduction()
      let node = try withExtendedLifetime(parser) { () throws(ScenarioFault) in try reduction.node(root, depth: 1) }
      return node
    } catch let fault as ScenarioFault {
      throw fault
    } catch let error as YamlError {
      throw fault(error)
    } catch {
      throw ScenarioFault(1, .notYAML("\(error)"))
    }
  }

  /// The parser unfolds references before anybody can look, so their number is bounded first: anything that could be
  /// one counts, also inside texts.
  private static func refuseManyReferences(_ bytes: [UInt8]) throws(ScenarioFault) {
    var line = 1
    var found = 0
    var before: UInt8 = 0x0A
    for byte in bytes {
      if byte == UInt8(ascii: "*"), " \n\r\t[{,:?-".utf8.contains(before) {
        found += 1
        guard found <= ScenarioLimits.referencesMax else { throw ScenarioFault(line, .reference) }
      }
      if byte == 0x0A { line += 1 }
      before = byte
    }
  }

  private static func fault(_ error: YamlError) -> ScenarioFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ScenarioFault(mark.line, .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      ScenarioFault(context.mark.line, .duplicateKey(keys.first ?? "?"))
    case .reader(let problem, _, _, _): ScenarioFault(1, .notYAML(problem))
    default: ScenarioFault(1, .notYAML("\(error)"))
    }
  }
}

/// Turns the parser's tree into nodes, refusing what the language has no use for.
private struct Reduction {
  var nodes = 0

  mutating func node(_ yaml: Node, depth: Int, isKey: Bool = false) throws(ScenarioFault) -> ScenarioNode {
    let line = yaml.mark?.line ?? 1
    nodes += 1
    guard nodes <= ScenarioLimits.nodesMax else {
      throw ScenarioFault(line, .beyond(limit: "nodes", max: ScenarioLimits.nodesMax))
    }
    guard depth <= ScenarioLimits.depthMax else {
      throw ScenarioFault(line, .beyond(limit: "depth", max: ScenarioLimits.depthMax))
    }
    guard yaml.anchor == nil else { throw ScenarioFault(line, .reference) }
    switch yaml {
    case .scalar(let scalar): return ScenarioNode(line: line, content: try content(scalar, line, isKey: isKey))
    case .sequence(let sequence):
      try plain(sequence.tag, .seq, line)
      var list: [ScenarioNode] = []
      for element in sequence { list.append(try node(element, depth: depth + 1)) }
      return ScenarioNode(line: line, content: .list(list))
    case .mapping(let mapping):
      try plain(mapping.tag, .map, line)
      var map: [ScenarioNode.Entry] = []
      for (key, value) in mapping {
        let place = key.mark?.line ?? line
        let name = try node(key, depth: depth + 1, isKey: true)
        guard case .text(let text) = name.content else {
          throw ScenarioFault(place, .wrongForm(what: "key", expected: .text, found: name.words))
        }
        // The parser has refused a key that stands twice.
        map.append(ScenarioNode.Entry(key: text, line: place, value: try node(value, depth: depth + 1)))
      }
      return ScenarioNode(line: line, content: .map(map))
    case .alias: throw ScenarioFault(line, .reference)
    }
  }

  /// Refuses a tag somebody wrote.
  private func plain(_ tag: Tag, _ name: Tag.Name, _ line: Int) throws(ScenarioFault) {
    guard [Tag.Name.implicit.rawValue, name.rawValue].contains(tag.description) else { throw ScenarioFault(line, .tag) }
  }

  private func content(_ scalar: Node.Scalar, _ line: Int, isKey: Bool) throws(ScenarioFault) -> ScenarioNode.Content {
    let name = scalar.tag.description
    guard scalar.style == .plain else {
      // The parser marks a quoted text as one that no rule may read otherwise.
      guard [Tag.Name.implicit.rawValue, Tag.Name.nonSpecific.rawValue, Tag.Name.str.rawValue].contains(name) else {
        throw ScenarioFault(line, .tag)
      }
      return .text(scalar.string)
    }
    // Looking for keys that stand twice, the parser has given each key the tag its rules find.
    guard isKey || name == Tag.Name.implicit.rawValue else { throw ScenarioFault(line, .tag) }
    return try PlainWord.content(scalar.string, line)
  }
}

/// Reads an unquoted word: null, a truth value, a whole number, or a text.
private enum PlainWord {
  // YAML 1.1 reads these as truth values or null, YAML 1.2 as texts.
  private static let ambiguous: Set<String> = [
    "y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "True", "TRUE",
    "False", "FALSE", "Null", "NULL", "~", ".inf", "-.inf", ".nan", "=", "<<",
  ]

  static func content(_ word: String, _ line: Int) throws(ScenarioFault) -> ScenarioNode.Content {
    switch word {
    case "", "null": return .null
    case "true": return .truth(true)
    case "false": return .truth(false)
    default: break
    }
    if ambiguous.contains(word) { throw ScenarioFault(line, .ambiguous(word)) }
    let digits = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
    guard let first = digits.first else { return .text(word) }
    if digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      // A leading zero is octal to some readers.
      guard first != 0x30 || digits.count == 1, let number = Int64(word), abs(number) <= 9_007_199_254_740_991,
        word != "-0"
      else { throw ScenarioFault(line, .ambiguous(word)) }
      return .integer(number)
    }
    // Floats, octal, hexadecimal, sexagesimal and grouped numbers.
    let numeric = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) || ".eE+_:xo".utf8.contains(byte) || (0x61...0x66).contains(byte)
        || (0x41...0x46).contains(byte)
    }
    let startsAsNumber = (0x30...0x39).contains(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "+")
    if startsAsNumber, numeric { throw ScenarioFault(line, .ambiguous(word)) }
    return .text(word)
  }
}

extension ScenarioNode {
  /// What stands there, short enough for a message.
  var words: String {
    switch content {
    case .null: "null"
    case .truth(let truth): String(truth)
    case .integer(let number): String(number)
    case .text(let text): text.count > 60 ? String(text.prefix(60)) + "…" : text
    case .list: "[…]"
    case .map: "{…}"
    }
  }
}
