public import AuditModel

/// What every guard from the quote to the audit plan looks at: where the audit stands, and who asks.
public struct AuditPathFacts: Sendable, Hashable {
  /// The stage recorded; a stage nobody wrote counts as `quoted`.
  public var recorded: QualiopiAuditState?
  /// Whether its start is a recorded fact.
  public var isStarted: Bool
  /// The kind of audit.
  public var kind: FactReading<QualiopiAuditKind>
  /// Its first and last day.
  public var days: FactReading<AuditDays>
  /// The lead auditor's opaque id.
  public var lead: FactReading<String>
  /// The lead the naming was accepted for; nil before.
  public var named: String?
  /// The days the notice was accepted for; nil before.
  public var noticedFor: AuditDays?
  /// The contract the audit rests on; absent when none is named or recorded.
  public var contract: FactReading<ContractTerms>
  /// The mail that brought the signed quote back.
  public var signedQuote: MailProof
  /// Who requests the act.
  public var requester: String
  /// The requester's roles.
  public var requesterRoles: Set<Role>

  /// Gathers the facts.
  public init(
    recorded: QualiopiAuditState?, isStarted: Bool = false, kind: FactReading<QualiopiAuditKind>,
    days: FactReading<AuditDays>, lead: FactReading<String>, named: String? = nil, noticedFor: AuditDays? = nil,
    contract: FactReading<ContractTerms>, signedQuote: MailProof, requester: String, requesterRoles: Set<Role>
  ) {
    self.recorded = recorded
    self.isStarted = isStarted
    self.kind = kind
    self.days = days
    self.lead = lead
    self.named = named
    self.noticedFor = noticedFor
    self.contract = contract
    self.signedQuote = signedQuote
    self.requester = requester
    self.requesterRoles = requesterRoles
  }

  /// Where the audit stands for the next act.
  ///
  /// The rulebook has no move for a date or an auditor changed on the way (R-QUAL-46, R-QUAL-47), so none is invented:
  /// the change is a fact the office writes, and a stage holds only for what it was accepted for. With other days than
  /// those noticed the audit stands at `auditorNamed` again: planning judges the new days with the next notice, and the
  /// client validates it. With another lead than the one named it stands at `planned`.
  public var standing: QualiopiAuditState {
    (QualiopiAuditState.standing(recorded: recorded, isStarted: isStarted) ?? .quoted)
      .holding(for: days, noticedFor: noticedFor, lead: lead, named: named)
  }

  // MARK: checks several acts share

  func checkStanding(_ expected: QualiopiAuditState, _ rule: RuleID, code: String) -> RuleVerdict {
    .check(
      standing == expected, rule, orElse: RuleReason(rule: rule, code: code, facts: ["state": [standing.rawValue]]))
  }

  /// Sales and planning are the office's (RULEBOOK §2.1).
  func checkOffice(_ rule: RuleID) -> RuleVerdict {
    .check(
      requesterRoles.contains(.office), rule, orElse: RuleReason(rule: rule, code: "requester-not-office"))
  }

  /// A contract exists, is signed, and nobody disputes what it says (R-QUAL-27).
  func checkContract(_ rule: RuleID) -> [RuleVerdict] {
    switch contract {
    case .absent: return [.check(false, rule, orElse: RuleReason(rule: rule, code: "contract-missing"))]
    case .inConflict: return [.notMet(QualiopiAuditFacts.conflictOpen(rule, field: "contract"))]
    case .settled(let terms):
      guard terms.inConflict.isEmpty else {
        return [.notMet(RuleReason(rule: rule, code: "conflict-open", facts: ["fields": terms.inConflict]))]
      }
      return [signedQuote.checkReceived(rule, field: "signed", orElse: "quote-not-signed")]
    }
  }
}

extension QualiopiAuditState {
  /// The state as far as it holds for the days and the lead of now: what was accepted for others falls back.
  func holding(
    for days: FactReading<AuditDays>, noticedFor: AuditDays?, lead: FactReading<String>, named: String?
  ) -> QualiopiAuditState {
    guard isBefore(.inProgress) else { return self }
    if !isBefore(.auditorNamed), let named, lead.value.map({ !$0.utf8.elementsEqual(named.utf8) }) ?? true {
      return .planned
    }
    if !isBefore(.noticed), RuleSwitches.isOn("R-QUAL-46"), let noticedFor, days.value != noticedFor {
      return .auditorNamed
    }
    return self
  }
}
