import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// What each kind of work says on its line.
extension WorkWording {
  /// Reasons of one refusal said in full; of more the page of the act tells.
  private static let reasonsShown = 2

  func line(_ entry: WorkEntry) -> WorkLine {
    let place = place(entry)
    return switch entry.item {
    case .divergence(let divergence, let isMine): line(divergence, isMine, place)
    case .reopened(let file): line(file, place)
    case .refusal(let refusal): line(refusal, place)
    case .situation(let situation): line(situation, place)
    case .audit(let audit): line(audit, place)
    case .dueDate(let due, let isOverdue): line(due, isOverdue, place, entry.stream)
    case .silence(let device): line(device)
    case .aside(let row): line(row, entry)
    }
  }

  private func line(_ divergence: WaitingDivergence, _ isMine: Bool, _ place: String) -> WorkLine {
    let titles = Titles(phrasing: phrasing)
    let entity = titles.entity(divergence.entity)
    let what =
      divergence.field.map { "\(entity), \(titles.field($0, of: divergence.entity))" }
      ?? say("\(entity), suppression contestée", "\(entity), disputed deletion")
    var line = WorkLine(path: divergence.path, title: joined(place, what))
    line.when = divergence.since.map { phrasing.moment($0) }
    if let values = divergence.values { line.meta.append(values.text(in: phrasing.language)) }
    if !divergence.people.isEmpty {
      line.meta.append(divergence.people.map { people.name($0) }.joined(separator: " / "))
    }
    let authors = names(divergence.settlers.authors)
    if !authors.isEmpty { line.meta.append(say("Écrit par ", "Written by ") + authors) }
    if !isMine { line.meta.append(forWhom(divergence)) }
    return line
  }

  /// Who settles what the reader may not.
  private func forWhom(_ divergence: WaitingDivergence) -> String {
    guard !divergence.isFrozen else {
      return say(
        "Le rapport est présenté : rien ne se tranche plus sur place, le responsable d'audit établit une nouvelle version",
        "The report was presented: nothing is settled in place any more, the lead auditor issues a new version")
    }
    let settlers = divergence.settlers
    let lead = settlers.lead.map {
      phrasing.say("\(people.name($0)), responsable d'audit", "\(people.name($0)), lead auditor")
    }
    switch settlers.right {
    case .office: return say("À trancher par le service certification", "For the certification office to settle")
    case .none, .lead:
      return lead.map { say("À trancher par ", "To be settled by ") + $0 }
        ?? say(
          "À trancher par le responsable d'audit, qui n'est pas désigné : que le service certification le désigne",
          "To be settled by the lead auditor, who is not named: the certification office names one")
    case .authorOrLead:
      let others = settlers.authors.filter { $0 != settlers.lead }.map { people.name($0) }
      return say("À trancher par ", "To be settled by ") + list(others + (lead.map { [$0] } ?? []), last: ("ou", "or"))
    }
  }

  private func line(_ file: ReopenedFile, _ place: String) -> WorkLine {
    var line = WorkLine(path: file.path, title: joined(place, say(file.title)))
    line.meta = file.lines.map { say($0) }
    return line
  }

  private func line(_ refusal: RefusedAct, _ place: String) -> WorkLine {
    var line = WorkLine(
      path: refusal.path, title: joined(place, ActWords.words(refusal.act).text(in: phrasing.language)))
    line.when = phrasing.moment(refusal.time)
    line.meta.append(say("Demandé par ", "Requested by ") + people.name(refusal.by))
    if refusal.reasons.isEmpty {
      line.meta.append(
        say("Le motif ne tient pas dans la réponse du serveur. ", "The server's answer had no room for the reason. ")
          + refusal.rules.joined(separator: ", "))
    }
    line.meta += refusal.reasons.prefix(Self.reasonsShown).map { "\($0.rule) — " + say($0.text.sentences) }
    let rest = refusal.reasons.dropFirst(Self.reasonsShown).map(\.rule.description)
    if !rest.isEmpty {
      line.meta.append(say("S'y opposent aussi : ", "Also against it: ") + rest.joined(separator: ", "))
    }
    return line
  }

  private func line(_ situation: WaitingSituation, _ place: String) -> WorkLine {
    var line = WorkLine(
      path: situation.path, title: joined(place, say(SituationSubject(situation.subject).words)))
    line.when = situation.on.map { phrasing.day($0) }
    line.meta.append(say("Constaté : ", "Observed: ") + situation.observed.text(in: phrasing.language))
    if let proof = situation.proofDue { line.meta.append(say("Pièce attendue : ", "Proof to come: ") + proof) }
    return line
  }

