import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import SyncProtocol

/// What the template of a form is given.
struct ActValues {
  let view: ActView
  /// As typed, by the name of the input.
  let typed: [String: [String]]
  let outcome: ActPage.Outcome?
  /// What the person who fills it in was shown.
  let seen: SeenVector
  /// The state a forecast keeps for its asker; nil for the one shown now.
  var shownState: Digest?
  let phrasing: Phrasing

  private var form: ActForm { view.form }

  var mistakes: [String: ActMistake] {
    guard case .mistaken(let mistakes) = outcome else { return [:] }
    return Dictionary(mistakes.map { ($0.input, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first input with a fault takes the focus.
  var focused: String? {
    guard case .mistaken(let mistakes) = outcome else { return nil }
    return mistakes.first?.input
  }

  func say(_ fr: String, _ en: String) -> String { phrasing.sentence(fr, en) }
  func say(_ words: LocalizedText) -> String { phrasing.sentence(words.fr, words.en) }
  func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  var title: String { capitalised(say(form.words)) + (view.body.map { " — \($0)" } ?? "") }

  var page: [String: Any] {
    var values: [String: Any] = [
      "heading": capitalised(say(form.words)), "placePath": placePath, "placeName": placeName,
      "returnPath": ActReturn.path(in: view.stream, about: view.entity), "facts": facts, "isEntitled": view.isEntitled,
      "isAct": form.act != nil,
    ]
    if let name = view.entityName { values["subject"] = name }
    if let outcome { values.merge(explained(outcome)) { $1 } }
    if view.isEntitled {
      values["form"] =
        [
          "formPath": ConsolePath.act(form, view.stream), "formOn": view.entity?.description ?? "",
          "formSeen": JSONWriter.text(seen.json), "inputs": inputs,
          "formState": (shownState ?? view.shownState).map(\.description) as Any? ?? false,
        ] as [String: Any]
    }
    return values
  }

  private var placePath: String {
    view.stream == .directory ? ConsolePath.competences : ConsolePath.dossier(view.stream)
  }

  private var placeName: String {
    guard let body = view.body else { return say("Compétences", "Competences") }
    return "\(body) — \(Titles(phrasing: phrasing).scheme(view.stream))"
  }

  // MARK: who, what, when, why

  private var facts: [[String: Any]] {
    func fact(_ label: String, _ words: String) -> [String: Any] { ["factName": label, "factText": words] }
    let roles = Role.allCases.filter(form.roles.contains).map { say($0.words) }.joined(separator: ", ")
    var facts = [fact(say("Qui peut", "Who may"), roles)]
    if let documents = form.documents { facts.append(fact(say("Pièces", "Documents"), say(documents))) }
    if let deadline = form.deadline {
      let rule = DeadlineTable.standard[deadline]
      facts.append(
        fact(
          say("Délai", "Deadline"),
          say(
            "\(rule.expression.words.fr) ; court depuis : \(rule.trigger.fr) (\(deadline))",
            "\(rule.expression.words.en); runs from: \(rule.trigger.en) (\(deadline))")))
    }
    if !form.rules.isEmpty {
      // Each id stays on one line.
      let ids = form.rules.dropLast().map { "\($0)," } + form.rules.suffix(1).map(\.description)
      facts.append(["factName": say("Règles", "Rules"), "factText": "", "factRules": ids])
    }
    return facts
  }

  // MARK: what became of it

  private func explained(_ outcome: ActPage.Outcome) -> [String: Any] {
    func problem(_ what: String, _ next: String, reasons: [RuleReason] = [], news: [String] = []) -> [String: Any] {
      [
        "problem": [
          "what": what, "next": next, "hasReasons": !reasons.isEmpty, "reasons": reasons.map(reason),
          "hasNews": !news.isEmpty, "news": news,
        ] as [String: Any]
      ]
    }
    switch outcome {
    case .mistaken(let mistakes):
      return [
        "summary": [
          "faults": mistakes.map { mistake -> [String: Any] in
            [
              "faultAnchor": ActInputValues.anchor(mistake.input), "faultLabel": label(of: mistake.input),
              "faultWords": say(mistake.words),
            ]
          }
        ] as [String: Any]
      ]
    case .notEntitled:
      return problem(
        say(
          "Votre rôle ne permet pas de le faire : rien n'a été enregistré.",
          "Your role may not do this: nothing was saved."),
        say("Demandez-le à quelqu'un qui le peut.", "Ask somebody who may."))
    case .stale:
      return problem(
        say(
          "Quelqu'un a écrit depuis que cette page est ouverte : rien n'a été enregistré.",
          "Somebody wrote since this page was opened: nothing was saved."),
        say(
          "Ce que vous avez saisi est encore là. Relisez, puis envoyez à nouveau si cela tient toujours.",
          "What you typed is still here. Read again, then send once more if it still holds."), news: view.news)
    case .refused(let reasons):
      return problem(
        say("L'acte est rejeté.", "The act is refused."),
        say(
          "La demande et son rejet sont consignés au dossier. Vous pouvez corriger et redemander.",
          "The request and its refusal are on record. You can correct and ask again."), reasons: reasons)
    case .quarantined(let code, _):
      return problem(
        say(
          "Le serveur n'a pas admis cette écriture : elle est mise de côté, rien n'a changé.",
          "The server did not take this change: it is kept aside, nothing changed."),
        say(
          "Raison : \(QuarantineWords.text(code).fr) Signalez-le au service certification : la page « Mis de côté » la garde.",
          "Reason: \(QuarantineWords.text(code).en) Tell the certification office: the page “Kept aside” holds it."))
    case .foreseenRefused(let reasons):
      return problem(
        say("Tel que rempli, l'acte serait rejeté.", "As filled in, the act would be refused."),
        say(
          "Rien n'est enregistré : corrigez, ou demandez malgré tout.",
          "Nothing is saved: correct it, or ask all the same."),
        reasons: reasons)
    case .foreseenAccepted: return ["isForeseen": true]
    }
  }

  private func reason(_ reason: RuleReason) -> [String: Any] {
    let text = reason.text
    return [
      "reasonWhat": say(text.what), "reasonWhy": say(text.why), "reasonWay": say(text.wayOut),
      "reasonRule": reason.rule.description,
    ]
  }

  // MARK: inputs

  func label(of name: String) -> String {
    form.inputs.first { $0.name == name }.map { capitalised(say($0.words)) } ?? name
  }

  private var inputs: [[String: Any]] { form.inputs.map { ActInputValues($0, self).values } }
}
