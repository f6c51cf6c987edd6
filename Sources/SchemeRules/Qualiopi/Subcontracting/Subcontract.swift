public import AuditModel
public import WorkingDays

/// A contract by which a principal has a subcontractor do part or all of a service (RULEBOOK §3.2.1).
public struct Subcontract: Sendable, Hashable {
  /// How much of a certifying service it entrusts.
  public enum Share: String, Sendable, Hashable, CaseIterable {
    /// Part of an action, less than one block of a certification.
    case part
    /// A whole action that leads to a certification.
    case wholeCertifyingAction = "whole-certifying-action"
    /// At least one block of a certification of the RNCP.
    case rncpBlock = "rncp-block"

    /// What it is, on screen.
    public var words: LocalizedText {
      switch self {
      case .part: LocalizedText(fr: "une partie de l'action", en: "part of the action")
      case .wholeCertifyingAction:
        LocalizedText(fr: "une action certifiante entière", en: "a whole certifying action")
      case .rncpBlock: LocalizedText(fr: "au moins un bloc RNCP", en: "at least one RNCP block")
      }
    }
  }

  /// Whether it is in writing.
  public var isWritten: Bool
  /// The items it holds.
  public var items: Set<SubcontractItem>
  /// Whether the service is paid by the CPF.
  public var isCPF: Bool
  /// How much of a service that leads to a certification it entrusts; nil when the service leads to none.
  public var certifyingShare: Share?
  /// Whether the principal is itself subcontractor of this service.
  public var isOfSubcontractor: Bool
  /// The day the mission is accepted.
  public var acceptedOn: CivilDate
  /// Who does it.
  public var subcontractor: Subcontractor

  /// Describes a subcontract.
  public init(
    isWritten: Bool, items: Set<SubcontractItem>, isCPF: Bool, certifyingShare: Share? = nil,
    isOfSubcontractor: Bool = false, acceptedOn: CivilDate, subcontractor: Subcontractor
  ) {
    self.isWritten = isWritten
    self.items = items
    self.isCPF = isCPF
    self.certifyingShare = certifyingShare
    self.isOfSubcontractor = isOfSubcontractor
    self.acceptedOn = acceptedOn
    self.subcontractor = subcontractor
  }
}
