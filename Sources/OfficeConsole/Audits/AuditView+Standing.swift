import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// Who is done, what was asked of the server and what it answered, and the clocks that run from here.
extension AuditView {
  var standingValues: [String: Any] {
    let completeness = Completeness(of: source.board, in: source.fold, seen: source.seen)
    let acts = acts
    let marks = marks
    return [
      "completeness": words(completeness), "isComplete": completeness.isComplete,
      "devices": completeness.done.map(device),
      "missingMembers": completeness.missing.map { source.people.name($0) },
      "hasActs": !acts.isEmpty, "acts": acts.map(act), "hasMarks": !marks.isEmpty, "marks": marks.map(mark),
    ].merging(deadlineValues) { $1 }
  }

  // MARK: completeness

  private func words(_ completeness: Completeness) -> String {
    let count = completeness.done.count
    if completeness.isComplete {
      return count == 1
        ? say("Complet depuis un poste.", "Complete from one device.")
        : say("Complet depuis \(numeral(count)) postes.", "Complete from \(numeral(count)) devices.")
    }
    if count == 0 && completeness.missing.isEmpty {
      return say("Personne n'a encore dit avoir terminé.", "Nobody has said they are done yet.")
    }
    let waited = completeness.missing.map { source.people.name($0) }.joined(separator: ", ")
    return waited.isEmpty
      ? say("Pas encore complet : des lignes annoncées manquent.", "Not complete yet: announced lines are missing.")
      : say("Pas encore complet : on attend \(waited).", "Not complete yet: waiting for \(waited).")
  }

  private func device(_ device: Completeness.Device) -> [String: Any] {
    [
      "deviceName": ReplicaID(device.replica).map { source.people.device($0) } ?? device.replica,
      "deviceUser": device.user.map { source.people.name($0) } ?? say("quelqu'un d'inconnu", "somebody unknown"),
      "deviceClass": device.isWhole ? "tag good" : "tag warn",
      "deviceWords": device.isWhole
        ? say("terminé, tout est arrivé", "done, all has come")
        : say("terminé, mais des lignes ne sont pas encore arrivées", "done, but some lines have not come yet"),
    ]
  }

  // MARK: acts

  /// The requests on the audit, and on what decides of it.
  private var acts: [ActAnswer] {
    let fold = source.fold
    let deciding = (fold.standing(ofType: "decision") + fold.standing(ofType: "proposal")).compactMap { id in
      fold.entity(id, schema: AuditSchema.current)
    }.filter { $0.text("audit") == source.board.id.description }
    return ([source.board.view] + deciding).flatMap { ActAnswer.all(on: $0, in: fold) }
  }

  private func act(_ answer: ActAnswer) -> [String: Any] {
    let request = answer.request
    let by = Attribution(
      by: request.by, id: request.id, time: request.time, arrival: source.arrivals[request.id], people: source.people)
    let style =
      switch answer.ruling?.verdict {
      case .accepted: "tag good"
      case .refused: "tag grave"
      case nil: "tag warn"
      }
    return [
      "actWords": text(ActWords.words(request.act)), "actVerdict": text(ActWords.words(answer.ruling?.verdict)),
      "actClass": style, "actBy": by.values,
      "actRuledAt": source.fold.rulings[request.id].map { phrasing.moment($0.time) } as Any? ?? false,
      "actRules": answer.ruling.flatMap { ruling in
        ruling.verdict == .refused || ruling.rules.isEmpty ? nil : ruling.rules.joined(separator: ", ")
      } as Any? ?? false,
      "actReasons": (answer.ruling.map { RulingReasons.read($0.reasons) } ?? []).map { reason in
        [
          "reasonRule": reason.rule.description,
          "reasonText": spaced(reason.text.sentences(in: phrasing.language)),
        ]
      },
    ]
  }

  // MARK: marks

  private var marks: [RuleReason] {
    AuditMarks.all(
      of: source.board.id,
      in: ActContext(dossier: source.fold, directory: source.directory, today: source.today))
  }

  private func mark(_ reason: RuleReason) -> [String: Any] {
    [
      "markRule": reason.rule.description,
      "markText": spaced(reason.text.sentences(in: phrasing.language)),
    ]
  }

  // MARK: deadlines

  private var deadlineValues: [String: Any] {
    let due = DossierDueDate.all(of: source.board, in: source.fold, directory: source.directory)
    // The days somebody typed lie outside the calendar: said in words, the rest of the page stands.
    return [
      "hasDeadlines": !due.isEmpty, "deadlines": due.map(deadline),
      "isOutsideCalendar": due.contains { $0.date == nil },
    ]
  }

  private func deadline(_ due: DossierDueDate) -> [String: Any] {
    [
      "dueWords": text(DeadlineWords.title(due.deadline)), "dueDay": due.date.map { phrasing.day($0) } ?? "—",
      "dueIn": due.date.map { distance(source.today.days(until: $0)) } ?? text(DossierDueDate.uncountable),
      "dueRule": due.ruleID,
    ]
  }

  private func distance(_ days: Int) -> String {
    switch days {
    case 0: say("aujourd'hui", "today")
    case 1: say("demain", "tomorrow")
    case 2...: say("dans \(days) jours", "in \(days) days")
    case -1: say("échue hier", "passed yesterday")
    default: say("échue depuis \(-days) jours", "passed \(-days) days ago")
    }
  }
}
