import AuditDesk
import AuditModel
import SyncCore

/// What the templates of a divergence are given.
struct DivergenceValues {
  let view: DivergenceView
  let form: SettlingForm?
  let problem: DivergencePage.Problem?
  let phrasing: Phrasing

  private var mistakes: DivergencePage.Mistakes? {
    if case .mistakes(let mistakes) = problem { mistakes } else { nil }
  }

  var page: [String: Any] {
    var values = place
    if let problem { values["problem"] = explained(problem) }
    switch view.state {
    case .open(let open): values["open"] = self.open(open)
    case .disputed(let disputed): values["open"] = self.disputed(disputed)
    case .settled(let ending): values["settled"] = settled(ending)
    }
    if view.right?.isOpen != true, let form { values["unsent"] = unsent(form) }
    return values
  }

  var place: [String: Any] {
    var values: [String: Any] = [
      "heading": view.place.title(phrasing), "code": view.place.id, "bodyName": view.place.body,
      "bodyPath": ConsolePath.stream(view.place.stream), "formPath": view.place.path,
    ]
    if let audit = view.place.audit {
      values["audit"] = ["auditPath": ConsolePath.audit(view.place.stream, audit.id), "auditTitle": audit.title]
    }
    return values
  }

  // MARK: the values in dispute

  private func open(_ open: OpenDivergence) -> [String: Any] {
    var values = frame(open.right)
    values["meanwhile"] =
      open.isCautious
      ? phrasing.say("\(open.meanwhile) retenue en attendant", "\(open.meanwhile) holds meanwhile")
      : open.isText
        ? phrasing.say("la rédaction la plus récente, sans préférence", "the latest wording, without preference")
        : phrasing.sentence(
          "\(open.meanwhile) : la plus récente, sans préférence", "\(open.meanwhile): the latest, without preference")
    values["meanwhileWhy"] =
      open.isCautious
      ? phrasing.say("La plus grave tient tant que personne n'a tranché.", "The gravest holds until somebody settles.")
      : phrasing.say("Elle ne vaut pas choix.", "It is no choice.")
    values["why"] = why(open.reason)
    values["base"] = open.base.map { side($0, isPickable: false, isText: open.isText) }
    values["noBase"] = open.base.isEmpty
    values["sides"] = open.sides.enumerated().map { number, each in
      side(each, isPickable: open.right.isOpen, isText: open.isText, isFirst: number == 0)
    }
    values["evidence"] = open.evidence.map(evidence)
    values["hasEvidence"] = !open.evidence.isEmpty
    values["observations"] = open.observations.map(note)
    values["hasObservations"] = !open.observations.isEmpty
    if open.right.isOpen {
      values["form"] = formValues(readers: open.authors)
      if let input = view.input, input != .none { values["other"] = other(input) }
    }
    return values
  }

  private func why(_ reason: FieldConflict.Reason) -> String {
    switch reason {
    case .concurrentValues:
      phrasing.say(
        "Chacun a écrit sans avoir vu la valeur de l'autre.", "Each wrote without having seen the other's value.")
    case .overlappingText:
      phrasing.say(
        "Les rédactions changent le même passage ; elles ne peuvent pas être réunies.",
        "The wordings change the same passage; they cannot be put together.")
    }
  }

  private func side(_ side: OpenDivergence.Side, isPickable: Bool, isText: Bool, isFirst: Bool = false) -> [String: Any]
  {
    let hasPieces = isText || side.words.count > 120
    var values: [String: Any] = [
      "sources": side.sources.map(\.values), "notes": side.notes.map(note),
      "label": hasPieces
        ? phrasing.say("Rédaction — \(side.sources[0].who)", "Wording — \(side.sources[0].who)") : side.words,
    ]
    values["hasPieces"] = hasPieces
    if hasPieces { values["pieces"] = side.pieces.map { ["text": $0.text, "isNew": $0.isNew] as [String: Any] } }
    if isPickable { values["pick"] = pick(side.id.description, isFirst: isFirst) }
    return values
  }

  private func pick(_ text: String, isFirst: Bool) -> [String: Any] {
    [
      "take": text, "isChecked": form?.take?.text == text,
      "isFocused": isFirst && (problem == nil || mistakes?.take != nil),
    ]
  }

  private func note(_ note: OpenDivergence.Note) -> [String: Any] {
    ["noteLabel": note.label, "noteText": note.text, "noteBy": note.attribution.values]
  }

  private func evidence(_ line: OpenDivergence.EvidenceLine) -> [String: Any] {
    var values: [String: Any] = ["evidenceTitle": line.title, "standing": line.standing]
    if let dated = line.dated { values["dated"] = dated }
    if let by = line.attribution { values["evidenceBy"] = by.values }
    return values
  }

  // MARK: a disputed deletion

