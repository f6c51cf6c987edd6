import Testing

/// A page as its reader has it: the text between the tags, what is typed in its fields, and what is said for ears alone.
struct WrittenPage {
  /// One line for each run of text and each attribute people read.
  let lines: [String]
  /// Where its links lead, within the console.
  let links: [String]

  init(_ html: String) throws {
    var lines: [String] = []
    var links: [String] = []
    var rest = html[...]
    var hidden: String?
    while let start = rest.firstIndex(of: "<") {
      if hidden == nil { lines.append(Self.plain(rest[..<start])) }
      let end = try #require(Self.end(of: rest[start...]), "a tag that does not end")
      let tag = Tag(rest[rest.index(after: start)..<end])
      if let element = hidden {
        if tag.name == "/\(element)" { hidden = nil }
      } else if ["script", "style", "svg"].contains(tag.name) {
        hidden = tag.name
      }
      lines += tag.spoken.map(Self.plain)
      if tag.name == "a", let link = tag["href"], link.hasPrefix("/") { links.append(Self.plain(link[...])) }
      rest = rest[rest.index(after: end)...]
    }
    self.lines = lines.filter { $0.contains { !$0.isWhitespace } }
    self.links = links
  }

  /// The `>` that ends a tag, past any in its quoted attributes.
  private static func end(of text: Substring) -> String.Index? {
    var isQuoted = false
    return text.indices.first { place in
      if text[place] == "\"" { isQuoted.toggle() }
      return text[place] == ">" && !isQuoted
    }
  }

  private static func plain(_ text: Substring) -> String { plain(String(text)) }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private struct Tag {
    let name: String
    private let attributes: [(name: String, value: String)]

    init(_ text: Substring) {
      let pieces = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      name = String(text.prefix { !$0.isWhitespace && $0 != ">" }).lowercased()
      attributes = stride(from: 0, to: pieces.count - 1, by: 2).map { place in
        let key = pieces[place].split { $0.isWhitespace || $0 == "=" }.last.map(String.init) ?? ""
        return (key, pieces[place + 1])
      }
    }

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The attributes people read or hear.
    var spoken: [String] {
      let typed = name == "input" && ["text", nil].contains(self["type"]) ? [self["value"]] : []
      return (["aria-label", "title", "alt", "placeholder"].map { self[$0] } + typed).compactMap(\.self)
    }
  }
}
