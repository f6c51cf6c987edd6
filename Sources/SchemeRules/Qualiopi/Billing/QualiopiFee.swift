public import AuditModel

/// A fee of a Qualiopi tariff, with the rule and the document it comes from (RULEBOOK §3.2.6).
public enum QualiopiFee: String, Sendable, Hashable, CaseIterable {
  case auditDay = "audit-day"
  case missionSingleSite = "mission-single-site"
  case missionMultiSite = "mission-multi-site"
  case fileSingleSite = "file-single-site"
  case fileMultiSite = "file-multi-site"
  case certificateChange = "certificate-change"

  /// The rule that sets it.
  public var rule: RuleID {
    switch self {
    case .auditDay: "R-QUAL-112"
    case .missionSingleSite, .missionMultiSite: "R-QUAL-113"
    case .fileSingleSite, .fileMultiSite: "R-QUAL-115"
    case .certificateChange: "R-QUAL-116"
    }
  }

  /// The document and section it was taken from.
  public var source: String {
    self == .certificateChange ? "Qualiopi FAQ planning; FAQ certificate" : "Qualiopi FAQ planning"
  }

  /// What it is charged for, on screen.
  public var words: LocalizedText {
    switch self {
    case .auditDay: LocalizedText(fr: "journée d'audit", en: "audit day")
    case .missionSingleSite:
      LocalizedText(fr: "frais de mission monosite, par journée entamée", en: "single-site mission, per started day")
    case .missionMultiSite:
      LocalizedText(fr: "frais de mission multisite, par journée entamée", en: "multi-site mission, per started day")
    case .fileSingleSite:
      LocalizedText(fr: "frais de dossier monosite, par cycle", en: "single-site file, per cycle")
    case .fileMultiSite: LocalizedText(fr: "frais de dossier multisite, par cycle", en: "multi-site file, per cycle")
    case .certificateChange:
      LocalizedText(fr: "modification du certificat, par demande", en: "certificate change, per request")
    }
  }
}
