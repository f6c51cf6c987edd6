public import WorkingDays

/// What is marked on an audit that was held all the same: a fact is never refused (T-QUAL-A06, R-ROLE-23).
public enum AuditIrregularities {
  /// What is looked at.
  public struct Facts: Sendable, Hashable {
    /// The day it began, as recorded; nil while it has not, and then nothing is marked.
    public var startedOn: CivilDate?
    /// The kind of audit; nil where nobody says.
    public var kind: QualiopiAuditKind?
    /// On site or remote; nil where nobody says.
    public var mode: AuditMode?
    /// The acts of the path that were accepted, by name.
    public var acceptedActs: Set<String>
    /// The documents received.
    public var file: PreAuditFile
    /// Invoices recorded as unpaid.
    public var unpaid: [UnpaidInvoice]
    /// The start of validity of the certificate.
    public var validFrom: CivilDate?
    /// Whether the last decision allowed a remote surveillance.
    public var isRemoteSurveillanceAllowed: Bool
    /// The lead the naming was accepted for; nil where nobody was named.
    public var named: String?
    /// Who began the audit or leads it now.
    public var conductors: Set<String>
    /// Everybody who audits, against what they did for this client before; nil where that is not to be seen.
    public var rotation: AuditorRotation.Facts?
    /// The readings in force.
    public var settings: QualiopiSettings

    /// Gathers the facts.
    public init(
      startedOn: CivilDate?, kind: QualiopiAuditKind?, mode: AuditMode?, acceptedActs: Set<String>, file: PreAuditFile,
      unpaid: [UnpaidInvoice] = [], validFrom: CivilDate?, isRemoteSurveillanceAllowed: Bool, named: String?,
      conductors: Set<String>, rotation: AuditorRotation.Facts? = nil, settings: QualiopiSettings = .standard
    ) {
      self.startedOn = startedOn
      self.kind = kind
      self.mode = mode
      self.acceptedActs = acceptedActs
      self.file = file
      self.unpaid = unpaid
      self.validFrom = validFrom
      self.isRemoteSurveillanceAllowed = isRemoteSurveillanceAllowed
      self.named = named
      self.conductors = conductors
      self.rotation = rotation
      self.settings = settings
    }
  }

  /// The steps of the path before the audit, in order (R-QUAL-57).
  public static let path = [
    SignContract.act, PlanAudit.act, NameAuditor.act, NoticeAudit.act, ValidateNotice.act, SendAuditPlan.act,
  ].map(\.name)

  /// What is marked, each with its rule, in the order of the path; nothing before the audit has begun.
  public static func reasons(_ facts: Facts) -> [RuleReason] {
    guard RuleSwitches.isOn("T-QUAL-A06"), RuleSwitches.isOn("R-ROLE-23"), let day = facts.startedOn else { return [] }
    let verdicts =
      [steps(facts), auditor(facts)] + rotation(facts)
      + facts.file.verdicts(incomplete: "held-file-incomplete", outdated: "held-file-outdated")
      + [paid(facts, on: day), onSite(facts), remote(facts, on: day), window(facts, on: day)]
    return verdicts.compactMap(\.reason)
  }

  /// Those that ground no favourable decision (T-QUAL-A13).
  public static func againstDecision(_ facts: Facts) -> Set<QualiopiDecisionFacts.Irregularity> {
    Set(
      reasons(facts).compactMap { reason in
        switch reason.rule {
        case "R-QUAL-35": .notOnSite
        case "R-QUAL-36": .remoteNotAllowed
        case "R-QUAL-49": .beforeWindow
        default: nil
        }
      })
  }

  private static func steps(_ facts: Facts) -> RuleVerdict {
    let skipped = path.filter { !facts.acceptedActs.contains($0) }
    return .check(
      skipped.isEmpty, "R-QUAL-57",
      orElse: RuleReason(rule: "R-QUAL-57", code: "step-skipped", facts: ["acts": skipped]))
  }

  private static func auditor(_ facts: Facts) -> RuleVerdict {
    guard let named = facts.named else { return .notApplicable("T-QUAL-A06") }
    return .check(
      facts.conductors.allSatisfy { $0.utf8.elementsEqual(named.utf8) }, "T-QUAL-A06",
      orElse: RuleReason(rule: "T-QUAL-A06", code: "held-by-another"))
  }

  /// Whoever joined the team after the naming was judged by nobody: rotation is looked at again (R-ROLE-06, R-ROLE-07).
  private static func rotation(_ facts: Facts) -> [RuleVerdict] {
    (facts.rotation.map(AuditorRotation.verdicts) ?? []).map { verdict in
      guard let reason = verdict.reason else { return verdict }
      let code = reason.rule == "R-ROLE-07" ? "held-without-keep-request" : "held-beyond-rotation"
      return .notMet(RuleReason(rule: reason.rule, code: code, facts: reason.facts))
    }
  }

  private static func paid(_ facts: Facts, on day: CivilDate) -> RuleVerdict {
    let open = facts.unpaid.filter { $0.isUnpaid(on: day) }
    return .check(
      open.isEmpty, "R-QUAL-65",
      orElse: RuleReason(rule: "R-QUAL-65", code: "held-unpaid", facts: ["days": [day.description]]))
  }

  private static func onSite(_ facts: Facts) -> RuleVerdict {
    guard let kind = facts.kind, kind != .surveillance else { return .notApplicable("R-QUAL-35") }
    return .check(
      facts.mode != .remote, "R-QUAL-35",
      orElse: RuleReason(rule: "R-QUAL-35", code: "held-remotely", facts: ["kind": [kind.rawValue]]))
  }

  private static func remote(_ facts: Facts, on day: CivilDate) -> RuleVerdict {
    guard facts.kind == .surveillance, facts.mode == .remote, isOfRunningValidity(facts, day) else {
      return .notApplicable("R-QUAL-36")
    }
    return .check(
      facts.isRemoteSurveillanceAllowed, "R-QUAL-36",
      orElse: RuleReason(
        rule: "R-QUAL-36", code: "held-remotely", facts: ["kind": [QualiopiAuditKind.surveillance.rawValue]]))
  }

  /// What today's certificate says of window and remoteness binds no audit of the validity before it.
  private static func isOfRunningValidity(_ facts: Facts, _ day: CivilDate) -> Bool {
    facts.validFrom.map { day >= $0 } ?? true
  }

  /// Held before its window, a surveillance does not count.
  private static func window(_ facts: Facts, on day: CivilDate) -> RuleVerdict {
    guard facts.kind == .surveillance, RuleSwitches.isOn("DL-QUAL-02"), isOfRunningValidity(facts, day),
      let start = facts.validFrom, let opens = facts.settings.due(.qual02, from: start)
    else { return .notApplicable("R-QUAL-49") }
    return .check(
      day >= opens, "R-QUAL-49",
      orElse: RuleReason(rule: "R-QUAL-49", code: "held-too-early", facts: ["opens": [opens.description]]))
  }
}
