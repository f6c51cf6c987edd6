import AuditModel
import SyncCore
import WorkingDays

extension AuditGuide {
  /// What an auditor does: prepare, capture, close, present, rule on evidence, pass on.
  var fieldSteps: [NextStep] {
    switch state {
    case nil, .quoted, .contracted, .planned, .auditorNamed, .noticed, .noticeValidated, .planSent:
      beforeTheAudit + movingTheDate
    case .inProgress: onSite
    case .done: settling + [presenting]
    case .reportProvisional: [answering] + closingUnanswered
    case .reportAnswered: afterTheAnswer
    case .evidencePending: rulingOnEvidence
    case .reportClosed:
      [
        NextStep(
          "R-QUAL-82", ["report", "submit"], fr: "envoyer le rapport à la décision", en: "send the report to decision")
      ]
    case .inDecision, .decided, .invoiced, .cancelled: []
    }
  }

  /// The order of the day: opening, grades, places and services not seen yet, the mark, evidence, divergences, closing.
  private var onSite: [NextStep] {
    var steps: [NextStep] = []
    if !capture.isOpeningHeld {
      steps.append(
        NextStep(
          "R-QUAL-57", ["sheet", "opening", "--held-on", context.today.description],
          fr: "remplir la feuille d'ouverture", en: "fill the opening sheet"))
    }
    steps += grading + unseen
    if capture.audit.kind.value == .surveillance, !capture.isMarkUseChecked {
      steps.append(
        NextStep(
          "R-QUAL-62", ["audit", "mark", "…"], fr: "contrôler l'usage de la marque Qualiopi",
          en: "check the use of the Qualiopi mark"))
    }
    steps += proving + settling
    if !capture.isClosingHeld {
      steps.append(
        NextStep(
          "R-QUAL-57", ["sheet", "closing", "--held-on", context.today.description, "--announce"],
          fr: "tenir la réunion de clôture et remplir sa feuille",
          en: "hold the closing meeting and fill its sheet"))
    }
    if capture.unfinished.contains(where: { $0.utf8.elementsEqual(actor.user.description.utf8) }) {
      steps.append(
        NextStep(
          "R-ROLE-16", ["audit", "done"], fr: "dire que votre saisie est terminée", en: "say that your capture is done")
      )
    }
    if capture.audit.lead.value?.utf8.elementsEqual(actor.user.description.utf8) ?? false {
      steps.append(NextStep("T-QUAL-A07", ["audit", "close"], fr: "clôturer l'audit", en: "close the audit"))
    }
    return steps
  }

  /// The indicators nobody graded: those of earlier non-conformities first, then by criterion (R-QUAL-61).
  private var grading: [NextStep] {
    let scope = capture.audit.scope.value ?? []
    let ordered = (preparation?.order ?? []).filter(scope.contains)
    let all = ordered + scope.filter { !ordered.contains($0) }.sorted()
    let before = Set(capture.audit.previous.map(\.indicator))
    return all.filter { capture.audit.grade(of: $0) == nil }.map { indicator in
      let (label, criterion) = (indicator.info.label, indicator.info.criterion.code)
      return before.contains(indicator)
        ? NextStep(
          "R-QUAL-61", ["audit", "grade", indicator.description, "…"],
          fr: "coter le \(indicator), non conforme au précédent audit\u{202F}: \(label.fr)",
          en: "grade \(indicator), not conform at the previous audit: \(label.en)")
        : NextStep(
          "T-QUAL-A07", ["audit", "grade", indicator.description, "…"],
          fr: "coter le \(indicator) (\(criterion))\u{202F}: \(label.fr)",
          en: "grade \(indicator) (\(criterion)): \(label.en)")
    }
  }

  private var unseen: [NextStep] {
    capture.unvisitedSites.map { site in
      let name = capture.sites[site] ?? site
      return NextStep(
        "R-QUAL-64", ["observation", "add", "…", "--site", site, "--sample", "…"],
        fr: "constater sur le site\u{202F}: \(name)",
        en: "observe on the site: \(name)")
    }
      + capture.unobservedSamples.map { sample in
        NextStep(
          "R-QUAL-22", ["observation", "add", "…", "--sample", sample.key, "--site", "…"],
          fr: "constater dans la prestation\u{202F}: \(sample.title)", en: "observe the service: \(sample.title)")
      }
  }

  /// Non-conformities that neither evidence nor a noted lack supports (R-QUAL-21).
  private var proving: [NextStep] {
    let bare = capture.audit.items.filter { _, item in
      item.grade.holding?.isNonConformity == true && !item.hasEvidence && !item.notesLack
    }
    return bare.keys.sorted().map { indicator in
      NextStep(
        "R-QUAL-21", ["evidence", "add", "…", "--indicator", indicator.description],
        fr: "ajouter la preuve de la non-conformité du \(indicator), ou noter son absence",
        en: "add the evidence of the non-conformity on \(indicator), or note its lack")
    }
  }

