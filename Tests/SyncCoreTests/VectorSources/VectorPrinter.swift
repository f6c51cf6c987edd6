import SyncCore

/// Prints a theme as a file of `Protocol/vectors`: one case a paragraph, one line of a history a line.
enum VectorPrinter {
  static func text(of theme: any VectorTheme.Type) throws -> String {
    let cases = try theme.cases.map { source in
      try members(of: source).map { key, value in "\(quoted(key)): \(value)" }.joined(separator: ",\n   ")
    }
    return """
      {"vectors": 1,
       "about": \(quoted(theme.about)),
       "tenant": \(quoted(VectorThemes.tenant)),
       "table": \(JSONWriter.text(VectorThemes.table.json)),
       "cases": [
        {\(cases.joined(separator: "},\n  {"))}
       ]}

      """
  }

  /// The members of a case with their values as JSON.
  private static func members(of source: VectorSource) throws -> [(String, String)] {
    let name = ("name", quoted(source.name))
    switch source {
    case .refused(_, .bytes(let bytes), let code):
      return [name, ("hex", quoted(Hexadecimal.text(bytes))), ("refused", quoted(code))]
    case .refused(_, let line, let code): return [name, ("line", text(of: line)), ("refused", quoted(code))]
    case .taken(_, let line):
      return [name, ("line", text(of: line)), ("taken", quoted(Digest(of: line.bytes).description))]
    case .document(_, let lines, _, _):
      var document = FoldDocument()
      for line in lines { document.take(line.bytes) }
      let printed = document.json(schema: VectorThemes.table, tenant: TenantID(VectorThemes.tenant))
      return [name, ("lines", list(lines.map(text))), ("document", JSONWriter.text(printed))]
    case .history(_, let changes, _, let isLong):
      let lines = changes.map(ChangeWriter.bytes)
      var document = FoldDocument()
      for line in lines { document.take(line) }
      let printed = document.json(schema: VectorThemes.table, tenant: TenantID(VectorThemes.tenant))
      guard let stream = printed["streams"]?.members?.first?.value else { throw VectorFault(text: source.name) }
      let keys = isLong ? ["stateDigest", "setDigest"] : ["state", "stateDigest", "setDigest", "conflicts", "late"]
      let printing = lines.map {
        text(of: isLong ? VectorLine.folding($0) : .text(String(decoding: $0, as: UTF8.self)))
      }
      return [name, ("lines", list(printing))] + keys.map { ($0, JSONWriter.text(stream[$0] ?? .null)) }
    }
  }

  private static func list(_ lines: [String]) -> String { "[\n    \(lines.joined(separator: ",\n    "))]" }

  private static func quoted(_ text: String) -> String { JSONWriter.text(.string(text)) }

  private static func text(of line: VectorLine) -> String {
    switch line {
    case .text(let text): quoted(text)
    case .bytes(let bytes): quoted(Hexadecimal.text(bytes))
    case .parts(let parts):
      JSONWriter.text(
        .array(
          parts.map { text, times in
            times == 1 ? .string(text) : .array([.string(text), .integer(Int64(times))])
          }))
    }
  }
}

extension VectorLine {
  /// The line as parts, wherever a pair of bytes stands many times over.
  static func folding(_ bytes: [UInt8]) -> VectorLine {
    var parts: [(String, Int)] = []
    var plain: [UInt8] = []
    var place = 0
    while place < bytes.count {
      var (width, times) = (1, 1)
      for candidate in [1, 2] where place + candidate <= bytes.count {
        let pattern = bytes[place..<(place + candidate)]
        var (count, next) = (1, place + candidate)
        while next + candidate <= bytes.count, bytes[next..<(next + candidate)].elementsEqual(pattern) {
          (count, next) = (count + 1, next + candidate)
        }
        if count * candidate > times * width { (width, times) = (candidate, count) }
      }
      if times >= 16, bytes[place..<(place + width)].allSatisfy({ $0 < 0x80 }) {
        if !plain.isEmpty { parts.append((String(decoding: plain, as: UTF8.self), 1)) }
        plain = []
        parts.append((String(decoding: bytes[place..<(place + width)], as: UTF8.self), times))
        place += width * times
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    if !plain.isEmpty { parts.append((String(decoding: plain, as: UTF8.self), 1)) }
    return .parts(parts)
  }
}
