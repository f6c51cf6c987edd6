import Foundation
import Testing

/// A page of `Protocol/`, read for the examples it holds.
struct ProtocolPage {
  private let text: String

  init(_ name: String) throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    text = try String(contentsOf: root.appending(path: "Protocol/\(name)"), encoding: .utf8)
  }

  /// The lines between two marks `<!-- name -->`, fences of code blocks apart.
  func lines(between mark: String) throws -> [String] {
    let lines = text.components(separatedBy: "\n")
    let marks = lines.indices.filter { lines[$0] == "<!-- \(mark) -->" }
    try #require(marks.count == 2, "two lines `<!-- \(mark) -->` enclose the example")
    return lines[(marks[0] + 1)..<marks[1]].filter { !$0.hasPrefix("```") }
  }

  func contains(_ part: String) -> Bool { text.contains(part) }
}
