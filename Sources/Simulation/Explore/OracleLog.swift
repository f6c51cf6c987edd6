import SyncCore

/// The server's log as the judge reads it: from the bytes of its frames, with no code of the server or the clients but the reader of JSON.
struct OracleLog: Sendable {
  enum Kind: String { case line, skip, seal }

  struct Entry: Sendable {
    let position: Int
    let kind: Kind
    let stream: String
    let replica: String
    let seq: Int
    /// Of a line's bytes, or the one a skip names.
    let digest: SyncCore.Digest?
    /// Of the whole frame.
    let frame: SyncCore.Digest
    /// The line; nil for skips and seals.
    let change: JSONValue?

    var name: String { "\(replica):\(seq)" }
    var operations: [JSONValue] { change?["ops"]?.elements ?? [] }
  }

  private(set) var entries: [Entry] = []
  /// Where the line or skip of a name stands.
  private(set) var places: [String: Int] = [:]
  /// The indices of each stream's entries, ascending.
  private(set) var streams: [String: [Int]] = [:]
  /// For each user, the streams assigned, each with the additions that keep it.
  private var assignments: [String: [String: Set<String>]] = [:]
  /// Requests accepted, by name, with the number of rulings that answer each.
  private var rulings: [String: Int] = [:]

  /// The line of a name; nil when the log holds none.
  func line(_ name: String) -> Entry? {
    guard let place = places[name], entries[place].kind == .line else { return nil }
    return entries[place]
  }

  /// Takes in frames that follow those read before.
  mutating func read(_ frames: [[UInt8]]) -> [LawViolation] {
    var violations: [LawViolation] = []
    for frame in frames {
      guard let entry = Self.entry(frame) else {
        violations.append(LawViolation(.L10, "the log holds a frame that cannot be read, after \(entries.count)"))
        continue
      }
      if entry.position != (entries.last?.position ?? 0) + 1 {
        violations.append(LawViolation(.L6, "position \(entry.position) after \(entries.last?.position ?? 0)"))
      }
      if entry.kind != .seal {
        if places[entry.name] != nil { violations.append(LawViolation(.L6, "\(entry.name) stands twice in the log")) }
        places[entry.name] = entries.count
      }
      streams[entry.stream, default: []].append(entries.count)
      entries.append(entry)
      note(entry)
    }
    return violations
  }

  /// Requests that no ruling answers, or several do.
  var unruled: [LawViolation] {
    rulings.sorted { $0.key < $1.key }.filter { $0.value != 1 }.map {
      LawViolation(.L11, "the request \($0.key) has \($0.value) rulings")
    }
  }

  /// The streams a user may see; nil for someone who sees all.
  func scope(of user: String, seesAll: Bool) -> Set<String>? {
    if seesAll { return nil }
    var scope: Set<String> = ["directory"]
    for (stream, additions) in assignments[user] ?? [:] where !additions.isEmpty {
      scope.insert(stream)
      let words = stream.split(separator: ".")
      if words.count == 3, words[0] == "dossier" { scope.insert("organisation.\(words[2])") }
    }
    return scope
  }

  // MARK: reading

  private static func entry(_ frame: [UInt8]) -> Entry? {
    guard let value = OracleJSON.value(Array(frame.dropLast())), let members = value.members, members.count == 3,
      let position = value["position"]?.number, let kind = Kind(rawValue: members[2].key)
    else { return nil }
    let content = members[2].value
    func entry(_ stream: String?, _ replica: String?, _ seq: Int64?, _ digest: SyncCore.Digest?, _ change: JSONValue?)
      -> Entry?
    {
      guard let stream, let replica, let seq else { return nil }
      return Entry(
        position: Int(position), kind: kind, stream: stream, replica: replica, seq: Int(seq), digest: digest,
        frame: Digest(of: frame), change: change)
    }
    if kind == .line {
      // One spelling exists, so the printed value is the line as it was sent.
      let digest = Digest(of: JSONWriter.bytes(content))
      return entry(content["stream"]?.text, content["replica"]?.text, content["seq"]?.number, digest, content)
    }
    guard let parts = content.elements, parts.count == 4 else { return nil }
    let digest = kind == .skip ? parts[3].text.flatMap { Digest(hex: $0) } : nil
    return entry(parts[0].text, parts[1].text, parts[2].number, digest, nil)
  }

  private mutating func note(_ entry: Entry) {
    for step in entry.operations {
      if step["request"] != nil { rulings[entry.name, default: 0] += 0 }
      if let request = step["rule"]?.text { rulings[request, default: 0] += 1 }
      guard entry.stream == "office", let on = step["on"]?.text, on.hasPrefix("assignment/"),
        let stream = step["value"]?.text
      else { continue }
      let user = String(on.dropFirst("assignment/".count))
      if step["add"]?.text == "streams" { assignments[user, default: [:]][stream, default: []].insert(entry.name) }
      if step["remove"]?.text == "streams" {
        let over = (step["over"]?.elements ?? []).compactMap(\.text)
        assignments[user, default: [:]][stream, default: []].subtract(over)
      }
    }
  }
}

/// Reads JSON in the one accepted spelling.
enum OracleJSON {
  static func value(_ bytes: [UInt8]) -> JSONValue? {
    do throws(JSONFault) {
      return try JSONScanner.value(of: bytes, depthMax: 32, textBytesMax: 1 << 20)
    } catch {
      return nil  // whoever asks says what it means that this is no JSON of ours
    }
  }
}
