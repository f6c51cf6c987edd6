/// What a verification of the whole ledger found.
public struct ServerVerifyReport: Sendable, Equatable {
  /// Something that does not hold.
  public struct Fault: Sendable, Equatable {
    /// The position in the log; 0 when it is about no one entry.
    public let position: Int
    /// The stable code: `position`, `hash`, `frame`, `digest`, `link`, `seal`, `seal-key`, `unsealed`, `chain`,
    /// `receipt`, `storage`.
    public let code: String
    /// What was compared: names and numbers, no content.
    public let detail: String
  }

  /// Entries read.
  public internal(set) var entries = 0
  /// Lines among them.
  public internal(set) var lines = 0
  /// Skips among them.
  public internal(set) var skips = 0
  /// Seals among them.
  public internal(set) var seals = 0
  /// The first faults, in order of the log.
  public internal(set) var faults: [Fault] = []
  /// All faults, those past `ServerLimits.verifyFaultsMax` only counted.
  public internal(set) var faultCount = 0

  /// Whether everything holds.
  public var isSound: Bool { faultCount == 0 }

  mutating func note(_ code: String, at position: Int, _ detail: String) {
    faultCount += 1
    if faults.count < ServerLimits.verifyFaultsMax {
      faults.append(Fault(position: position, code: code, detail: detail))
    }
  }
}
