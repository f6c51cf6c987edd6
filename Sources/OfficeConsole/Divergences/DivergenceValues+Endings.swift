import AuditDesk
import AuditModel
import SyncCore
import SyncProtocol

/// What is shown once something was decided, refused, or is about to be.
extension DivergenceValues {
  func settled(_ ending: Ending) -> [String: Any] {
    var values: [String: Any] = [
      "endWords": ending.words, "isWritten": ending.isText,
      "alternatives": ending.alternatives.map {
        ["words": $0.words, "saidBy": $0.attribution.values] as [String: Any]
      },
      "hasAlternatives": !ending.alternatives.isEmpty,
    ]
    if let motive = ending.motive { values["endMotive"] = motive }
    if let settling = ending.settling { values["endBy"] = settling.values }
    return values
  }

  /// What was typed and not saved, where there is no form left to keep it in.
  func unsent(_ form: SettlingForm) -> [String: Any] {
    var values: [String: Any] = [:]
    if !form.reason.isEmpty { values["unsentMotive"] = form.reason }
    if form.take == .other, case .success(let value)? = view.input?.value(form.typed) {
      values["unsentValue"] = words(of: value)
    }
    return values
  }

  func explained(_ problem: DivergencePage.Problem) -> [String: Any] {
    switch problem {
    case .mistakes:
      return [
        "what": phrasing.sentence(
          "Rien n'est enregistré : il manque quelque chose.", "Nothing was saved: something is missing."),
        "next": phrasing.say(
          "Ce qui manque est dit à sa place ; ce que vous avez saisi y est encore.",
          "What is missing is said in its place; what you typed is still there."),
      ]
    case .fault(.stale), .fault(.repeated):
      return [
        "what": phrasing.sentence(
          "Entre-temps, cela a changé : rien n'a été enregistré.", "This has changed meanwhile: nothing was saved."),
        "next": phrasing.say(
          "Voici l'état actuel\u{202F}; ce que vous avez saisi est conservé.",
          "Here is the state of now; what you typed is kept."),
        "news": view.news.map(news), "hasNews": !view.news.isEmpty,
      ]
    case .fault(.notEntitled):
      return [
        "what": phrasing.sentence(
          "Vous ne pouvez pas trancher ceci : rien n'a été enregistré.", "You may not settle this: nothing was saved."),
        "next": view.right.map { RightWords($0, phrasing).whatToDo } ?? "",
      ]
    case .fault(.frozen):
      return [
        "what": phrasing.sentence(
          "Les valeurs sont figées : rien n'a été enregistré.", "The values are fixed: nothing was saved."),
        "next": phrasing.say(
          "Le rapport a été présenté. Le responsable d'audit établit une nouvelle version (R-ROLE-16).",
          "The report was presented. The lead auditor issues a new version (R-ROLE-16)."),
      ]
    case .quarantined(let code, _):
      return [
        "what": phrasing.sentence(
          "Le serveur n'a pas admis cette écriture : elle est mise de côté, rien n'a changé.",
          "The server did not take this change: it is kept aside, nothing changed."),
        "next": phrasing.sentence(
          "Raison : \(QuarantineWords.text(code).fr) Signalez-le au service certification : la page « Mis de côté » la garde.",
          "Reason: \(QuarantineWords.text(code).en) Tell the certification office: the page “Kept aside” holds it."),
      ]
    }
  }

  private func news(_ news: DivergenceView.News) -> [String: Any] {
    let sentence =
      switch news.motive {
      case nil: phrasing.sentence("\(news.who) a écrit : \(news.words)", "\(news.who) wrote: \(news.words)")
      case ""?: phrasing.sentence("\(news.who) a tranché : \(news.words)", "\(news.who) settled: \(news.words)")
      case let motive?:
        phrasing.sentence(
          "\(news.who) a tranché : \(news.words). Motif : \(motive)",
          "\(news.who) settled: \(news.words). Motive: \(motive)")
      }
    return ["newsText": sentence, "newsBy": news.attribution.values]
  }

  // MARK: before writing

  func preview(_ settlement: Settlement) -> [String: Any] {
    var values = place
    let form = self.form
    var hidden: [[String: String]] = settlement.shown.sorted().map { ["name": "head", "value": $0.description] }
    if let take = form?.take { hidden.append(["name": "take", "value": take.text]) }
    for (name, value) in (form?.typed ?? [:]).sorted(by: { $0.key < $1.key }) {
      hidden.append(["name": name, "value": value])
    }
    if case .delete(let seen) = settlement.outcome {
      hidden.append(["name": "seen", "value": JSONWriter.text(seen.json)])
    }
    hidden.append(["name": "motive", "value": settlement.motive])
    values["hidden"] = hidden
    if !readers.isEmpty { values["previewReaders"] = list(readers) }
    values["sentence"] = sentence(settlement)
    values["previewMotive"] = settlement.motive
    values["reader"] = view.reader
    values["now"] = view.moment
    if case .value(let field, let value) = settlement.outcome, AuditSchemaText.isText(field, view.place.entity) {
      values["previewText"] = words(of: value)
    }
    return values
  }

  private var readers: [String] {
    switch view.state {
    case .open(let open): open.authors
    case .disputed(let disputed): disputed.deletions.map(\.who)
    case .settled: []
    }
  }

  private func sentence(_ settlement: Settlement) -> String {
    let title = view.place.title(phrasing)
    switch settlement.outcome {
    case .value(let field, let value):
      return AuditSchemaText.isText(field, view.place.entity)
        ? phrasing.sentence("\(view.reader) a tranché. \(title) :", "\(view.reader) settled. \(title):")
        : phrasing.sentence(
          "\(view.reader) a tranché. \(title) « \(words(of: value)) ».",
          "\(view.reader) settled. \(title) “\(words(of: value))”.")
    case .delete:
      return phrasing.say(
        "\(view.reader) a tranché. \(view.place.entityTitle) est supprimé.",
        "\(view.reader) settled. \(view.place.entityTitle) is deleted.")
    case .restore:
      return phrasing.say(
        "\(view.reader) a tranché. \(view.place.entityTitle) est restauré.",
        "\(view.reader) settled. \(view.place.entityTitle) is restored.")
    }
  }

  /// A value in words: as its side says it, or as the list of choices does.
  private func words(of value: JSONValue) -> String {
    if case .open(let open) = view.state, let side = open.sides.first(where: { $0.value == value }) {
      return side.words
    }
    if case .choice(let choices) = view.input, let choice = choices.first(where: { $0.value == value }) {
      return choice.words
    }
    if view.input == .date { return phrasing.day(value.text) }
    if view.input == .period {
      return phrasing.day(value["first"]?.text) + " – " + phrasing.day(value["last"]?.text)
    }
    return value.text ?? phrasing.words(value)
  }
}
