import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// Values of an audit's fields in words of the field: no code, no id, no raw date on the screen.
extension AuditView {
  func words(_ value: JSONValue?, of field: FieldName) -> String {
    guard let value else { return "—" }
    switch field {
    case "lead", "team":
      return value.text.flatMap { UserID($0) }.map { source.people.name($0) } ?? phrasing.words(value)
    case "kind": return value.text.map { kind($0) } ?? phrasing.words(value)
    case "mode": return value.text.map { mode($0) } ?? phrasing.words(value)
    case "days": return days(value)
    case "startedOn", "heldOn", "dated": return value.text.map { phrasing.day($0) } ?? phrasing.words(value)
    case "held": return text(EvidenceStanding(held: value.text).words)
    case "guide", "pack": return value.text.map { field == "pack" ? pack($0) : $0 } ?? phrasing.words(value)
    case "file": return value["name"]?.text ?? phrasing.words(value)
    case "site": return value.text.map { site($0) } ?? phrasing.words(value)
    case "sample": return value.text.map { sample($0) } ?? phrasing.words(value)
    case "sites", "samples": return value["name"]?.text ?? value["title"]?.text ?? phrasing.words(value)
    case "documents": return value.text.map { document($0) } ?? phrasing.words(value)
    case "announced": return announced(value)
    default: return phrasing.words(value)
    }
  }

  private func kind(_ code: String) -> String { QualiopiAuditKind(rawValue: code).map { text($0.words) } ?? code }

  private func mode(_ code: String) -> String { AuditMode(rawValue: code).map { text($0.words) } ?? code }

  private func document(_ code: String) -> String { DueDocument(rawValue: code).map { text($0.label) } ?? code }

  private func days(_ value: JSONValue) -> String {
    guard let first = value["first"]?.text, let last = value["last"]?.text else { return phrasing.words(value) }
    return phrasing.days(first, last)
  }

  private func pack(_ name: String) -> String {
    guard let pack = RulePack.named(name) else { return name }
    return say(
      "\(pack.scheme.name), en vigueur depuis le \(phrasing.day(pack.effectiveFrom))",
      "\(pack.scheme.name), in force since \(phrasing.day(pack.effectiveFrom))")
  }

  private func announced(_ value: JSONValue) -> String {
    guard let code = value["indicator"].map({ phrasing.words($0) }) else { return phrasing.words(value) }
    return say("indicateur \(code)", "indicator \(code)")
      + (value["grade"].map { say(" : ", ": ") + phrasing.words($0) } ?? "")
  }

  /// `un`, `deux`… up to ten, figures beyond.
  func numeral(_ count: Int) -> String {
    let french = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
    let english = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    guard french.indices.contains(count) else { return String(count) }
    return phrasing.language == .french ? french[count] : english[count]
  }

  /// The write a shown value comes from, the last in display order where several agree.
  func source(of field: FieldView?) -> Write? {
    field?.heads.last { $0.value == field?.shown } ?? field?.heads.last
  }

  /// Who said what a field shows; `false` for a field nobody wrote.
  func by(_ field: FieldView?) -> Any { source(of: field).map { source.attribution($0).values } as Any? ?? false }
}