  private var settling: [NextStep] {
    let open = capture.audit.items.filter { $0.value.grade.isInConflict }.keys.sorted()
    guard !open.isEmpty else { return [] }
    let numbers = (
      fr: FactWords.words(of: "indicators", open.factValues, in: .french),
      en: FactWords.words(of: "indicators", open.factValues, in: .english)
    )
    return [
      NextStep(
        "R-QUAL-10", ["divergence", "list"], fr: "trancher les cotations qui divergent sur \(numbers.fr)",
        en: "settle the grades that diverge on \(numbers.en)")
    ]
  }

  private var beforeTheAudit: [NextStep] {
    let isDay = capture.audit.days.value.map { context.today >= $0.first } ?? false
    var steps: [NextStep] = []
    if isDay {
      steps.append(
        NextStep(
          "T-QUAL-A06", ["audit", "start", audit.localName], fr: "commencer l'audit", en: "start the audit"))
    }
    if state == .noticeValidated {
      steps.append(
        NextStep(
          "R-QUAL-59", ["audit", "send-plan"], fr: "envoyer le plan d'audit à l'organisme",
          en: "send the audit plan to the body"))
    }
    return steps + [
      NextStep(
        "R-QUAL-32", ["audit", "prepare"], fr: "préparer l'audit\u{202F}: périmètre, antécédents, pièces",
        en: "prepare the audit: scope, past, documents")
    ]
  }

  private var presenting: NextStep {
    let due = capture.audit.days.value.flatMap { context.due(.qual09, from: .date($0.last))?.parisDate }
    let before = (
      fr: due.map { ", au plus tard le \(FactWords.date($0, in: .french))" } ?? "",
      en: due.map { ", by \(FactWords.date($0, in: .english))" } ?? ""
    )
    return NextStep(
      "R-QUAL-66", ["report", "present"], fr: "présenter le rapport provisoire\(before.fr)",
      en: "present the provisional report\(before.en)")
  }

  var answering: NextStep {
    NextStep(
      "R-QUAL-67", ["report", "answer"], fr: "enregistrer la réponse de l'organisme et son plan d'action",
      en: "record the body's answer and its action plan")
  }

  /// The report as it stands, once nothing but the statement that no answer came is missing (R-QUAL-83).
  private var closingUnanswered: [NextStep] {
    var facts = ReportFacts(audit, in: context, requester: actor)
    if facts.answer == .absent {
      facts.answer = .settled(ReportAnswer(mail: nil, receivedOn: nil, isValidated: false, isSilence: true))
    }
    guard CloseReport.judge(facts).outcome == .accepted else { return [] }
    return [
      NextStep(
        "R-QUAL-83", ["report", "close", "--unanswered"],
        fr: "clore le rapport en l'état\u{202F}: ni réponse ni preuves dans leurs délais",
        en: "close the report as it stands: neither answer nor evidence in their time")
    ]
  }

  private var openMajors: [PreviousNonConformity] { raised.filter { $0.grade == .major && $0.state.isOpen } }

  /// What this audit raised, by its origin.
  private var raised: [PreviousNonConformity] {
    let before = capture.audit.previous
    return PreviousNonConformity.all(in: context.dossier, before: nil).filter { !before.contains($0) }
  }

  private var afterTheAnswer: [NextStep] {
    openMajors.isEmpty
      ? [
        NextStep(
          "R-QUAL-74", ["report", "close"], fr: "clore le rapport\u{202F}: aucune majeure ouverte",
          en: "close the report: no major is open")
      ]
      : [
        NextStep(
          "R-QUAL-81", ["report", "wait"], fr: "attendre les preuves des majeures",
          en: "await the evidence of majors")
      ]
  }

  private var rulingOnEvidence: [NextStep] {
    let proved = openMajors.filter { $0.state == .evidenceReceived }.map { major in
      NextStep(
        "R-QUAL-82", ["nonconformity", "lift", "…"],
        fr: "rendre un avis sur les preuves de la majeure du \(major.indicator)",
        en: "rule on the evidence of the major on \(major.indicator)")
    }
    let isOver = openMajors.isEmpty || openMajors.allSatisfy { $0.state == .notLifted }
    return proved
      + (isOver
        ? [
          NextStep(
            "R-QUAL-83", ["report", "close"], fr: "clore le rapport tel qu'il est", en: "close the report as it stands")
        ] : [])
  }
}
