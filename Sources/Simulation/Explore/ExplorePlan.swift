public import AuditModel
public import SyncCore

/// Everything one run of the explorer does, drawn from a seed before it begins: running it again does the same.
public struct ExplorePlan: Sendable, Equatable {
  /// Somebody with an account.
  public struct Person: Sendable, Equatable {
    /// The name the plan calls them by.
    public let name: String
    /// Their roles.
    public let roles: Set<Role>
  }

  /// A laptop, joined before the first step.
  public struct Device: Sendable, Equatable {
    /// The name the plan calls it by.
    public let name: String
    /// Whose it is.
    public let person: String
  }

  /// What it was drawn from.
  public let seed: UInt64
  /// The people, auditors first; the first one leads the audits.
  public let people: [Person]
  /// The laptops.
  public let devices: [Device]
  /// The streams every auditor is assigned to at the start.
  public let assigned: [StreamID]
  /// A dossier nobody knows of until somebody opens it on site.
  public let unplanned: StreamID
  /// What happens.
  public var steps: [ExploreStep]

  /// Whether a device's clock is ever wrong.
  public var hasSkew: Bool {
    steps.contains { if case .skew = $0 { true } else { false } }
  }

  /// Whether lines pass between devices by file.
  public var hasHandover: Bool {
    steps.contains { if case .handover = $0 { true } else { false } }
  }

  /// Whether a disk is copied.
  public var hasClone: Bool {
    steps.contains { if case .clone = $0 { true } else { false } }
  }

  /// The same plan with every clock right.
  public var withoutSkew: ExplorePlan {
    var plan = self
    plan.steps = steps.map { step in
      if case .skew(let device, _) = step { .skew(device: device, days: 0) } else { step }
    }
    return plan
  }
}

/// One step of a plan; it names devices, so that the others mean the same when it is left out.
public enum ExploreStep: Sendable, Equatable {
  /// Somebody records something.
  case capture(device: String, Intention)
  /// A sync whose requests meet these faults in turn, then none; `during` is recorded while the first is under way.
  case sync(device: String, faults: [LinkFault?], during: Intention?)
  /// A sync that dies: after so many requests with these faults the server acts on one more, and the program is killed.
  case crash(device: String, faults: [LinkFault?])
  /// The program is killed and started again.
  case kill(device: String)
  /// The program ends and is started again.
  case restart(device: String)
  /// The server is started anew.
  case restartServer
  /// A device's clock is wrong by so many days from now on.
  case skew(device: String, days: Int)
  /// Time passes.
  case wait(hours: Int)
  /// An administrator assigns a stream.
  case assign(person: String, stream: StreamID)
  /// A copy of a device's disk begins a life of its own.
  case clone(device: String, copy: String)
  /// A file passes from one device to another.
  case handover(from: String, to: String, stream: StreamID)
}

extension ExploreStep: CustomStringConvertible {
  /// The step in one line, the same for equal steps.
  public var description: String {
    switch self {
    case .capture(let device, let intention): "capture \(device) \(intention)"
    case .sync(let device, let faults, let during):
      "sync \(device) [\(Self.words(faults))]" + (during.map { " during \($0)" } ?? "")
    case .crash(let device, let faults): "crash \(device) [\(Self.words(faults))]"
    case .kill(let device): "kill \(device)"
    case .restart(let device): "restart \(device)"
    case .restartServer: "restart server"
    case .skew(let device, let days): "skew \(device) \(days) days"
    case .wait(let hours): "wait \(hours) hours"
    case .assign(let person, let stream): "assign \(person) \(stream)"
    case .clone(let device, let copy): "clone \(device) \(copy)"
    case .handover(let from, let to, let stream): "handover \(from) \(to) \(stream)"
    }
  }

  private static func words(_ faults: [LinkFault?]) -> String {
    faults.map { $0?.word ?? "none" }.joined(separator: " ")
  }
}

extension LinkFault {
  /// The fault in one word, its number left out.
  public var kind: String {
    switch self {
    case .offline: "offline"
    case .requestLost: "request-lost"
    case .requestCut: "request-cut"
    case .responseLost: "response-lost"
    case .responseCut: "response-cut"
    case .duplicated: "duplicated"
    case .delayed: "delayed"
    case .foreign: "captive-portal"
    case .serverRestart: "server-restart"
    }
  }

  /// The fault with its number.
  var word: String {
    switch self {
    case .requestCut(let bytes), .responseCut(let bytes): "\(kind)=\(bytes)"
    default: kind
    }
  }
}
