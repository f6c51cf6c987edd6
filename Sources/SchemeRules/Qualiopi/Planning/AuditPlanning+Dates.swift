import WorkingDays

/// The verdicts on when and how an audit is held.
extension AuditPlanning {
  /// The days between the first and the last may hold a weekend nobody works.
  static func weekdays(_ facts: Facts) -> RuleVerdict {
    let dates = Set([facts.days.first, facts.days.last] + facts.schedule.map(\.date)).sorted()
    let weekend = dates.filter(\.weekday.isWeekend).map(\.description)
    return .check(
      weekend.isEmpty, "R-QUAL-38", orElse: RuleReason(rule: "R-QUAL-38", code: "weekend", facts: ["days": weekend]))
  }

  /// The half-days are written, and begin and end with the audit.
  static func halfDays(_ facts: Facts) -> RuleVerdict {
    let dates = facts.schedule.map(\.date).sorted()
    guard let first = dates.first, let last = dates.last else {
      return .check(false, "T-QUAL-A02", orElse: RuleReason(rule: "T-QUAL-A02", code: "schedule-missing"))
    }
    return .check(
      first == facts.days.first && last == facts.days.last, "T-QUAL-A02",
      orElse: RuleReason(
        rule: "T-QUAL-A02", code: "schedule-outside-days",
        facts: ["days": [facts.days.first.description, facts.days.last.description]]))
  }

  static func onSite(_ facts: Facts) -> RuleVerdict {
    guard facts.kind != .surveillance else { return .notApplicable("R-QUAL-35") }
    return .check(
      facts.mode == .onSite, "R-QUAL-35",
      orElse: RuleReason(rule: "R-QUAL-35", code: "remote-only-at-surveillance", facts: ["kind": [facts.kind.rawValue]])
    )
  }

  static func remote(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance, facts.mode == .remote else { return .notApplicable("R-QUAL-36") }
    guard let isAllowed = facts.isRemoteSurveillanceAllowed else {
      return .undeterminedHere("R-QUAL-36", needs: [.remoteSurveillancePermission])
    }
    return .check(isAllowed, "R-QUAL-36", orElse: RuleReason(rule: "R-QUAL-36", code: "remote-not-allowed"))
  }

  static func window(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance else { return .notApplicable("R-QUAL-49") }
    guard let start = facts.validFrom else {
      return .undeterminedHere("R-QUAL-49", needs: [.certificateValidity])
    }
    let settings = facts.settingsAtStart ?? facts.settings
    if RuleSwitches.isOn("DL-QUAL-02"), let opens = settings.due(.qual02, from: start), facts.days.first < opens {
      return .check(
        false, "R-QUAL-49",
        orElse: RuleReason(rule: "R-QUAL-49", code: "before-window", facts: ["opens": [opens.description]]))
    }
    if RuleSwitches.isOn("DL-QUAL-04"), let closes = settings.due(.qual04, from: start), facts.days.last > closes,
      !facts.curesSuspension
    {
      return .check(
        false, "R-QUAL-49",
        orElse: RuleReason(rule: "R-QUAL-49", code: "after-window", facts: ["closes": [closes.description]]))
    }
    return .met("R-QUAL-49")
  }

  /// A client without premises rents a room: an audit on site has an address.
  static func place(_ facts: Facts) -> RuleVerdict {
    guard facts.mode == .onSite else { return .notApplicable("R-QUAL-37") }
    let isSomewhere = facts.place?.contains { !$0.isWhitespace } ?? false
    return .check(isSomewhere, "R-QUAL-37", orElse: RuleReason(rule: "R-QUAL-37", code: "place-missing"))
  }
}