  private func line(_ audit: WaitingAudit, _ place: String) -> WorkLine {
    var line = WorkLine(path: audit.path, title: joined(place, audit.title.text(in: phrasing.language)))
    line.tag =
      audit.isComplete ? (say("complet", "complete"), "good") : (say("en attente", "waiting"), "warn")
    if let lead = audit.lead { line.meta.append(say("Responsable d'audit : ", "Lead auditor: ") + people.name(lead)) }
    if !audit.missing.isEmpty {
      line.meta.append(
        say("N'ont pas dit avoir terminé la saisie : ", "Have not said that they are done: ") + names(audit.missing))
    }
    for device in audit.underWay {
      let name = ReplicaID(device.replica).map { people.device($0) } ?? device.replica
      let user = device.user.map { people.name($0) }
      line.meta.append(
        say("Saisie terminée, mais des lignes ne sont pas arrivées : ", "Done, but some lines have not come: ")
          + [name, user].compactMap { $0 }.joined(separator: ", "))
    }
    if !audit.isComplete, audit.missing.isEmpty, audit.underWay.isEmpty {
      line.meta.append(say("L'équipe d'audit n'est pas désignée.", "The audit has no team."))
    }
    return line
  }

  private func line(_ due: WaitingDueDate, _ isOverdue: Bool, _ place: String, _ stream: StreamID?) -> WorkLine {
    let rule = DeadlineTable.standard[due.deadline]
    let path = stream.map { stream in
      due.audit.map { ConsolePath.audit(stream, $0) } ?? ConsolePath.dossier(stream)
    }
    var line = WorkLine(path: path, title: joined(place, say(DeadlineWords.title(due.deadline))))
    guard let day = due.day else {
      line.tag = (say("incalculable", "cannot be computed"), "grave")
      line.meta.append(say(DossierDueDate.uncountable))
      return line
    }
    line.when = phrasing.day(day)
    let left = WorkingDayCalendar().remainingWorkingDays(on: today, until: day)
    line.tag =
      isOverdue
      ? (say("dépassée", "overdue"), "grave")
      : (
        day == today
          ? say("aujourd'hui", "today")
          : say(
            left < 2 ? "\(left) jour ouvré" : "\(left) jours ouvrés",
            left == 1 ? "1 working day" : "\(left) working days"),
        "plain"
      )
    line.meta.append(
      say(
        "\(rule.ruleID) — court depuis : \(rule.trigger.fr). Agit : \(list(rule.actors.map(\.name.fr), last: ("ou", "or"))).",
        "\(rule.ruleID) — runs from: \(rule.trigger.en). Who acts: \(list(rule.actors.map(\.name.en), last: ("ou", "or")))."
      ))
    line.meta.append(say("Sinon : \(rule.missed.fr).", "Otherwise: \(rule.missed.en)."))
    return line
  }

  private func line(_ silence: WorkReader.SilentDevice) -> WorkLine {
    var line = WorkLine(title: "\(people.name(silence.user)) — \(people.device(silence.device))")
    line.path = "\(ConsolePath.quarantine)#devices"
    guard let contact = silence.contact else {
      line.when = say("jamais synchronisé", "never synced")
      line.meta.append(
        say(
          "Ce qui y a été saisi n'est pas ici : demandez à la personne de synchroniser.",
          "What was captured there is not here: ask the person to sync."))
      return line
    }
    line.when = say("silencieux depuis le ", "silent since ") + phrasing.moment(contact)
    line.meta.append(
      say(
        "Ce qui y a été saisi depuis n'est peut-être pas ici : demandez à la personne de synchroniser.",
        "What was captured there since may not be here: ask the person to sync."))
    return line
  }

  private func line(_ row: QuarantineTally.Row, _ entry: WorkEntry) -> WorkLine {
    var line = WorkLine(title: joined(place(entry), say(RefusalWords.words(row.code))))
    line.path = "\(ConsolePath.quarantine)?row=\(row.number)#row-\(row.number)"
    line.when = phrasing.moment(row.received)
    line.meta.append(say("Envoyée par ", "Pushed by ") + people.name(row.user))
    return line
  }

  private func joined(_ place: String, _ what: String) -> String { place.isEmpty ? what : "\(place) — \(what)" }
}
