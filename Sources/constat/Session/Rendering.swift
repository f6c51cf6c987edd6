import AuditModel
import FieldClient
import Foundation
import SyncCore
import Terminal
import WorkingDays

/// How values, moments and people read on a screen.
extension Session {
  /// A value of a field in words.
  func words(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: "—"
    case .bool(let truth): truth ? say("oui", "yes") : say("non", "no")
    case .integer(let number): String(number)
    case .string(let text): gradeWords[text].map { say($0.fr, $0.en) } ?? SafeText(text).description
    case .array(let elements): elements.map { words($0) }.joined(separator: ", ")
    case .object(let members): address(value) ?? members.map { words($0.value) }.joined(separator: ", ")
    }
  }

  /// An address as it stands on an envelope; nil for another object.
  private func address(_ value: JSONValue?) -> String? {
    guard let street = value?["street"]?.text else { return nil }
    let town = ["postcode", "city"].compactMap { value?[$0]?.text }.joined(separator: " ")
    return SafeText(town.isEmpty ? street : "\(street), \(town)").description
  }

  private var gradeWords: [String: LocalizedText] {
    [
      "major": LocalizedText(fr: "majeure", en: "major"), "minor": LocalizedText(fr: "mineure", en: "minor"),
      "conform": LocalizedText(fr: "conforme", en: "conform"),
      "not-applicable": LocalizedText(fr: "non applicable", en: "not applicable"),
      "not-audited": LocalizedText(fr: "non audité", en: "not audited"),
      "serious-gap": LocalizedText(fr: "écart grave", en: "serious gap"), "gap": LocalizedText(fr: "écart", en: "gap"),
    ]
  }

  /// A civil date as people write it.
  func day(_ text: String?) -> String {
    guard let text, let date = CivilDate(text) else { return text.map { SafeText($0).description } ?? "—" }
    return language == .french ? FrenchDate.words(date) : date.description
  }

  /// A moment in Paris time.
  func moment(_ milliseconds: Int64) -> String {
    let instant = Instant(clampingMillisecondsSince1970: milliseconds)
    let date = instant.parisDate
    let minutes = (milliseconds - date.startInParis.millisecondsSince1970) / 60_000
    let time = String(format: "%02d:%02d", Int(minutes / 60), Int(minutes % 60))
    return language == .french
      ? "\(FrenchDate.words(date)) à \(time.replacingOccurrences(of: ":", with: "\u{202F}h\u{202F}"))"
      : "\(date) \(time)"
  }
}

/// Dates in French words.
enum FrenchDate {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  static func words(_ date: CivilDate) -> String {
    "\(date.day == 1 ? "1er" : String(date.day)) \(months[date.month - 1]) \(date.year)"
  }
}
