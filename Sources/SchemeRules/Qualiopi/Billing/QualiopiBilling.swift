import AuditModel

/// What is invoiced for one audit, and whether it can be (R-QUAL-94, R-QUAL-112 to R-QUAL-116).
public enum QualiopiBilling {
  /// What the lines are computed from.
  public struct Facts: Sendable, Hashable {
    /// The local name of the audit, which names its lines.
    public var audit: String
    /// The kind of audit.
    public var kind: QualiopiAuditKind
    /// Where the audit stands.
    public var state: QualiopiAuditState?
    /// The days of the audit.
    public var days: [ScheduledDay]
    /// Whether the body has several sites under one legal entity (R-QUAL-63).
    public var isMultiSite: Bool
    /// Whether the client is overseas, and then counted as multi-site (R-QUAL-114).
    public var isOverseas: Bool
    /// Whether the auditor comes from mainland France to an overseas client.
    public var comesFromMainland: Bool
    /// What that journey cost, once known.
    public var actualMissionCost: EuroCents?
    /// Whether the file of this cycle is already on a line.
    public var isFileBilled: Bool
    /// The tariff of the contract, or nil where none is known.
    public var tariff: QualiopiTariff?

    /// Gathers the facts.
    public init(
      audit: String, kind: QualiopiAuditKind, state: QualiopiAuditState?, days: [ScheduledDay],
      isMultiSite: Bool = false, isOverseas: Bool = false, comesFromMainland: Bool = false,
      actualMissionCost: EuroCents? = nil, isFileBilled: Bool = false, tariff: QualiopiTariff?
    ) {
      self.audit = audit
      self.kind = kind
      self.state = state
      self.days = days
      self.isMultiSite = isMultiSite
      self.isOverseas = isOverseas
      self.comesFromMainland = comesFromMainland
      self.actualMissionCost = actualMissionCost
      self.isFileBilled = isFileBilled
      self.tariff = tariff
    }

    var isPricedAsMultiSite: Bool { isMultiSite || isOverseas && RuleSwitches.isOn("R-QUAL-114") }
    var isAtActualCost: Bool { isOverseas && comesFromMainland }
    /// A cost below zero is none.
    var knownMissionCost: EuroCents? { actualMissionCost.flatMap { $0 < .zero ? nil : $0 } }
    /// A mission is a journey: a remote day starts none, and two sites on one date are one day.
    var missionDays: Int { Set(days.filter { $0.mode == .onSite }.map(\.date)).count }
  }

  /// Step reached (R-QUAL-94), tariff known (R-QUAL-112), actual cost known where it is charged (R-QUAL-114).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] { [step(facts), price(facts), cost(facts)] }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }

  /// The lines of one audit: days, mission, file at an initial or renewal audit, and nothing else.
  ///
  /// What a verdict finds lacking has no line: an audit is billed only once all are met.
  public static func lines(for facts: Facts) -> [BillingLine] {
    guard let tariff = facts.tariff, !facts.days.isEmpty else { return [] }
    return [days(facts, tariff), mission(facts, tariff), file(facts, tariff)].compactMap { $0 }
  }

  /// The line of a requested change of the certificate (R-QUAL-116).
  /// - Parameter request: the local name of the request, which names the line.
  public static func certificateChange(request: String, tariff: QualiopiTariff) -> BillingLine {
    BillingLine(
      .certificateChange, of: request,
      LocalizedText(fr: "Modification du certificat", en: "Certificate change"), .units(1),
      unitPrice: tariff[.certificateChange], amount: tariff[.certificateChange],
      rule: QualiopiFee.certificateChange.rule)
  }

  private static func days(_ facts: Facts, _ tariff: QualiopiTariff) -> BillingLine {
    let duration = facts.days.duration
    let label = LocalizedText(
      fr: "Journées d'audit" + (tariff.agreement.map { ", accord-cadre \($0)" } ?? ""),
      en: "Audit days" + (tariff.agreement.map { ", framework agreement \($0)" } ?? ""))
    return BillingLine(
      .auditDays, of: facts.audit, label, .duration(duration), unitPrice: tariff[.auditDay],
      amount: tariff.price(of: duration), rule: QualiopiFee.auditDay.rule)
  }

  private static func mission(_ facts: Facts, _ tariff: QualiopiTariff) -> BillingLine? {
    guard facts.missionDays > 0 else { return nil }
    if facts.isAtActualCost {
      guard let cost = facts.knownMissionCost else { return nil }
      return BillingLine(
        .mission, of: facts.audit,
        LocalizedText(fr: "Frais de mission au coût réel", en: "Mission at actual cost"), .units(1), unitPrice: cost,
        amount: cost, rule: "R-QUAL-114")
    }
    let fee: QualiopiFee = facts.isPricedAsMultiSite ? .missionMultiSite : .missionSingleSite
    return BillingLine(
      .mission, of: facts.audit,
      facts.isPricedAsMultiSite
        ? LocalizedText(fr: "Frais de mission, multisite", en: "Mission, multi-site")
        : LocalizedText(fr: "Frais de mission, monosite", en: "Mission, single-site"),
      .startedDays(facts.missionDays), unitPrice: tariff[fee], amount: tariff[fee] * facts.missionDays,
      rule: facts.isOverseas ? "R-QUAL-114" : fee.rule)
  }

  private static func file(_ facts: Facts, _ tariff: QualiopiTariff) -> BillingLine? {
    guard facts.kind == .initial || facts.kind == .renewal, !facts.isFileBilled else { return nil }
    let fee: QualiopiFee = facts.isPricedAsMultiSite ? .fileMultiSite : .fileSingleSite
    return BillingLine(
      .file, of: facts.audit,
      facts.isPricedAsMultiSite
        ? LocalizedText(fr: "Frais de dossier, multisite", en: "File, multi-site")
        : LocalizedText(fr: "Frais de dossier, monosite", en: "File, single-site"),
      .units(1), unitPrice: tariff[fee], amount: tariff[fee], rule: fee.rule)
  }

  /// The invoice comes when the file goes to decision, once.
  private static func step(_ facts: Facts) -> RuleVerdict {
    if facts.state == .invoiced { return .notMet(RuleReason(rule: "R-QUAL-94", code: "already-billed")) }
    guard !facts.days.isEmpty else { return .notMet(RuleReason(rule: "R-QUAL-94", code: "no-day-to-bill")) }
    return .check(
      facts.state == .inDecision || facts.state == .decided, "R-QUAL-94",
      orElse: RuleReason(
        rule: "R-QUAL-94", code: "billed-before-decision", facts: ["state": facts.state.map { [$0.rawValue] } ?? []]))
  }

  private static func price(_ facts: Facts) -> RuleVerdict {
    .check(facts.tariff != nil, "R-QUAL-112", orElse: RuleReason(rule: "R-QUAL-112", code: "no-tariff"))
  }

  private static func cost(_ facts: Facts) -> RuleVerdict {
    guard facts.isAtActualCost, facts.missionDays > 0 else { return .notApplicable("R-QUAL-114") }
    return .check(
      facts.knownMissionCost != nil, "R-QUAL-114",
      orElse: RuleReason(rule: "R-QUAL-114", code: "actual-cost-missing"))
  }
}
