import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension FieldPhrasing {
  /// The fields whose value a form puts together from several inputs: the form, and the input of each member that is not
  /// named like its input.
  private static let compositions: [String: (form: String, inputs: [String: String])] = [
    "dossier.funding": ("funding.record", [:]),
    "dossier.activityDeclaration": ("dossier.record", ["filedOn": "declared", "firstContractOn": "first-contract"]),
    "dossier.funderRequest": ("dossier.record", ["on": "funder-request"]),
    "dossier.contactUpdate": ("dossier.record", ["at": "contact-updated", "openedOn": "access-opened"]),
    "audit.markUse": ("audit.mark", [:]),
    "followup.purchaseOrder": ("order.record", [:]),
    "followup.mission": ("audit.bill", ["costCents": "mission-cost", "fromMainland": "from-mainland"]),
    "subcontract.terms": ("subcontract.record", [:]), "subcontract.standing": ("subcontract.record", [:]),
    "correction.validity": ("correction.record", ["from": "valid-from", "end": "valid-until"]),
    "correction.condition": ("correction.record", ["text": "condition"]),
  ]

  /// A value of several members, each by the words of the input it came from; nil for another place or shape.
  func members(of value: JSONValue, in place: String) -> String? {
    if place == "dossier.edofTurnover" {
      let years = value.members?.compactMap { year in
        year.value.number.map { phrasing.say("\(year.key)\u{202F}: ", "\(year.key): ") + phrasing.euros($0) }
      }
      return years.flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") }
    }
    guard let composition = Self.compositions[place], let members = value.members,
      let form = ActForm.named(composition.form)
    else { return nil }
    // In the order of the form, whatever the order of the line.
    let said = form.inputs.compactMap { input -> String? in
      let key = composition.inputs.first { $0.value == input.name }?.key ?? input.name
      guard composition.inputs[input.name] == nil || composition.inputs[input.name] == input.name,
        let member = members.first(where: { $0.key.utf8.elementsEqual(key.utf8) })?.value
      else { return nil }
      return member == .bool(true)
        ? label(input) : label(input) + phrasing.say("\u{202F}: ", ": ") + answer(member, to: input)
    }
    return said.isEmpty ? nil : said.joined(separator: phrasing.say("\u{202F}; ", "; "))
  }

  private func label(_ input: ActInput) -> String { phrasing.say(input.words.fr, input.words.en) }

  /// A member as the input it came from takes it.
  private func answer(_ member: JSONValue, to input: ActInput) -> String {
    if let elements = member.elements { return elements.map { answer($0, to: input) }.joined(separator: ", ") }
    if case .euros = input.kind, let cents = member.number { return phrasing.euros(cents) }
    guard let text = member.text else { return phrasing.words(member) }
    switch input.kind {
    case .choice(let choices):
      return choices.first { $0.code.utf8.elementsEqual(text.utf8) }.map { phrasing.say($0.words.fr, $0.words.en) }
        ?? text
    case .day: return phrasing.day(Instant(text)?.parisDate.description ?? text)
    default: return text
    }
  }

  /// What a correction takes up again, and on which fact: keys people never see in words.
  func correction(_ text: String, in place: String) -> String? {
    switch place {
    case "correction.of":
      let entities = EntityPhrasing(phrasing: phrasing, person: person)
      switch Reopening.Subject(key: text) {
      case .act(let act, let entity, _):
        return phrasing.say(
          "«\u{202F}\(ActWords.words(act).fr)\u{202F}» sur \(entities.the(entity))",
          "“\(ActWords.words(act).en)” on \(entities.the(entity))")
      case .lapse(let deadline, let entity, let due):
        return phrasing.say(
          "\(DeadlineWords.title(deadline).fr), \(phrasing.day(due)), sur \(entities.the(entity))",
          "\(DeadlineWords.title(deadline).en), \(phrasing.day(due)), on \(entities.the(entity))")
      case nil: return phrasing.say("une décision ou un effet", "a decision or an effect")
      }
    case "correction.fact":
      if let reason = NewFact.reason(citedAs: text) { return reason.text.what.text(in: phrasing.language) }
      return ChangeID(text) == nil ? nil : phrasing.say("un fait écrit au dossier", "a fact written to the dossier")
    case "correction.shownState", "decision.shownState":
      return phrasing.say("celui que la page montrait", "the one the page showed")
    default: return nil
    }
  }
}
