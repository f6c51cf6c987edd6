public import SyncCore

/// Where a scenario is played: a server with people and devices, in this process or at an address.
///
/// The devices are real clients on either stage; only what stands behind their links differs.
public protocol ScenarioStage: Sendable {
  /// What the devices read their clocks from.
  var clock: VirtualClock { get }

  /// Why a step cannot be played here, in English, nil when it can.
  func obstacle(to action: ScenarioStep.Action) -> String?

  /// Enters the people and what they see.
  func enter(_ people: [Scenario.Person]) async throws

  /// The id of a person; nil while this stage does not know it.
  func user(_ person: String) -> UserID?

  /// Brings in a device, joined and not yet synced.
  func join(_ device: Scenario.Device) async throws -> SimulatedDevice

  /// Copies a device's disk into another machine.
  func clone(_ device: SimulatedDevice, as name: String) async throws -> SimulatedDevice

  /// Gives a person streams, beside those they have.
  func assign(_ person: String, _ streams: [StreamID]) async throws

  /// Sets everybody's time, the server's included where it can be moved, milliseconds since 1970 UTC.
  func setClock(milliseconds: Int64) async throws

  /// Starts the server anew.
  func restartServer() async throws
  /// Copies the server's data away.
  func backUpServer() async throws
  /// Puts the server back to its last copy, as `constat-server restore` does: it recovers from then on.
  func restoreServer() async throws
  /// Ends the recovery.
  func endRecovery() async throws

  /// The digests of the server's sets of accepted changes.
  func setDigests() async throws -> [StreamID: Digest]
}

/// Why a step could not be played.
public struct StageFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong, in English.
  public let description: String

  /// Says what went wrong.
  public init(_ description: String) { self.description = description }
}
