public import AuditModel
import AuditSchema
import SchemeRules
public import SyncCore
import WorkingDays

/// How the value of a field reads: codes, days, people and references in words, text of people as it was written.
///
/// A code or shape of a newer version stands as it is.
public struct FieldPhrasing: Sendable {
  /// The general words.
  public let phrasing: Phrasing
  private let person: @Sendable (UserID) -> String?
  private let audit: @Sendable (EntityID) -> String?

  /// Speaks a language.
  /// - Parameters:
  ///   - person: what a person is called; nil for somebody unknown.
  ///   - audit: what an audit is called; nil for one not held.
  public init(
    _ language: Language, person: @escaping @Sendable (UserID) -> String? = { _ in nil },
    audit: @escaping @Sendable (EntityID) -> String? = { _ in nil }
  ) {
    phrasing = Phrasing(language)
    self.person = person
    self.audit = audit
  }

  /// A value in words; `—` for none.
  public func words(_ value: JSONValue?, of field: FieldName, in typePath: String) -> String {
    guard let value, value != .null else { return "—" }
    let place = "\(typePath).\(field)"
    switch place {
    case "dossier.profile": return profile(ServiceProfile(value))
    case "audit.days":
      guard let first = value["first"]?.text, let last = value["last"]?.text else { break }
      return phrasing.days(first, last)
    case "audit/evidence.file":
      guard let name = value["name"]?.text, let size = value["size"]?.number else { break }
      return "\(name) (\(bytes(size)))"
    case "audit/sheet.announced":
      guard let indicator = value["indicator"]?.number, let grade = value["grade"] else { break }
      return phrasing.say("indicateur \(indicator)\u{202F}: ", "indicator \(indicator): ")
        + words(grade, of: "grade", in: "audit/item")
    case "situation.answer":
      guard let outcome = value["outcome"], outcome.text != nil else { break }
      let motive = value["motive"]?.text.map { phrasing.say(" (motif\u{202F}: \($0))", " (motive: \($0))") } ?? ""
      return words(outcome, of: field, in: typePath) + motive
    case "audit/device.done":
      return value["user"]?.text.flatMap { UserID($0) }.flatMap(person) ?? value["user"]?.text ?? "—"
    default: break
    }
    if let elements = value.elements {
      return elements.isEmpty ? "—" : elements.map { words($0, of: field, in: typePath) }.joined(separator: ", ")
    }
    guard let text = value.text else { return phrasing.words(value) }
    if let words = ValueWords.words(of: text, in: place) { return words.text(in: phrasing.language) }
    if Self.days.contains(place) { return phrasing.day(text) }
    if Self.people.contains(place) { return UserID(text).flatMap(person) ?? text }
    if Self.audits.contains(place) { return EntityID(text).flatMap(audit) ?? phrasing.say("un audit", "an audit") }
    return text
  }

  /// What a body does, as far as its scheme asks.
  private func profile(_ profile: ServiceProfile) -> String {
    let categories = ActionCategory.allCases.filter(profile.categories.contains)
      .map { $0.words.text(in: phrasing.language) }
    let flags: [(Bool, String, String)] = [
      (profile.isCertifying, "mène à une certification", "leads to a certification"),
      (profile.isAlternating, "alternance", "alternating training"),
      (profile.isWorkBased, "formation en situation de travail", "work-based periods"),
      (profile.usesSubcontracting, "sous-traitance ou portage", "subcontracting or umbrella staff"),
    ]
    let words = categories + flags.filter(\.0).map { phrasing.say($0.1, $0.2) }
    return words.isEmpty ? "—" : words.joined(separator: ", ")
  }

  private func bytes(_ size: Int64) -> String {
    size < 1_000
      ? phrasing.say("\(size)\u{202F}octets", "\(size) bytes")
      : phrasing.say("\((size + 500) / 1_000)\u{202F}ko", "\((size + 500) / 1_000) kB")
  }

  private static let days: Set<String> = [
    "dossier.validFrom", "dossier.certificateEnd", "title.since", "audit.startedOn", "audit/sheet.heldOn",
    "audit/evidence.dated", "nonconformity.raisedOn", "situation.on",
  ]
  private static let people: Set<String> = ["audit.lead", "audit.team"]
  private static let audits: Set<String> = ["nonconformity.origin", "decision.audit", "proposal.audit"]
}
