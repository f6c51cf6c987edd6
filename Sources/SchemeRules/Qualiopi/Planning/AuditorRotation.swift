/// How long one auditor may serve one client (R-ROLE-06, R-ROLE-07): at most two consecutive cycles, four cycle audits.
public enum AuditorRotation {
  /// Consecutive cycles one auditor may serve.
  static let cyclesMax = 2
  /// Cycle audits within them: initial or renewal, and surveillance, each cycle.
  static let auditsMax = 4

  /// What an auditor did for the client.
  public struct Service: Sendable, Hashable {
    /// The auditor's opaque id.
    public var auditor: String
    /// The audits they took part in, by cycle.
    public var audits: [Int: Int]
    /// Those whose cycle is not recorded.
    public var auditsOfUnknownCycle: Int

    /// Describes a service.
    public init(auditor: String, audits: [Int: Int] = [:], auditsOfUnknownCycle: Int = 0) {
      self.auditor = auditor
      self.audits = audits
      self.auditsOfUnknownCycle = auditsOfUnknownCycle
    }

    /// Whether they served the client before.
    public var servedBefore: Bool { !audits.isEmpty || auditsOfUnknownCycle > 0 }
  }

  /// What both rules look at: everybody who audits, and the cycle they audit in.
  public struct Facts: Sendable, Hashable {
    /// The lead and the team, each with what they did for this client.
    public var services: [Service]
    /// The cycle of the audit; nil where it is not recorded.
    public var cycle: Int?
    /// The kind of audit; an extension counts by the setting `rotationCountsExtra`.
    public var kind: QualiopiAuditKind?
    /// Whether the client asked in writing to keep the auditor in this cycle.
    public var isRequested: Bool
    /// The readings in force.
    public var settings: QualiopiSettings

    /// Gathers the facts.
    public init(
      services: [Service], cycle: Int?, kind: QualiopiAuditKind?, isRequested: Bool,
      settings: QualiopiSettings = .standard
    ) {
      self.services = services
      self.cycle = cycle
      self.kind = kind
      self.isRequested = isRequested
      self.settings = settings
    }
  }

  /// The two rules for each of them.
  static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    facts.services.flatMap {
      verdicts(
        $0, cycle: facts.cycle, isCounted: facts.kind != .extension || facts.settings.rotationCountsExtra,
        isRequested: facts.isRequested, settings: facts.settings)
    }
  }

  /// The cycles served without a break that lead to a cycle, that one included, latest first.
  ///
  /// A break is as many full cycles done by others as the setting `rotationBreakCycles` says.
  static func run(of service: Service, to cycle: Int, breakCycles: Int) -> [Int] {
    var run = [cycle]
    var gap = 0
    for earlier in stride(from: cycle - 1, through: 1, by: -1) {
      if service.audits[earlier] != nil {
        run.append(earlier)
        gap = 0
      } else {
        gap += 1
        if gap >= max(1, breakCycles) { break }
      }
    }
    return run
  }

  /// The two rules for one auditor.
  /// - Parameters:
  ///   - cycle: the cycle of the audit; nil where it is not recorded.
  ///   - isCounted: whether the audit counts among the four; an extension does by the setting `rotationCountsExtra`.
  ///   - isRequested: whether the client asked in writing to keep the auditor in this cycle.
  static func verdicts(
    _ service: Service, cycle: Int?, isCounted: Bool, isRequested: Bool, settings: QualiopiSettings
  ) -> [RuleVerdict] {
    guard isCounted, service.servedBefore else { return [.notApplicable("R-ROLE-06"), .notApplicable("R-ROLE-07")] }
    guard let cycle, service.auditsOfUnknownCycle == 0 else {
      return [
        .undeterminedHere("R-ROLE-06", needs: [.auditCycle]), .undeterminedHere("R-ROLE-07", needs: [.auditCycle]),
      ]
    }
    let run = run(of: service, to: cycle, breakCycles: settings.rotationBreakCycles)
    let audits = run.reduce(1) { $0 + (service.audits[$1] ?? 0) }
    return [
      .check(
        run.count <= cyclesMax && audits <= auditsMax, "R-ROLE-06",
        orElse: RuleReason(
          rule: "R-ROLE-06", code: run.count > cyclesMax ? "third-cycle" : "fifth-audit",
          facts: ["audits": [String(audits - 1)], "cycles": run.dropFirst().reversed().map(String.init)])),
      run.count < cyclesMax
        ? .notApplicable("R-ROLE-07")
        : .check(isRequested, "R-ROLE-07", orElse: RuleReason(rule: "R-ROLE-07", code: "keep-request-missing")),
    ]
  }
}
