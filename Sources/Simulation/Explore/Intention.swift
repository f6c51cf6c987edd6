import AuditModel
public import SyncCore

/// Something a person means to record; what it becomes depends on the state their device shows.
public struct Intention: Sendable, Equatable, CustomStringConvertible {
  /// What is meant.
  public enum Kind: String, Sendable, CaseIterable {
    // what auditors do
    case grade, comment, observe, situation, startedOn, sites, interview, phone, evidence, sheet, summary
    case delete, restore, settle, close, present, openUnplanned
    // what the office does
    case plan, profile, address, nonConformity, decide, assignMore, unassign
    // what the server must refuse
    case forbiddenField, inventedOver, wrongKind, serverOnly
  }

  /// What is meant.
  public let kind: Kind
  /// Where.
  public let stream: StreamID
  /// What every choice inside it is drawn from.
  public let draw: UInt64
  /// Whether the person looks at what stands there before they write.
  public let looks: Bool

  /// The intention in a few words.
  public var description: String { "\(kind.rawValue) \(stream) \(draw)" + (looks ? " looking" : "") }

  /// Whether the server must refuse it wherever it is written.
  public var isCrafted: Bool {
    switch kind {
    case .forbiddenField, .inventedOver, .wrongKind, .serverOnly: true
    default: false
    }
  }
}

/// The people of a plan under the ids the server gave them.
public struct ExploreCast: Sendable {
  /// The ids by name.
  public let users: [String: UserID]
  /// The auditor who leads.
  public let lead: UserID
  /// The auditors.
  public let team: [UserID]
}
