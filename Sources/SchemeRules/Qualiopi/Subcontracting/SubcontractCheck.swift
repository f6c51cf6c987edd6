import WorkingDays

/// What the rules say of one subcontract (R-QUAL-126 to R-QUAL-130, R-QUAL-134, R-QUAL-135).
public enum SubcontractCheck {
  /// One verdict for each rule, those about who may before those about the paper.
  public static func verdicts(_ contract: Subcontract) -> [RuleVerdict] {
    [
      cascade(contract), certified(contract), entitled(contract), exempt(contract), habilitated(contract),
      listed(contract), written(contract), complete(contract), checked(contract),
    ]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ contract: Subcontract) -> ActJudgement { ActJudgement(verdicts(contract)) }

  /// The items of R-QUAL-134 it lacks, in the order of the list.
  public static func lacks(_ contract: Subcontract) -> [SubcontractItem] {
    SubcontractItem.allCases.filter { !contract.items.contains($0) }
  }

  private static func cascade(_ contract: Subcontract) -> RuleVerdict {
    .check(
      !contract.isOfSubcontractor, "R-QUAL-126", orElse: RuleReason(rule: "R-QUAL-126", code: "subcontract-cascade"))
  }

  /// Only for services paid by the CPF; a micro-social subcontractor answers to R-QUAL-128 instead.
  private static func certified(_ contract: Subcontract) -> RuleVerdict {
    guard contract.isCPF, !contract.subcontractor.isMicroSocial else { return .notApplicable("R-QUAL-127") }
    return .check(
      contract.subcontractor.isCertified, "R-QUAL-127",
      orElse: RuleReason(rule: "R-QUAL-127", code: "subcontractor-not-certified"))
  }

  /// The exemption is of Qualiopi and of the listing, not of the right to prepare a certification.
  private static func entitled(_ contract: Subcontract) -> RuleVerdict {
    guard contract.isCPF, contract.certifyingShare != nil else { return .notApplicable("R-QUAL-127") }
    return .check(
      contract.subcontractor.holdsCertification || contract.subcontractor.isHabilitated, "R-QUAL-127",
      orElse: RuleReason(rule: "R-QUAL-127", code: "subcontractor-not-entitled"))
  }

  private static func exempt(_ contract: Subcontract) -> RuleVerdict {
    let subcontractor = contract.subcontractor
    guard contract.isCPF, subcontractor.isMicroSocial, !subcontractor.isCertified else {
      return .notApplicable("R-QUAL-128")
    }
    guard let turnover = subcontractor.turnover else {
      return .notMet(RuleReason(rule: "R-QUAL-128", code: "micro-social-turnover-missing", facts: threshold))
    }
    return .check(
      subcontractor.isExempt, "R-QUAL-128",
      orElse: RuleReason(
        rule: "R-QUAL-128", code: "micro-social-not-exempt",
        facts: threshold.merging(["turnover": [turnover.factValue]]) { $1 }))
  }

  /// Paid by the CPF or not; holding the certification is not enough.
  private static func habilitated(_ contract: Subcontract) -> RuleVerdict {
    guard let share = contract.certifyingShare, share != .part, !contract.subcontractor.isMicroSocial else {
      return .notApplicable("R-QUAL-129")
    }
    return .check(
      contract.subcontractor.isHabilitated, "R-QUAL-129",
      orElse: RuleReason(
        rule: "R-QUAL-129", code: "subcontractor-not-habilitated", facts: ["share": [share.rawValue]]))
  }

  private static func listed(_ contract: Subcontract) -> RuleVerdict {
    guard contract.isCPF else { return .notApplicable("R-QUAL-130") }
    guard let delisting = contract.subcontractor.delistings.first(where: { $0.covers(contract.acceptedOn) }) else {
      return .met("R-QUAL-130")
    }
    return .notMet(
      RuleReason(
        rule: "R-QUAL-130", code: "subcontractor-delisted",
        facts: ["from": [delisting.from.description], "accepted": [contract.acceptedOn.description]]))
  }

  private static func written(_ contract: Subcontract) -> RuleVerdict {
    .check(contract.isWritten, "R-QUAL-134", orElse: RuleReason(rule: "R-QUAL-134", code: "subcontract-not-written"))
  }

  private static func complete(_ contract: Subcontract) -> RuleVerdict {
    let lacks = lacks(contract)
    return .check(
      lacks.isEmpty, "R-QUAL-134",
      orElse: RuleReason(
        rule: "R-QUAL-134", code: "subcontract-incomplete",
        facts: [
          "held": [String(SubcontractItem.allCases.count - lacks.count)], "contractItems": lacks.map(\.rawValue),
        ]))
  }

  private static func checked(_ contract: Subcontract) -> RuleVerdict {
    .check(
      contract.subcontractor.isChecked, "R-QUAL-135",
      orElse: RuleReason(rule: "R-QUAL-135", code: "subcontractor-not-checked"))
  }

  private static var threshold: [String: [String]] { ["threshold": [MicroSocialThreshold.amount.factValue]] }
}
