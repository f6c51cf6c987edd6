import AuditDesk
import AuditModel
import SyncProtocol

/// What the template of an observed change is given.
struct SituationValues {
  let view: SituationView
  let form: SituationForm?
  let problem: SituationPage.Problem?
  let isDone: Bool
  let phrasing: Phrasing

  var title: String {
    let subject = view.subject.words.text(in: phrasing.language)
    return phrasing.sentence("Changement constaté : \(subject)", "Observed change: \(subject)")
  }

  var page: [String: Any] {
    var values: [String: Any] = [
      "heading": title, "bodyName": view.body, "bodyPath": ConsolePath.stream(view.stream),
      "formPath": ConsolePath.situation(view.stream, view.entity), "observed": view.observed,
    ]
    if let by = view.observedBy { values["observedBy"] = by.values }
    if let day = view.seenOn { values["seenOn"] = day }
    if let proof = view.proofDue { values["proofDue"] = proof }
    if let note = view.note, !note.isEmpty { values["note"] = note }
    if let register = view.register {
      var place: [String: Any] = ["registerLabel": register.label, "registerWords": register.words]
      if let by = register.by { place["registerBy"] = by.values }
      values["register"] = place
    } else {
      values["noRegister"] = true
    }
    if let problem { values["problem"] = explained(problem) }
    standing(&values)
    return values
  }

  private func standing(_ values: inout [String: Any]) {
    switch view.standing {
    case .open: values["form"] = formValues
    case .othersAnswer:
      values["closed"] = phrasing.say(
        "C'est au service certification de répondre. Complétez la note depuis votre poste si vous en savez plus.",
        "It is for the certification office to answer. Add to the note on your device if you know more.")
    case .disputed(let path): values["disputedPath"] = path
    case .confirmed: values["confirmed"] = true
    case .answered(let answer):
      values["answered"] =
        [
          "answerWords": answer.outcome.words.text(in: phrasing.language), "answerMotive": answer.motive,
          "answerWho": answer.who, "answerMoment": answer.moment,
        ] as [String: Any]
      if isDone { values["done"] = true }
    }
    if view.standing != .open, let form, !form.reason.isEmpty { values["unsentMotive"] = form.reason }
  }

  private var formValues: [String: Any] {
    let mistake = problem.flatMap {
      if case .incomplete = $0 { form.flatMap { SettlingForm.mistake(motive: $0.reason) } } else { nil }
    }
    let hasNoChoice = if case .incomplete? = problem { form?.outcome == nil } else { false }
    var values: [String: Any] = [
      "heads": view.heads.map { ["head": $0.text] }, "motive": form?.motive ?? "",
      "isAccepted": form?.outcome == .accepted, "isSetAside": form?.outcome == .setAside,
      "isTakeFocused": problem == nil || hasNoChoice,
    ]
    if let register = view.register { values["next"] = ["nextWords": register.nextWords, "nextLabel": register.label] }
    if hasNoChoice { values["takeMistake"] = phrasing.say("Acceptez ou écartez.", "Accept or set aside.") }
    if let mistake {
      values["motiveMistake"] = phrasing.sentence(mistake.words.fr, mistake.words.en)
      values["isMotiveFocused"] = !hasNoChoice
    }
    return values
  }

  private func explained(_ problem: SituationPage.Problem) -> [String: Any] {
    switch problem {
    case .incomplete:
      [
        "what": phrasing.sentence(
          "Rien n'est enregistré : il manque quelque chose.", "Nothing was saved: something is missing."),
        "next": phrasing.say(
          "Ce qui manque est dit à sa place ; ce que vous avez saisi y est encore.",
          "What is missing is said in its place; what you typed is still there."),
      ]
    case .fault(.notEntitled):
      [
        "what": phrasing.sentence(
          "Vous ne pouvez pas répondre à ce constat : rien n'a été enregistré.",
          "You may not answer this observation: nothing was saved."),
        "next": phrasing.say("C'est au service certification de répondre.", "It is for the certification office."),
      ]
    case .fault:
      [
        "what": phrasing.sentence(
          "Entre-temps, cela a changé : rien n'a été enregistré.", "This has changed meanwhile: nothing was saved."),
        "next": phrasing.say(
          "Voici l'état actuel\u{202F}; ce que vous avez saisi est conservé.",
          "Here is the state of now; what you typed is kept."),
        "news": view.news.map { news in
          [
            "newsText": phrasing.sentence("\(news.label) : \(news.words)", "\(news.label): \(news.words)"),
            "newsBy": news.by.values,
          ] as [String: Any]
        }, "hasNews": !view.news.isEmpty,
      ]
    case .quarantined(let code, _):
      [
        "what": phrasing.sentence(
          "Le serveur n'a pas admis cette écriture : elle est mise de côté, rien n'a changé.",
          "The server did not take this change: it is kept aside, nothing changed."),
        "next": phrasing.sentence(
          "Raison : \(QuarantineWords.text(code).fr) Signalez-le au service certification : la page « Mis de côté » la garde.",
          "Reason: \(QuarantineWords.text(code).en) Tell the certification office: the page “Kept aside” holds it."),
      ]
    }
  }
}
