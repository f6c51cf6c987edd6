import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// A value of a known field as people read it: coded values in words, people by name, days as days, texts as written.
struct FieldWords {
  let people: People
  let fold: StreamFold

  private var phrasing: Phrasing { people.phrasing }

  func words(_ value: JSONValue?, _ field: FieldName, of entity: EntityID) -> String {
    guard let value, value != .null else { return phrasing.say("rien (effacé)", "nothing (cleared)") }
    switch (entity.typePath, field) {
    case ("audit", "lead"), ("audit", "team"): return name(value)
    case ("audit", "days"):
      return phrasing.say("du ", "from ") + phrasing.day(value["first"]?.text) + phrasing.say(" au ", " to ")
        + phrasing.day(value["last"]?.text)
    case ("audit", "kind"): return coded(value, QualiopiAuditKind.init(rawValue:), \.words)
    case ("audit", "mode"): return coded(value, AuditMode.init(rawValue:), \.words)
    case ("decision", "outcome"): return coded(value, DecisionOutcome.init(rawValue:), \.words)
    case ("audit/evidence", "held"): return EvidenceStanding(held: value.text).words.text(in: phrasing.language)
    case ("audit/evidence", "file"): return value["name"]?.text ?? phrasing.words(value)
    case ("audit/device", "done"): return value["user"].map(name) ?? phrasing.words(value)
    case ("decision", "audit"), ("proposal", "audit"), ("nonconformity", "origin"): return audit(value)
    case ("situation", "subject"): return SituationSubject(value.text ?? "").words.text(in: phrasing.language)
    case ("situation", "answer"): return answer(value)
    case ("dossier", "profile"): return profile(value)
    case ("body", "actionCategories"): return (value.elements ?? [value]).map(category).joined(separator: ", ")
    default: return plain(value, field, of: entity)
    }
  }

  private func plain(_ value: JSONValue, _ field: FieldName, of entity: EntityID) -> String {
    guard let text = value.text else { return phrasing.words(value) }
    if FieldInput.dateFields.contains(field) { return phrasing.day(text) }
    // Only a coded field is read by the table of codes: a person may well have typed « gap ».
    return field == "grade" ? phrasing.words(value) : text
  }

  private func name(_ value: JSONValue) -> String {
    value.text.flatMap { UserID($0) }.map(people.name) ?? phrasing.words(value)
  }

  private func coded<Code>(_ value: JSONValue, _ read: (String) -> Code?, _ words: (Code) -> LocalizedText) -> String {
    value.text.flatMap(read).map { words($0).text(in: phrasing.language) } ?? phrasing.words(value)
  }

  private func audit(_ value: JSONValue) -> String {
    guard let id = value.text.flatMap({ EntityID($0) }), let board = AuditBoard(id, in: fold) else {
      return phrasing.words(value)
    }
    return Titles(phrasing: phrasing).audit(board)
  }

  private func answer(_ value: JSONValue) -> String {
    guard let outcome = value["outcome"]?.text.flatMap(SituationAnswer.Outcome.init(rawValue:)) else {
      return phrasing.words(value)
    }
    return outcome.words.text(in: phrasing.language) + (value["motive"]?.text.map { " — \($0)" } ?? "")
  }

  private func profile(_ value: JSONValue) -> String {
    let categories = (value["categories"]?.elements ?? []).map(category)
    let traits: [(String, String)] = [
      ("certifying", phrasing.say("formations certifiantes", "certifying training")),
      ("alternating", phrasing.say("alternance", "alternating training")),
      ("workBased", phrasing.say("formation en situation de travail", "work-based training")),
      ("subcontracting", phrasing.say("sous-traitance", "subcontracting")),
    ]
    let words = categories + traits.filter { value[$0.0]?.truth == true }.map(\.1)
    return words.isEmpty ? phrasing.words(value) : words.joined(separator: ", ")
  }

  private func category(_ value: JSONValue) -> String {
    let code = value.text ?? ""
    let known: ActionCategory? =
      switch code {
      case "training-actions": .training
      case "skills-assessments": .skillsAssessment
      case "prior-experience": .priorExperience
      case "apprenticeships": .apprenticeship
      default: ActionCategory(rawValue: code)
      }
    return known?.words.text(in: phrasing.language) ?? phrasing.words(value)
  }
}
