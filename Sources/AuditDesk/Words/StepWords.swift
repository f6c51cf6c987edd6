public import AuditModel
import SchemeRules
public import SyncCore

/// What the steps of a change say, in sentences without their subject: « a coté l'indicateur 17 : mineure ».
///
/// Texts of people come out as they were written: whoever shows them makes them harmless for the place they go to.
public struct StepWords: Sendable {
  private let phrasing: Phrasing
  private let values: FieldPhrasing
  private let person: @Sendable (UserID) -> String?

  /// Speaks a language.
  /// - Parameters:
  ///   - stream: where the changes stand.
  ///   - person: what a person is called; nil for somebody unknown.
  ///   - audit: what an audit another entity refers to is called; nil for one not held.
  public init(
    _ language: Language, of stream: StreamID? = nil, person: @escaping @Sendable (UserID) -> String? = { _ in nil },
    audit: @escaping @Sendable (EntityID) -> String? = { _ in nil }
  ) {
    phrasing = Phrasing(language)
    values = FieldPhrasing(language, of: stream, person: person, audit: audit)
    self.person = person
  }

  /// The sentences of a change, in the order of its steps; what is written to one entity in a row is one sentence.
  public func sentences(of change: Change) -> [String] {
    var sentences: [String] = []
    var rest = change.operations[...]
    while let first = rest.first {
      guard isPlainWrite(first), let entity = first.entity else {
        sentences.append(sentence(of: first))
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { isPlainWrite($0) && $0.entity == entity }
      rest.removeFirst(run.count)
      sentences.append(written(Array(run), on: entity))
    }
    return sentences
  }

  /// The sentence of one step.
  public func sentence(of step: SyncCore.Operation) -> String {
    switch step {
    case .set(let field, let on, let to, _, let motive):
      return special(field, on, to).map { $0 + because(motive) } ?? written([step], on: on)
    case .add, .remove: return step.entity.map { written([step], on: $0) } ?? unknown(step)
    case .append(let field, let on, let value, let answers):
      return entry(field, on, value) + (answers == nil ? "" : say(", en réponse", ", in answer"))
    case .delete(let on, _, _): return say("a supprimé ", "deleted ") + the(on)
    case .restore(let on, _): return say("a rétabli ", "restored ") + the(on)
    case .request(let act, _, _):
      let words = ActCatalogue.act(named: act.description)?.words.text(in: phrasing.language) ?? act.description
      return say("a demandé à \(words)", "asked to \(words)")
    case .rule(let ruling): return answer(ruling)
    case .state(let machine, let on, let to, _):
      return say("a fait passer ", "moved ") + the(on) + say(" à l'état «\u{202F}", " to “")
        + values.words(.string(to), of: machine, in: on.typePath) + say("\u{202F}»", "”")
    case .freeze(let on, _):
      return say(
        "a arrêté \(the(on)) en l'état\u{202F}; ce qui arrive ensuite est tardif",
        "froze \(the(on)); what comes later is late")
    case .thaw(let on, _): return say("a rouvert ", "reopened ") + the(on)
    case .lapse(let deadline, let on, let due):
      return say(
        "a constaté l'échéance du \(phrasing.day(due)) (\(deadline))",
        "noted the due date of \(phrasing.day(due)) (\(deadline))")
        + " — " + the(on)
    case .erase(let id, _, let ground):
      return say(
        "a effacé le contenu de la ligne \(id)\(colon)\(ground)", "erased the content of line \(id)\(colon)\(ground)")
    case .unknown: return unknown(step)
    }
  }

  // MARK: writes

  /// Whether a step has no verb of its own and joins its neighbours.
  private func isPlainWrite(_ step: SyncCore.Operation) -> Bool {
    switch step {
    case .set(let field, let on, let to, _, _): special(field, on, to) == nil
    case .add, .remove: true
    default: false
    }
  }

  /// The writes the trade has a verb for.
  private func special(_ field: FieldName, _ on: EntityID, _ value: JSONValue) -> String? {
    guard value != .null else { return nil }
    let words = values.words(value, of: field, in: on.typePath)
    switch "\(on.typePath).\(field)" {
    case "audit/item.grade", "audit/point.grade": return say("a coté ", "graded ") + the(on) + colon + words
    case "audit/item.comment", "audit/point.comment":
      return say("a commenté ", "commented on ") + the(on) + colon + words
    case "audit/item.lack":
      return say("a noté l'absence de preuve sur ", "noted the lack of evidence on ") + the(on) + colon + words
    case "audit/observation.text": return say("a écrit ", "wrote ") + the(on) + colon + words
    case "audit.startedOn": return say("a commencé \(the(on)) le \(words)", "started \(the(on)) on \(words)")
    case "audit/device.done":
      return say("a déclaré la saisie terminée sur \(the(on))", "said that capture is done on \(the(on))")
    default: return nil
    }
  }

  private func written(_ steps: [SyncCore.Operation], on entity: EntityID) -> String {
    let parts = steps.compactMap { part($0, on: entity) }
    guard !parts.isEmpty else { return say("a situé ", "placed ") + the(entity) }
    return say("a renseigné ", "filled in ") + the(entity) + " — " + parts.joined(separator: say("\u{202F}; ", "; "))
  }

  private func part(_ step: SyncCore.Operation, on entity: EntityID) -> String? {
    func words(_ field: FieldName, _ value: JSONValue) -> String { values.words(value, of: field, in: entity.typePath) }
    switch step {
    // The digest a decision is bound to says nothing to people.
    case .set("shownState", _, _, _, _): return nil
    case .set(let field, _, let value, _, let motive):
      // An observation is named by its indicator, site and sample already.
      if entity.typePath == "audit/observation", motive == nil, let text = value.text,
        entity.localName.split(separator: ".").contains(where: { $0.utf8.elementsEqual(text.utf8) })
      {
        return nil
      }
      let name = label(field, entity)
      return (value == .null ? say("\(name) effacé", "\(name) cleared") : name + colon + words(field, value))
        + because(motive)
    case .add(let field, _, let value): return label(field, entity) + " + " + words(field, value)
    case .remove(let field, _, let value, _): return label(field, entity) + " − " + words(field, value)
    default: return nil
    }
  }

  private func entry(_ field: FieldName, _ on: EntityID, _ value: JSONValue) -> String {
    if field == "interviews", let with = value["with"]?.text, let text = value["text"]?.text {
      return say("a noté l'entretien avec \(with)\(colon)\(text)", "noted the interview with \(with)\(colon)\(text)")
    }
    return say("a ajouté aux \(label(field, on))\(colon)", "added to \(label(field, on))\(colon)")
      + values.words(value, of: field, in: on.typePath)
  }

  // MARK: answers

  private func answer(_ ruling: Ruling) -> String {
    let rules = ruling.rules.joined(separator: ", ")
    let reasons = RulingReasons.read(ruling.reasons).map { $0.text.what.text(in: phrasing.language) }
    let verdict =
      switch ruling.verdict {
      case .accepted: say("a admis l'acte demandé", "accepted the act asked for")
      case .refused: say("a rejeté l'acte demandé", "refused the act asked for")
      }
    return verdict + (rules.isEmpty ? "" : " (\(rules))")
      + (reasons.isEmpty ? "" : colon + reasons.joined(separator: " "))
  }

  private func unknown(_ step: SyncCore.Operation) -> String {
    guard case .unknown(let name, _) = step else { return "" }
    return say(
      "a écrit une étape d'une version plus récente («\u{202F}\(name)\u{202F}»), gardée sans effet ici",
      "wrote a step of a newer version (“\(name)”), kept without effect here")
  }

  // MARK: words

  private func say(_ fr: String, _ en: String) -> String { phrasing.say(fr, en) }
  private var colon: String { say("\u{202F}: ", ": ") }
  private var entities: EntityPhrasing { EntityPhrasing(phrasing: phrasing, person: person) }
  private func the(_ entity: EntityID) -> String { entities.the(entity) }
  private func label(_ field: FieldName, _ entity: EntityID) -> String { entities.field(field, of: entity) }
  private func because(_ motive: String?) -> String {
    motive.map { say(" (motif\u{202F}: \($0))", " (motive: \($0))") } ?? ""
  }
}
