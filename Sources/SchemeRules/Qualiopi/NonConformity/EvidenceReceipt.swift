public import WorkingDays

/// Evidence on a non-conformity, as it was received: by letter, or handed to an auditor.
public struct EvidenceReceipt: Sendable, Hashable {
  /// What a ruling on the evidence names it by: the mail item, the evidence entity, or the day it was handed over.
  public let reference: String
  /// The day the certifier or the auditor received it, corrections of the mail register taken in; nil while
  /// nobody recorded it or two people did differently.
  public let receivedOn: CivilDate?

  /// Describes one.
  public init(_ reference: String, receivedOn: CivilDate?) {
    self.reference = reference
    self.receivedOn = receivedOn
  }
}

/// What the auditor found of the evidence.
public struct EvidenceAssessment: Sendable, Hashable {
  /// Whether it is sufficient.
  public let isSufficient: Bool
  /// The references of the evidence ruled on: of what it does not name it says nothing.
  public let references: Set<String>
  /// Why, for evidence sent back.
  public let reason: String?

  /// Describes one.
  public init(isSufficient: Bool, on references: Set<String> = [], reason: String? = nil) {
    self.isSufficient = isSufficient
    self.references = references
    self.reason = reason
  }

  /// Whether it rules on a piece of evidence.
  public func covers(_ receipt: EvidenceReceipt) -> Bool {
    references.contains(receipt.reference)
  }
}
