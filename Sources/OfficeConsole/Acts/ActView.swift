import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore

/// A form with what it may be filled in with, read at one moment for its page.
struct ActView: Sendable {
  /// One thing to choose.
  struct Option: Sendable, Equatable {
    let code: String
    let words: String
  }

  let form: ActForm
  let stream: StreamID
  /// What it is about; nil where it makes something new.
  let entity: EntityID?
  let entityName: String?
  /// The body of the dossier; nil for the directory.
  let body: String?
  /// Whether the reader has one of the form's roles.
  let isEntitled: Bool
  /// What the page shows of the stream: what comes later is outside of it.
  let seen: SeenVector
  /// The digest of the state shown, for a form that is bound to it.
  let shownState: Digest?
  /// What may be chosen, by the name of the input.
  let options: [String: [Option]]
  /// The forms that make an entity of a type that inputs ask for and the stream has none of.
  let makers: [String: ActForm]
  /// Fields somebody wrote meanwhile, as they stand now.
  let news: [String]
  /// Whether it is an entry that was recorded already: what this console sent once more is answered, nothing is filled in.
  let isRecorded: Bool

  /// Reads a form for an entity.
  /// - Throws: `PageFault.notFound` for a form, stream or entity that is not there, or not for this reader.
  init(
    _ reading: ConsoleReading, _ form: ActForm, in stream: StreamID, on entity: EntityID?, phrasing: Phrasing,
    stale: [ActSending.StaleField] = [], isSent: Bool = false
  ) throws {
    guard ActPlace.belongs(form, in: stream), let fold = try reading.fold(stream) else { throw PageFault.notFound }
    let entry = ActEntry(entity, of: form, in: fold, reading.replica)
    guard entry == .open || isSent && entry == .recorded else { throw PageFault.notFound }
    isRecorded = entry == .recorded
    let people = try People(reading, phrasing)
    let wording = FactWording(fold, people)
    let roles = reading.author.roles
    self.form = form
    self.stream = stream
    self.entity = entity
    entityName = entity.map { wording.name($0) }
    body = stream == .directory ? nil : try Titles(phrasing: phrasing).body(stream, reading)
    isEntitled = !form.roles.isDisjoint(with: roles)
    seen = try reading.seen(stream)
    shownState = form.bindsState ? fold.stateDigest(schema: AuditSchema.current) : nil
    var options: [String: [Option]] = [:]
    var makers: [String: ActForm] = [:]
    for input in form.inputs {
      switch input.kind {
      case .choice(let choices):
        options[input.name] = choices.map { Option(code: $0.code, words: phrasing.sentence($0.words.fr, $0.words.en)) }
      case .person: options[input.name] = Self.persons(people)
      case .reopening:
        options[input.name] = ReopenedFile.all(in: fold, directory: try reading.fold(.directory)) { people.name($0) }
          .map {
            Option(code: $0.key, words: phrasing.sentence($0.title.fr, $0.title.en))
          }
      case .newFact: options[input.name] = Self.newFacts(in: fold, directory: try reading.fold(.directory), people)
      case .evidence: options[input.name] = entity.map { Self.evidence(on: $0, wording) } ?? []
      case .entity(let type):
        let found = Self.entities(type, wording)
        options[input.name] = found
        if found.isEmpty {
          makers[input.name] = ActPlace.creating(in: stream, for: roles).first { $0.entityType == type }
        }
      case .entityOf(let types): options[input.name] = types.flatMap { Self.entities($0, wording) }
      default: break
      }
    }
    self.options = options
    self.makers = makers
    news = stale.map { place in
      let field = Titles(phrasing: phrasing).field(place.field, of: place.entity)
      return phrasing.sentence("\(field) : ", "\(field): ") + (wording.fact(place.field, of: place.entity) ?? "—")
    }
  }

  /// What is known now and no correction has answered; each says what it contradicts where there are several.
  private static func newFacts(in fold: StreamFold, directory: StreamFold?, _ people: People) -> [Option] {
    let views = Reopenings.all(in: fold, directory: directory).map {
      ReopeningView($0, of: fold.stream, language: people.phrasing.language) { people.name($0) }
    }
    return views.flatMap { view in
      zip(view.reopening.facts, view.facts).map { fact, words in
        Option(code: fact.citation, words: views.count == 1 ? words : "\(words) — \(view.what)")
      }
    }.reduce(into: []) { options, option in
      if !options.contains(where: { $0.code.utf8.elementsEqual(option.code.utf8) }) { options.append(option) }
    }
  }

  /// The evidence received on a non-conformity, by what a ruling on it names it by.
  private static func evidence(on nonConformity: EntityID, _ wording: FactWording) -> [Option] {
    (NonConformityReading(wording.fold).facts(of: nonConformity)?.evidence ?? []).map { receipt in
      Option(code: receipt.reference, words: wording.evidence(receipt.reference))
    }
  }

  private static func persons(_ people: People) -> [Option] {
    people.directory.users.filter(people.directory.isActive).map { user in
      let roles = people.directory.roles(of: user).map { $0.words.text(in: people.phrasing.language) }.sorted()
      return Option(
        code: user.description,
        words: roles.isEmpty ? people.name(user) : "\(people.name(user)) (\(roles.joined(separator: ", ")))")
    }.sorted { ($0.words, $0.code) < ($1.words, $1.code) }
  }

  /// The entities of a type, the newest names last; a letter once, however often its dates were corrected.
  private static func entities(_ type: String, _ wording: FactWording) -> [Option] {
    wording.fold.standing(ofType: type)
      .filter { type != "mail" || wording.mail[$0]?.corrects == nil }
      .map { Option(code: $0.description, words: wording.name($0)) }
  }
}
