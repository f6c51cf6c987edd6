import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// How the facts of one stream read on a page: codes by the words of the forms that write them, days, people and
/// entities by their names.
struct FactWording {
  let fold: StreamFold
  let people: People
  let mail: MailRegister
  private let fields: FieldPhrasing
  private let audits: [EntityID: String]
  private let letters: LetterNames

  var phrasing: Phrasing { people.phrasing }

  init(_ fold: StreamFold, _ people: People) {
    self.fold = fold
    self.people = people
    mail = MailRegister(fold)
    let titles = Titles(phrasing: people.phrasing)
    let audits = Dictionary(
      fold.standing(ofType: "audit").compactMap { AuditBoard($0, in: fold) }.map { ($0.id, titles.audit($0)) },
      uniquingKeysWith: { first, _ in first })
    self.audits = audits
    let letters = LetterNames(fold, mail, people.phrasing)
    self.letters = letters
    fields = FieldPhrasing(
      people.phrasing.language, of: fold.stream, person: { people.name($0) }, letter: { letters[$0] },
      audit: { audits[$0] })
  }

  func say(_ fr: String, _ en: String) -> String { phrasing.sentence(fr, en) }

  func say(_ words: LocalizedText) -> String { phrasing.sentence(words.fr, words.en) }

  /// What a field of an entity shows; nil where nobody wrote it.
  func fact(_ field: FieldName, of entity: EntityID) -> String? {
    guard let value = fold.field(field, of: entity, schema: AuditSchema.current)?.shown, value != .null,
      value.elements?.isEmpty != true
    else { return nil }
    return words(value, of: field, in: entity.typePath)
  }

  /// The text a field shows as it was written.
  func text(_ field: FieldName, of entity: EntityID) -> String? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.text
  }

  /// The number a field shows.
  func number(_ field: FieldName, of entity: EntityID) -> Int64? {
    fold.field(field, of: entity, schema: AuditSchema.current)?.shown?.number
  }

  /// Whether people wrote a field differently and nobody has settled it.
  func isDisputed(_ field: FieldName, of entity: EntityID) -> Bool {
    fold.field(field, of: entity, schema: AuditSchema.current)?.conflict != nil
  }

  /// A value in words; `—` for none.
  func words(_ value: JSONValue?, of field: FieldName, in typePath: String) -> String {
    words(value, of: field, in: typePath) { name($0) }
  }

  /// - Parameter reference: what an entity is called; one that is being named names no other by its own facts.
  private func words(
    _ value: JSONValue?, of field: FieldName, in typePath: String, reference: (EntityID) -> String
  ) -> String {
    guard let value, value != .null else { return "—" }
    if let elements = value.elements {
      return elements.isEmpty
        ? "—" : elements.map { words($0, of: field, in: typePath, reference: reference) }.joined(separator: ", ")
    }
    if let cents = value.number, field.description.hasSuffix("Cents") { return phrasing.euros(cents) }
    if typePath == "correction", field == "fact", let fact = value.text.flatMap({ ChangeID($0) }).flatMap(written) {
      return fact
    }
    let known = fields.words(value, of: field, in: typePath)
    guard let text = value.text else {
      guard let members = value.members, known == phrasing.words(value), value["street"] == nil else { return known }
      return members.map { member in
        let inner = FieldName(member.key) ?? field
        return words(member.value, of: inner, in: typePath, reference: reference)
      }.joined(separator: ", ")
    }
    if let entity = EntityID(text), fold.entities[entity] != nil { return reference(entity) }
    // What the general words of values know is said by them.
    guard known.utf8.elementsEqual(text.utf8) else { return known }
    if let choice = Self.choice(text, of: field, in: typePath) { return say(choice) }
    if let day = CivilDate(text) { return phrasing.day(day) }
    if let user = UserID(text), let name = people.directory.name(of: user) { return name }
    return text
  }

  /// The words a form gives a code it writes; a field of another name than the input's is found by the code alone.
  private static func choice(_ code: String, of field: FieldName, in typePath: String) -> LocalizedText? {
    // A text people write freely is no code, whatever it says.
    guard AuditSchema.current.kind(of: field, in: typePath) != .text else { return nil }
    let inputs = ActForm.all.filter { $0.entityType.utf8.elementsEqual(typePath.utf8) }.flatMap(\.inputs)
    let own = inputs.filter { $0.name.utf8.elementsEqual(field.description.utf8) }
    for input in own.isEmpty ? inputs : own {
      guard case .choice(let choices) = input.kind else { continue }
      if let found = choices.first(where: { $0.code.utf8.elementsEqual(code.utf8) }) { return found.words }
    }
    return nil
  }

  // MARK: names

  /// What an entity is called: its type and what tells it from others of that type.
  func name(_ entity: EntityID) -> String {
    let titles = Titles(phrasing: phrasing)
    if entity.typePath == "audit" { return audits[entity] ?? say("un audit", "an audit") }
    if let letter = letters[entity] { return letter }
    guard let telling = Self.telling[entity.typePath] else { return titles.entity(entity) }
    let type = AuditSchema.current.type(entity.typePath)?.words.text(in: phrasing.language) ?? entity.typePath
    let facts = telling.compactMap { field -> String? in
      guard let value = fold.field(field, of: entity, schema: AuditSchema.current)?.shown, value != .null else {
        return nil
      }
      let words = ShortText.cut(
        words(value, of: field, in: entity.typePath) { audits[$0] ?? titles.entity($0) })
      let isBare = value.number != nil || value.text.flatMap { CivilDate($0) } != nil
      return isBare ? "\(titles.field(field, of: entity)) \(words)" : words
    }
    return facts.isEmpty ? "\(type) \(entity.localName.suffix(8))" : "\(type) — \(facts.joined(separator: ", "))"
  }

  /// What a change wrote, where a correction cites it; nil for one this stream does not hold.
  private func written(_ change: ChangeID) -> String? {
    for (entity, facts) in fold.entities {
      for (field, state) in facts.fields {
        guard let value = state.writes.values.first(where: { $0.id == change })?.value else { continue }
        let titles = Titles(phrasing: phrasing)
        let words = words(value, of: field, in: entity.typePath) { audits[$0] ?? titles.entity($0) }
        return "\(name(entity)) — "
          + say("\(titles.field(field, of: entity)) : \(words)", "\(titles.field(field, of: entity)): \(words)")
      }
    }
    return nil
  }

  /// Evidence by what a ruling on it names: a letter, something captured, or the day it was handed over.
  func evidence(_ reference: String) -> String {
    if let entity = EntityID(reference), fold.entities[entity] != nil { return name(entity) }
    guard let day = CivilDate(reference) else { return say("une preuve", "a piece of evidence") }
    return say("remise le \(phrasing.day(day))", "handed over on \(phrasing.day(day))")
  }

  /// The fields that tell entities of one type apart, in the order they are said.
  private static let telling: [String: [FieldName]] = [
    "contract": ["quotedOn"], "declaration": ["subject", "effectiveOn"], "correction": ["outcome", "from"],
    "complaint": ["kind", "from", "about"], "billing": ["item"], "unpaid": ["since"], "subcontract": ["party"],
    "decision": ["measure", "outcome", "decidedOn"], "nonconformity": ["indicator", "grade", "raisedOn"],
    "proposal": ["kind"], "competence": ["person", "role"],
  ]
}