  private func disputed(_ disputed: DisputedDeletion) -> [String: Any] {
    var values = frame(disputed.right)
    values["meanwhile"] = phrasing.say("rien n'est supprimé", "nothing is deleted")
    values["meanwhileWhy"] = phrasing.say("Ce qui a été saisi reste visible.", "What was written stays visible.")
    values["why"] = phrasing.say(
      "L'un a supprimé pendant que d'autres écrivaient encore, sans avoir vu ce qu'ils écrivaient.",
      "One person deleted while others still wrote, without having seen what they wrote.")
    let facts = disputed.facts.map { fact -> [String: Any] in
      var note: [String: Any] = ["noteLabel": fact.field, "noteText": fact.words]
      if let by = fact.attribution { note["noteBy"] = by.values }
      return note
    }
    func way(_ take: String, _ label: String, sources: [OpenDivergence.Source], notes: [[String: Any]])
      -> [String: Any]
    {
      var side: [String: Any] = ["label": label, "sources": sources.map(\.values), "notes": notes]
      if disputed.right.isOpen { side["pick"] = pick(take, isFirst: take == "delete") }
      return side
    }
    values["sides"] = [
      way("delete", phrasing.say("Supprimer à nouveau", "Delete again"), sources: disputed.deletions, notes: []),
      way("restore", phrasing.say("Restaurer", "Restore"), sources: [], notes: facts),
    ]
    if disputed.right.isOpen {
      var fields = formValues(readers: disputed.deletions.map(\.who))
      fields["seen"] = JSONWriter.text(disputed.seen.json)
      values["form"] = fields
    }
    return values
  }

  // MARK: around the values

  private func frame(_ right: SettlingRight) -> [String: Any] {
    var values: [String: Any] = ["settlers": RightWords(right, phrasing).settlers]
    if !right.isOpen { values["closed"] = RightWords(right, phrasing).whatToDo }
    return values
  }

  private func formValues(readers: [String]) -> [String: Any] {
    var values: [String: Any] = [
      "heads": view.heads.map { ["head": $0.description] }, "motive": form?.motive ?? "",
    ]
    if !readers.isEmpty { values["readers"] = list(readers) }
    if let mistake = mistakes?.take { values["takeMistake"] = words(mistake) }
    if let mistake = mistakes?.motive {
      values["motiveMistake"] = words(mistake)
      values["isMotiveFocused"] = mistakes?.take == nil && mistakes?.other == nil
    }
    return values
  }

  private func other(_ input: FieldInput) -> [String: Any] {
    var values: [String: Any] = ["isOtherChecked": form?.take == .other]
    let typed = form?.typed ?? [:]
    switch input {
    case .choice(let choices):
      values["choices"] = choices.map { choice in
        ["code": choice.code, "words": choice.words, "isChosen": typed["value"] == choice.code] as [String: Any]
      }
      values["isChoice"] = true
    case .text: values["isText"] = ["typed": typed["other"] ?? ""]
    case .address, .period:
      values["fields"] = input.names.map { name in
        ["name": name, "fieldLabel": Self.label(name, phrasing), "typed": typed[name] ?? ""]
      }
    case .date, .number, .numbers, .siren, .line:
      values["fields"] = [
        ["name": "other", "fieldLabel": Self.label(of: input, phrasing), "typed": typed["other"] ?? ""]
      ]
    case .none: break
    }
    if let mistake = mistakes?.other { values["otherMistake"] = words(mistake) }
    return values
  }

  private static func label(_ name: String, _ phrasing: Phrasing) -> String {
    switch name {
    case "street": phrasing.say("Numéro et voie", "Number and street")
    case "postcode": phrasing.say("Code postal", "Postcode")
    case "city": phrasing.say("Commune", "Town")
    case "first": phrasing.say("Premier jour (jj/mm/aaaa)", "First day (yyyy-mm-dd)")
    default: phrasing.say("Dernier jour (jj/mm/aaaa)", "Last day (yyyy-mm-dd)")
    }
  }

  private static func label(of input: FieldInput, _ phrasing: Phrasing) -> String {
    switch input {
    case .date: phrasing.say("La date (jj/mm/aaaa)", "The date (yyyy-mm-dd)")
    case .number: phrasing.say("Le nombre, en chiffres", "The number, in digits")
    case .numbers: phrasing.say("Les nombres, séparés par des virgules", "The numbers, separated by commas")
    case .siren: phrasing.say("Le SIREN (neuf chiffres)", "The SIREN (nine digits)")
    default: phrasing.say("La valeur", "The value")
    }
  }

  func words(_ mistake: FieldInput.Mistake) -> String { phrasing.sentence(mistake.words.fr, mistake.words.en) }

  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + phrasing.say(" et ", " and ") + last
  }
}
