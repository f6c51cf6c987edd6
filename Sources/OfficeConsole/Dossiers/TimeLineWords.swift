import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

/// The time line in words, past and future in one list, with today marked between them.
struct TimeLineWords {
  private let words: DossierWords
  private var phrasing: Phrasing { words.phrasing }

  init(_ words: DossierWords) { self.words = words }

  var values: [[String: Any]] {
    let today = words.view.today
    let line = words.view.timeLine
    func values(_ entries: some Sequence<TimeLineEntry>, isAhead: Bool) -> [[String: Any]] {
      entries.map { entry in
        var values = event(entry)
        values["day"] = phrasing.day(entry.date)
        values["date"] = entry.date.description
        values["isAhead"] = isAhead
        if case .due(let due) = entry.event, due.date == nil {
          values["day"] = say("sans date", "no date")
          values["date"] = false
          values["isAhead"] = false
        }
        return values
      }
    }
    return values(line.filter { $0.date <= today }, isAhead: false)
      + [["isToday": true, "day": phrasing.day(today), "date": today.description]]
      + values(line.filter { $0.date > today }, isAhead: true)
  }

  private func say(_ fr: String, _ en: String) -> String { phrasing.say(fr, en) }

  private func event(_ entry: TimeLineEntry) -> [String: Any] {
    switch entry.event {
    case .validFrom: return ["what": say("Début de validité", "Start of validity")]
    case .certificateEnd: return ["what": say("Fin de validité", "End of validity")]
    case .standing(let state):
      let state = words.fields.words(.string(state), of: "standing", in: "title")
      return ["what": say("Habilitation ou certificat\u{202F}: \(state)", "Habilitation or certificate: \(state)")]
    case .audit(let board, let stage): return audit(board, stage)
    case .act(let answer, let outcome, let audit, let gaps): return act(answer, outcome, audit, gaps)
    case .situation(let report): return situation(report)
    case .lapse(let lapse):
      return ["what": say("Échéance passée", "Due date passed"), "details": title(of: lapse)]
    case .due(let due): return self.due(due)
    }
  }

  private func audit(_ board: AuditBoard, _ stage: String?) -> [String: Any] {
    [
      "what": words.titles.audit(board).prefix(1).uppercased() + words.titles.audit(board).dropFirst(),
      "path": ConsolePath.audit(board.stream, board.id),
      "tag": stage.map { words.fields.words(.string($0), of: "stage", in: "audit") }
        ?? say("non commencé", "not started"),
    ]
  }

  /// An act somebody asked for: admitted or refused, by which rule and why.
  private func act(_ answer: ActAnswer, _ outcome: String?, _ audit: EntityID?, _ gaps: [String]) -> [String: Any] {
    let act = ActWords.words(answer.request.act).text(in: phrasing.language)
    var details: [String] = [say("demandé par ", "asked for by ") + words.people.name(answer.request.by)]
    if let outcome {
      details.append(
        say("sens\u{202F}: ", "outcome: ") + words.fields.words(.string(outcome), of: "outcome", in: "decision"))
    }
    if !gaps.isEmpty { details.append(say("écarts\u{202F}: ", "gaps: ") + gaps.joined(separator: ", ")) }
    // A refusal says its rules beside their reasons.
    let reasons = RulingReasons.read(answer.ruling?.reasons ?? .null)
    let rules = reasons.isEmpty ? answer.ruling?.rules ?? [] : []
    if !rules.isEmpty {
      details.append(
        (rules.count == 1 ? say("règle ", "rule ") : say("règles ", "rules ")) + rules.joined(separator: ", "))
    }
    var values: [String: Any] = [
      "what": say("Acte demandé\u{202F}: \(act)", "Act asked for: \(act)"), "details": details.joined(separator: " — "),
    ]
    if let audit, words.view.audits.contains(where: { $0.board.id == audit }) {
      values["path"] = ConsolePath.audit(words.view.stream, audit)
    }
    switch answer.ruling?.verdict {
    case .accepted: values["good"] = say("acte admis", "act accepted")
    case .refused: values["grave"] = say("acte rejeté", "act refused")
    case nil: values["tag"] = say("en attente de réponse", "not answered yet")
    }
    values["hasReasons"] = !reasons.isEmpty
    values["reasons"] = reasons.map {
      ["why": $0.text.sentences(in: phrasing.language), "rule": $0.rule.description]
    }
    return values
  }

  private func situation(_ report: SituationReport) -> [String: Any] {
    let subject = SituationSubject(report.subject).words.text(in: phrasing.language)
    var values: [String: Any] = [
      "what": say("Changement constaté\u{202F}: \(subject)", "Observed change: \(subject)"),
      "details": words.fields.words(report.observed, of: "observed", in: "situation"),
    ]
    if let organisation = words.view.organisation { values["path"] = ConsolePath.situation(organisation, report.id) }
    if let situation = words.view.situations.first(where: { $0.report.id == report.id }) {
      values["tag"] = words.standing(situation.standing)["state"]
    }
    return values
  }

  private func title(of lapse: Lapse) -> String {
    let title =
      DeadlineID(rawValue: lapse.deadline).map { DeadlineWords.title($0).text(in: phrasing.language) }
      ?? say("échéance d'une version plus récente", "a due date of a newer version")
    return "\(title) (\(lapse.deadline))"
  }

  private func due(_ due: DossierDueDate) -> [String: Any] {
    let text = DeadlineWords.title(due.deadline).text(in: phrasing.language)
    let rule = say("règle ", "rule ") + "\(due.ruleID) (\(due.deadline))"
    var values: [String: Any] = [
      "what": say("Échéance\u{202F}: \(text)", "Due: \(text)"),
      "details": time(until: due.date).map { "\($0) — \(rule)" } ?? rule,
    ]
    if let audit = due.audit { values["path"] = ConsolePath.audit(words.view.stream, audit) }
    return values
  }

  /// How long there is; that nobody can say where there is no day, nothing of a day that is over.
  private func time(until date: CivilDate?) -> String? {
    guard let date else { return DossierDueDate.uncountable.text(in: phrasing.language) }
    guard date > words.view.today else { return nil }
    let left = WorkingDayCalendar().remainingWorkingDays(on: words.view.today, until: date)
    return say(
      left > 1 ? "dans \(left) jours ouvrés" : "dans \(left) jour ouvré",
      left == 1 ? "in 1 working day" : "in \(left) working days")
  }
}
