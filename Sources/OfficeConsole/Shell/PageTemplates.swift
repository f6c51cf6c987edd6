import AuditModel
import Mustache

/// The templates of all pages in both languages, parsed once.
///
/// A template says both languages side by side, `[[français|English]]`; the library of a language holds only its own.
/// Mustache escapes `< > & " '` in double braces; every attribute is quoted, and triple braces stand in the shell alone.
struct PageTemplates: Sendable {
  private let libraries: [Language: MustacheLibrary]

  /// Parses templates by name.
  /// - Throws: what Mustache says of a template it cannot parse.
  init(_ sources: [String: String]) throws {
    var libraries: [Language: MustacheLibrary] = [:]
    for language in Language.allCases {
      libraries[language] = MustacheLibrary(
        templates: try sources.mapValues { try MustacheTemplate(string: Self.spoken($0, in: language)) })
    }
    self.libraries = libraries
  }

  /// Renders a template.
  ///
  /// A missing template is a mistake of the program: the tests render every one.
  func render(_ name: String, _ values: [String: Any], in language: Language) -> String {
    guard let text = libraries[language]?.render(values, withTemplate: name) else {
      preconditionFailure("no template \(name)")
    }
    return text
  }

  /// One language of a template.
  static func spoken(_ source: String, in language: Language) -> String {
    var text = ""
    var rest = source[...]
    while let open = rest.range(of: "[["), let close = rest.range(of: "]]", after: open.upperBound) {
      text += rest[..<open.lowerBound]
      let both = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard both.count == 2 else { preconditionFailure("[[…]] holds two texts") }
      text += language == .french ? FrenchTypography.spaced(String(both[0])) : String(both[1])
      rest = rest[close.upperBound...]
    }
    return text + rest
  }
}

extension Substring {
  fileprivate func range(of marker: String, after start: Index? = nil) -> Range<Index>? {
    var place = start ?? startIndex
    while place < endIndex {
      if self[place...].hasPrefix(marker) { return place..<index(place, offsetBy: marker.count) }
      place = index(after: place)
    }
    return nil
  }
}
