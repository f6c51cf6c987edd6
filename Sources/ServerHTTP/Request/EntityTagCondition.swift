/// `If-None-Match` (RFC 9110 §13.1.2): whether what the caller holds is what would be sent.
enum EntityTagCondition {
  /// An entity tag as it goes over the wire, quoted once.
  static func quoted(_ tag: String) -> String {
    tag.hasPrefix("\"") || tag.hasPrefix("W/\"") ? tag : "\"\(tag)\""
  }

  /// The weak form of a tag on the wire: what is the same but for its content coding (RFC 9110 §8.8.3).
  static func weak(_ tag: String) -> String { tag.hasPrefix("W/") ? tag : "W/" + tag }

  /// Whether a header names the tag, by weak comparison; `*` names every tag.
  static func matches(_ header: String, _ tag: String) -> Bool {
    let wanted = opaque(quoted(tag)[...])
    return header.utf8.elementsEqual("*".utf8)
      || header.split(separator: ",").contains { opaque($0).utf8.elementsEqual(wanted.utf8) }
  }

  private static func opaque(_ tag: Substring) -> Substring {
    var tag = tag.drop { $0 == " " || $0 == "\t" }
    while let last = tag.last, last == " " || last == "\t" { tag.removeLast() }
    return tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
  }
}
