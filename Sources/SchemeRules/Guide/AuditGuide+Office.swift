import AuditModel
import SyncCore
import WorkingDays

extension AuditGuide {
  /// What the certification office does: the steps of the path that are its own (R-QUAL-57).
  var officeSteps: [NextStep] {
    switch state {
    case nil, .quoted:
      [
        NextStep(
          "R-QUAL-27", ["contract", "sign"], fr: "enregistrer le devis signé", en: "record the signed quote")
      ]
    case .contracted:
      [
        NextStep(
          "R-QUAL-57", ["audit", "plan"], fr: "planifier l'audit dans sa fenêtre", en: "plan the audit in its window")
      ]
    case .planned:
      documents + [
        NextStep("R-QUAL-57", ["audit", "name"], fr: "nommer l'auditeur", en: "name the auditor")
      ] + movingTheDate
    case .auditorNamed:
      documents + [
        NextStep(
          "R-QUAL-58", ["audit", "notice"], fr: "notifier l'audit à l'organisme", en: "give notice of the audit")
      ] + movingTheDate
    case .noticed:
      documents + [
        NextStep(
          "R-QUAL-58", ["audit", "validate"], fr: "enregistrer la validation de la notification",
          en: "record the validation of the notice")
      ] + movingTheDate
    case .noticeValidated, .planSent: documents + movingTheDate
    case .reportProvisional: [answering]
    case .inDecision:
      [
        NextStep(
          "R-QUAL-92", ["mail", "record", "sent"],
          fr: "accuser réception du rapport à l'auditeur", en: "acknowledge the report to the auditor")
      ]
    case .decided: letters + [billing]
    case .inProgress, .done, .reportAnswered, .evidencePending, .reportClosed, .invoiced, .cancelled: []
    }
  }

  /// The pre-audit file while something of it is awaited or out of date (R-QUAL-28, R-QUAL-29).
  private var documents: [NextStep] {
    let lacking = (preparation?.file ?? []).filter { $0.standing != .current }
    guard !lacking.isEmpty else { return [] }
    let count = lacking.count
    return [
      NextStep(
        "R-QUAL-28", ["audit", "prepare"],
        fr: count == 1
          ? "obtenir la pièce attendue ou à vérifier" : "obtenir les \(count) pièces attendues ou à vérifier",
        en: count == 1 ? "get the document awaited or to check" : "get the \(count) documents awaited or to check")
    ]
  }

  /// The decision's letter, and the certificate's own message once there is one (R-QUAL-91, R-QUAL-97).
  private var letters: [NextStep] {
    let decided = context.dossier.standing(ofType: "decision").compactMap { decision in
      context.reading(decision).text("audit") == audit.description
        ? context.dossier.acceptance(of: "decision.record", on: decision).map { (decision, $0.id) } : nil
    }.max { $0.1 < $1.1 }?.0
    let decision = decided.map { context.reading($0) }
    var steps: [NextStep] = []
    if let decided, decision?.view("letter")?.shown == nil, !MailRegister(context.dossier).isSent(for: decided) {
      steps.append(
        NextStep(
          "R-QUAL-91", ["mail", "record", "sent"], fr: "envoyer la lettre de décision",
          en: "send the letter of decision"))
    }
    let isCertified = decision?.text("outcome") == DecisionOutcome.favourable.rawValue
    let decidedOn = decision?.text("decidedOn").flatMap { CivilDate($0) }
    if isCertified, capture.audit.kind.value != .surveillance, !isPublished(since: decidedOn) {
      steps.append(
        NextStep(
          "R-QUAL-97", ["certificate", "publish"],
          fr: "publier le certificat dans l'espace client et prévenir l'organisme",
          en: "publish the certificate in the client space and tell the body"))
    }
    return steps
  }

  /// Whether the certificate of this decision is published, not only the one of an earlier cycle.
  private func isPublished(since decidedOn: CivilDate?) -> Bool {
    let published = context.title.flatMap { context.reading($0).view("published")?.shown?["publishedOn"]?.text }
    return published.flatMap { CivilDate($0) }.map { day in decidedOn.map { day >= $0 } ?? true } ?? false
  }

  private var billing: NextStep {
    NextStep(
      "R-QUAL-94", ["audit", "bill"], fr: "demander la facturation de l'audit", en: "ask for the audit's invoice")
  }

  /// What waits for a decision: this audit's report, and delays that are over.
  var deciderSteps: [NextStep] {
    var steps: [NextStep] = []
    if state == .inDecision {
      steps.append(
        NextStep("R-QUAL-88", ["decision", "record"], fr: "prononcer la décision", en: "record the decision"))
    }
    let missed = Set(QualiopiDeadlines.all(in: context).filter { $0.state == .missed }.map(\.id))
    let overdue: [(DeadlineID, RuleID, String, String)] = [
      (
        .qual04, "R-QUAL-50", "surveillance non tenue\u{202F}: suspension à décider",
        "no surveillance: suspension to decide"
      ),
      (
        .qual12, "R-QUAL-84", "majeure non levée dans le délai\u{202F}: décision à prendre",
        "major not lifted in time: decide"
      ),
      (
        .qual13, "R-QUAL-85", "délai de la suspension dépassé\u{202F}: retrait à décider",
        "suspension delay over: withdrawal to decide"
      ),
    ]
    return steps
      + overdue.filter { missed.contains($0.0) }.map { NextStep($0.1, ["decision", "record"], fr: $0.2, en: $0.3) }
  }
}
