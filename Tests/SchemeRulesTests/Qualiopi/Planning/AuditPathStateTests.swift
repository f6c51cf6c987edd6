import AuditModel
import Testing

@testable import SchemeRules

/// Every act of the path in every state.
@Suite struct AuditPathStateTests {
  static let states = QualiopiAuditState.allCases

  private func expect(
    _ act: Act, _ state: QualiopiAuditState, _ judgement: ActJudgement, _ code: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let moves = QualiopiAuditState.transitions + QualiopiAuditState.cancellations
    let isMove = moves.contains { $0.id == act.transition && $0.from == state && $0.to.rawValue == act.resultingState }
    #expect(
      judgement.refusals(sourceLocation: sourceLocation) == (isMove ? [] : ["\(act.transition) \(code)"]),
      "\(act.name) in \(state)", sourceLocation: sourceLocation)
    if isMove {
      #expect(state.next(by: act.transition)?.rawValue == act.resultingState, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: states) func `T-QUAL-A01 R-QUAL-57 a contract is recorded from quoted alone`(
    state: QualiopiAuditState
  ) throws {
    expect(SignContract.act, state, SignContract.judge(try PathFixture.sign(state)), "audit-not-quoted")
  }

  @Test(arguments: states) func `T-QUAL-A02 R-QUAL-57 an audit is planned from contracted alone`(
    state: QualiopiAuditState
  ) throws {
    expect(PlanAudit.act, state, PlanAudit.judge(try PathFixture.plan(state)), "audit-not-contracted")
  }

  @Test(arguments: states) func `T-QUAL-A03 R-QUAL-57 an auditor is named from planned alone`(
    state: QualiopiAuditState
  ) throws {
    expect(NameAuditor.act, state, NameAuditor.judge(try PathFixture.name(state)), "audit-not-planned")
  }

  @Test(arguments: states) func `T-QUAL-A04 R-QUAL-57 a notice goes out once the auditor is named`(
    state: QualiopiAuditState
  ) throws {
    expect(NoticeAudit.act, state, NoticeAudit.judge(try PathFixture.notice(state)), "auditor-not-named")
  }

  @Test(arguments: states) func `T-QUAL-A04 R-QUAL-57 a notice is validated once it went out`(
    state: QualiopiAuditState
  ) throws {
    expect(ValidateNotice.act, state, ValidateNotice.judge(try PathFixture.validate(state)), "audit-not-noticed")
  }

  @Test(arguments: states) func `T-QUAL-A05 R-QUAL-57 the plan goes out once the notice is validated`(
    state: QualiopiAuditState
  ) throws {
    expect(SendAuditPlan.act, state, SendAuditPlan.judge(try PathFixture.send(state)), "notice-not-validated")
  }

  @Test(arguments: states) func `R-QUAL-57 an audit is cancelled before it begins, and once`(
    state: QualiopiAuditState
  ) throws {
    let code = state == .cancelled ? "already-cancelled" : "audit-begun"
    expect(CancelAudit.act, state, CancelAudit.judge(try PathFixture.cancel(state)), code)
  }

  @Test func `a stage nobody wrote counts as quoted, and a started audit is in progress for every act`() throws {
    #expect(SignContract.judge(try PathFixture.sign(nil)).outcome == .accepted)
    var cancel = try PathFixture.cancel(.planned)
    cancel.path.isStarted = true
    #expect(CancelAudit.judge(cancel).refusals() == ["R-QUAL-57 audit-begun"])
  }

  @Test func `R-QUAL-46 R-QUAL-47 other days than those noticed take the audit back to its notice`() throws {
    var path = try PathFixture.path(.planSent)
    path.noticedFor = path.days.value
    #expect(path.standing == .planSent)
    path.days = .settled(try AuditFixture.days("2026-06-09", "2026-06-10"))
    #expect(path.standing == .auditorNamed)
    path.recorded = .planned
    #expect(path.standing == .planned)
    path.recorded = .done
    #expect(path.standing == .done, "what was held stays held")
  }

  @Test func `T-QUAL-A03 another lead than the one named takes the audit back to the naming`() throws {
    var path = try PathFixture.path(.noticeValidated)
    path.named = PathFixture.lead
    #expect(path.standing == .noticeValidated)
    path.lead = .settled("u-0009")
    #expect(path.standing == .planned)
    path.lead = .inConflict([PathFixture.lead, "u-0009"])
    #expect(path.standing == .planned)
  }

  @Test(arguments: [
    ("audit.contract", Role.office), ("audit.plan", .office), ("audit.name-auditor", .office),
    ("audit.notice", .office),
    ("audit.validate-notice", .office), ("audit.send-plan", .auditor), ("audit.cancel", .office),
  ])
  func `an act of the path is granted to one role, freezes nothing and is not binding`(name: String, role: Role) throws
  {
    let act = try #require(ActCatalogue.act(named: name, in: .qualiopi))
    #expect(act.roles == [role])
    #expect(!act.freezes && !act.isBinding)
  }

  @Test func `only the office contracts, plans, names, notifies, validates and cancels`() throws {
    func asAuditor(_ path: AuditPathFacts) -> AuditPathFacts {
      var path = path
      path.requesterRoles = [.auditor, .decider]
      return path
    }
    var sign = try PathFixture.sign(.quoted)
    sign.path = asAuditor(sign.path)
    #expect(SignContract.judge(sign).refusals() == ["T-QUAL-A01 requester-not-office"])
    var plan = try PathFixture.plan(.contracted)
    plan.path = asAuditor(plan.path)
    #expect(PlanAudit.judge(plan).refusals() == ["T-QUAL-A02 requester-not-office"])
    var name = try PathFixture.name(.planned)
    name.path = asAuditor(name.path)
    #expect(NameAuditor.judge(name).refusals() == ["T-QUAL-A03 requester-not-office"])
    var notice = try PathFixture.notice(.auditorNamed)
    notice.path = asAuditor(notice.path)
    #expect(NoticeAudit.judge(notice).refusals() == ["T-QUAL-A04 requester-not-office"])
    var validate = try PathFixture.validate(.noticed)
    validate.path = asAuditor(validate.path)
    #expect(ValidateNotice.judge(validate).refusals() == ["T-QUAL-A04 requester-not-office"])
    var cancel = try PathFixture.cancel(.planned)
    cancel.path = asAuditor(cancel.path)
    #expect(CancelAudit.judge(cancel).refusals() == ["R-QUAL-57 requester-not-office"])
  }
}
