import WorkingDays

extension QualiopiDecisionFacts {
  /// What it does to the certificate, named or meant; nil while neither says so.
  public var meantMeasure: DecisionMeasure? {
    if let named = measure.value { return named }
    guard measure == .absent, let outcome = outcome.value, let kind = audit.kind.value else { return nil }
    return .meant(by: outcome, on: kind, from: certificate.standing)
  }

  /// Whether its asker conducted an audit that it rests on without naming it: lifting a suspension or withdrawing after
  /// it is a decision on the audit that suspended, and on the one that cures (R-ROLE-01).
  var restsOnAuditConducted: Bool {
    guard meantMeasure == .reinstate || meantMeasure == .withdraw else { return false }
    return suspensionConductors.contains { $0.utf8.elementsEqual(audit.requester.utf8) }
  }

  /// The day from which its grounds were there: the audit over and, for a favourable one, the last evidence it rests on
  /// received (R-TIME-22, R-QUAL-142, A-95); nil for one that rests on neither.
  var groundsDay: CivilDate? {
    var days = [namesAudit ? audit.days.value?.last : nil]
    if meantMeasure?.outcome == .favourable {
      let majors = MajorsStanding(nonConformities, minorMax: settings.minorMax)
      days += [majors.liftedOn, meantMeasure == .reinstate ? conditionMetOn : nil]
    }
    return days.compactMap(\.self).max()
  }

  /// The same decision as if it were on the report of the surveillance that cures.
  func resting(on cure: CureSurveillance) -> QualiopiDecisionFacts {
    var facts = self
    facts.audit.state = cure.state
    facts.isUnanswered = cure.isUnanswered
    facts.nonConformities = cure.nonConformities
    // Only a surveillance with nothing irregular in it counts as held.
    facts.irregularities = []
    return facts
  }

  /// The standing it starts from.
  var start: CertificateStanding {
    certificate.standing.start(forInitialAudit: namesAudit && audit.kind.value == .initial)
  }

  /// The move the certificate makes; nil for none.
  func move(_ measure: DecisionMeasure) -> StateTransition<CertificateStanding>? {
    measure.move(from: start, onAudit: namesAudit)
  }

  /// Whether it refuses a renewal once the certificate has expired: the audit is decided, the standing stays
  /// (RULEBOOK §5.4).
  func isRefusalAfterExpiry(_ measure: DecisionMeasure) -> Bool {
    measure == .refuse && certificate.standing == .expired && audit.kind.value == .renewal
  }

  /// Whether it renews a certificate that has expired (T-QUAL-C12).
  func isLateRenewal(_ measure: DecisionMeasure) -> Bool { measure == .renew && certificate.standing == .expired }

  /// The last day for evidence on the audit's majors: DL-QUAL-12, cut by the end of validity only where a certificate
  /// may run out meanwhile, and not for a late renewal, which asks for the three months alone (R-QUAL-142).
  func majorDue(_ measure: DecisionMeasure) -> CivilDate? {
    guard let last = audit.days.value?.last else { return nil }
    guard RuleSwitches.isOn(DeadlineID.qual12) else { return CivilDate.latest }
    let settings = settingsAtAuditEnd ?? settings
    switch audit.kind.value {
    case .initial:
      return RuleDueDate.of(.qual12, from: last, settings: settings)?.adding(months: settings.initialSecondChanceMonths)
    default:
      return RuleDueDate.of(
        .qual12, from: last,
        certificateEnd: isLateRenewal(measure) || measure == .reinstate
          ? nil : audit.certificateEnd ?? certificate.validity?.to, settings: settings)
    }
  }

  /// The validity the decision gives: printed days before computed ones; nil where none can be said.
  func validity(_ measure: DecisionMeasure) -> CertificateValidity? {
    guard measure.opensCycle else { return nil }
    let printed = terms.printed.value
    let start =
      measure == .grant || isLateRenewal(measure) ? terms.day : certificate.validity?.nextStart(settings)
    guard let from = printed?.from ?? start else { return nil }
    let computed = CertificateValidity(cycleFrom: from, settings: settings)
    return (printed?.to ?? computed?.to).map { CertificateValidity(from: from, to: $0) }
  }

  /// The suspension the decision's letter makes, without the decision's name; nil where a day cannot be said.
  func suspension() -> CertificateRecord.Suspension? {
    let letter = terms.letter.value
    let from = letter?.from ?? terms.day
    let usual = RuleSwitches.isOn(DeadlineID.qual13) ? RuleDueDate.of(.qual13, from: from, settings: settings) : nil
    guard let condition = letter?.condition, let until = letter?.until ?? usual else { return nil }
    return CertificateRecord.Suspension(
      condition: condition, from: from, until: until, transition: namesAudit ? "T-QUAL-C05" : "T-QUAL-C06")
  }

  /// The day the condition of the suspension in force was met; nil while it is not (R-QUAL-87, A-97).
  ///
  /// For a missed surveillance, its last day; for majors, the day the last evidence needed was received, late or not.
  var conditionMetOn: CivilDate? {
    guard let suspension = certificate.suspension else { return nil }
    guard suspension.transition == "T-QUAL-C06" else {
      return MajorsStanding(suspendedOver, minorMax: settings.minorMax).liftedOn
    }
    if namesAudit, audit.kind.value == .surveillance { return audit.days.value?.last }
    return surveillancesHeld.map(\.last).filter { $0 >= suspension.from }.min()
  }
}
