import WorkingDays

extension QualiopiAuditFacts {
  /// The non-conformities the audit raises as it stands, by indicator, the cumulation last.
  ///
  /// A minor of an earlier audit still open becomes major (R-QUAL-78), unless this audit grades the indicator conform
  /// or not applicable: then its lifting is the auditor's to record, as the advice says. A requalified minor is not
  /// among those that make a cumulation (R-QUAL-73). An extension audit meets only the minors of what it looks at: its
  /// scope, and what it grades beyond.
  /// - Parameter settings: the readings in force; `minorMax` says how many minors an audit carries.
  public func raisedNonConformities(by settings: QualiopiSettings) -> [RaisedNonConformity] {
    let auditEnd = days.value?.last
    let openMinors =
      RuleSwitches.isOn("R-QUAL-78")
      ? Dictionary(previous.filter(\.isOpenMinor).map { ($0.indicator, $0) }, uniquingKeysWith: { $1 }) : [:]
    func raise(
      _ indicator: QualiopiIndicator?, _ grade: QualiopiGrade, _ origin: RaisedNonConformity.Origin
    ) -> RaisedNonConformity {
      RaisedNonConformity(
        indicator, grade, origin, auditEnd: auditEnd, certificateEnd: certificateEnd, settings: settings)
    }
    let raised = QualiopiIndicator.all.compactMap { indicator -> RaisedNonConformity? in
      let grade = grade(of: indicator)
      if let minor = openMinors[indicator], meets(indicator), grade != .conform, grade != .notApplicable {
        return raise(indicator, .major, .requalified(raisedOn: minor.raisedOn))
      }
      guard let grade, grade.isNonConformity, RuleSwitches.isOn("T-QUAL-N01") else { return nil }
      return raise(indicator, grade, .graded)
    }
    let cumulation = MinorCumulation(raised: raised.count { $0.grade == .minor }, max: settings.minorMax)
    guard cumulation.isRaised else { return raised }
    return raised + [raise(nil, .major, .cumulation(minors: cumulation.raised))]
  }

  /// Whether the audit looks at what an earlier one left open on an indicator.
  private func meets(_ indicator: QualiopiIndicator) -> Bool {
    kind.value != .extension || grade(of: indicator) != nil || scope.value?.contains(indicator) ?? false
  }
}
