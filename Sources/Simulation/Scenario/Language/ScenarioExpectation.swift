public import SyncCore

/// What must hold at one moment, on some devices.
public struct ScenarioExpectation: Sendable, Equatable {
  /// The devices it must hold on; nil: on all that have joined.
  public var devices: [String]?
  /// The stream looked at.
  public var stream: StreamID?
  /// What must hold.
  public var checks: [Check]

  /// One thing that must hold.
  public enum Check: Sendable, Equatable {
    /// The value a field shows; null: nothing.
    case shown(FieldName, EntityID, ScenarioValue)
    /// The values against each other, in any order; empty: no conflict.
    case conflict(FieldName, EntityID, [ScenarioValue])
    /// The number of late writes of a field.
    case late(FieldName, EntityID, Int)
    /// Whether a merged text waits for a reader.
    case unread(FieldName, EntityID, Bool)
    /// Whether an entity stands; `absent` when nothing was ever said about it.
    case life(EntityID, String)
    /// Whether an entity is frozen.
    case frozen(EntityID, Bool)
    /// The server's answer to the request of a capture: `accepted`, `refused` or `none`, and the rules it rests on.
    case ruling(of: String, verdict: String, rules: [String]?)
    /// The code a capture was refused with, on the device that wrote it.
    case refused(of: String, code: String)
    /// The server has a place for a capture.
    case accepted(of: String)
    /// Captures the device holds.
    case holds([String])
    /// Captures the device does not hold.
    case lacks([String])
    /// Own changes without an answer.
    case outbox(Int)
    /// Own changes in nobody's set.
    case quarantine(Int)
    /// The same state on every device, by state digests.
    case agree
    /// The same set as the server's, by set digests.
    case serverDigest
  }
}
