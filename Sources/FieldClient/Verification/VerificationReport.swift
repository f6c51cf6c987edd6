public import SyncCore

/// Something that does not hold together in the store.
public struct VerificationFault: Sendable, Hashable {
  /// What is wrong; the raw value is the stable code.
  public enum Code: String, Sendable, CaseIterable {
    /// The bytes of a line no longer have the digest stored with them.
    case lineAltered = "line-altered"
    /// The bytes of a line are no change line.
    case lineUnreadable = "line-unreadable"
    /// A line is filed under another name or stream than its own.
    case lineMisfiled = "line-misfiled"
    /// A link does not follow from the one before it and the digest.
    case linkBroken = "link-broken"
    /// A seal is not that device's over these lines.
    case sealWrong = "seal-wrong"
    /// A seal stands where no line is.
    case sealWithoutLine = "seal-without-line"
    /// The end of a chain is not where the store's account says.
    case tipDiffers = "tip-differs"
    /// The accepted set is not the one the server last gave the digest of.
    case setDigestDiffers = "set-digest-differs"
    /// The stream's rows cannot be read at all.
    case unreadable = "store-damaged"
    /// SQLite's own check found a fault in the file.
    case file = "file-damaged"
  }

  /// What is wrong.
  public let code: Code
  /// Where; nil when the file as a whole is meant.
  public let stream: StreamID?
  /// The change; nil when the stream as a whole is meant.
  public let id: ChangeID?
  /// More for a person who repairs.
  public let detail: String

  /// Describes a fault.
  public init(_ code: Code, stream: StreamID?, id: ChangeID?, detail: String = "") {
    self.code = code
    self.stream = stream
    self.id = id
    self.detail = detail
  }
}

/// What was checked of one stream.
public struct StreamVerification: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// Lines whose bytes, digest and link were recomputed.
  public var lines = 0
  /// Digests of lines not held, whose links were recomputed.
  public var skips = 0
  /// Seals verified.
  public var seals = 0
  /// Seals whose device is not known here.
  public var unknownSeals = 0
  /// Lines that no verified seal covers: the device's own unsent ones among them.
  public var unsealedLines = 0
  /// Whether the set was compared to the digest the server last gave; false when something came in since.
  public var isComparedToServer = false
  /// What does not hold together.
  public var faults: [VerificationFault] = []
}

/// What a verification of a whole profile found.
public struct VerificationReport: Sendable, Equatable {
  /// Every whole stream, by name.
  public let streams: [StreamVerification]
  /// Faults of the file as a whole.
  public let fileFaults: [VerificationFault]

  /// All faults.
  public var faults: [VerificationFault] { fileFaults + streams.flatMap(\.faults) }
  /// True when nothing is wrong.
  public var isSound: Bool { faults.isEmpty }
}
