import Foundation
import TestSupport
import Testing

/// What the rulebook's own lines say of each id, read from the shared data folder.
struct Rulebook {
  /// One line of chapter 3, 4, 6 or 7.
  struct Line: Hashable {
    var tag: Character?
    var isAdopted = false
    /// nil for a line that rests on the sources; else whether it is on by default.
    var beyondSources: Bool?
    var settings: [String] = []
    var defaults: [String: String] = [:]
    /// The source as cited, or nil where the line cites none of its own.
    var source: String?
  }

  /// The whole text.
  let text: String
  /// The lines, by id.
  private(set) var lines: [String: Line] = [:]

  /// The rulebook; nil, said by name, where the file is absent and CI is not "true".
  static func read(skipping test: String = #function) throws -> Rulebook? {
    let file = RepositoryFiles.shared.appending(path: "domain/RULEBOOK.md")
    if FileManager.default.fileExists(atPath: file.path) {
      return Rulebook(try String(contentsOf: file, encoding: .utf8))
    }
    print("skipped, no shared/domain/RULEBOOK.md: \(test)")
    #expect(
      ProcessInfo.processInfo.environment["CI"] != "true", "shared/domain/RULEBOOK.md is absent; CI must have it")
    return nil
  }

  init(_ text: String) {
    self.text = text
    for line in text.split(separator: "\n") {
      if let found = line.wholeMatch(of: /- \*\*(R-[A-Z]+-\d+)\*\* `([A-Z])` (.*)/) {
        lines[String(found.1)] = Self.rule(tag: found.2.first, String(found.3))
      } else if line.hasPrefix("| ") {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { String($0).trimmingCharacters(in: .whitespaces) }
        guard let id = cells.first, id.wholeMatch(of: /(T|DL|A)-[A-Z0-9-]+/) != nil else { continue }
        lines[id] = Self.row(id, cells)
      }
    }
  }

  private static func rule(tag: Character?, _ text: String) -> Line {
    let parts = text.split(separator: " — ", omittingEmptySubsequences: false)
    return Line(
      tag: tag, isAdopted: text.contains("adopted)") || text.contains("(adopted"), beyondSources: beyond(text),
      settings: text.matches(of: /`([a-z]\w+)(?: = \w+)?`/).map { String($0.1) },
      source: parts.count > 1 ? parts.last.map(String.init) : "")
  }

  private static func row(_ id: String, _ cells: [String]) -> Line {
    guard id.hasPrefix("A-") else {
      return Line(
        tag: id.hasPrefix("DL-") ? "D" : nil, isAdopted: cells.contains { $0.contains("(adopted)") },
        source: id.hasPrefix("DL-") ? cells.last : nil)
    }
    let defaults = (cells.last ?? "").matches(of: /`(\w+)` \(([^)]*)\)/).map { (String($0.1), String($0.2)) }
    // The whole of chapter 6 is readings adopted, those that go beyond the sources included.
    return Line(
      isAdopted: true, settings: defaults.map(\.0), defaults: Dictionary(uniqueKeysWithValues: defaults))
  }

  private static func beyond(_ text: String) -> Bool? {
    text.contains("not in the seeds") ? text.contains("on by default") : nil
  }
}
