public import AuditModel
public import SyncCore
public import WorkingDays

/// A scenario as written: people with devices, steps, and what must hold (Protocol/scenarios.md).
public struct Scenario: Sendable, Equatable {
  /// Somebody with roles.
  public struct Person: Sendable, Equatable {
    /// What the scenario calls them; also their name in the directory.
    public var name: String
    /// Their roles.
    public var roles: Set<Role>
    /// The streams they see from the start.
    public var streams: [StreamID]
  }

  /// A laptop of somebody.
  public struct Device: Sendable, Equatable {
    /// What the scenario calls it.
    public var name: String
    /// Whose it is.
    public var person: String
    /// Whether a `join` step brings it in, and not the beginning.
    public var joinsLater: Bool
  }

  /// What it shows, in a few words.
  public var name: String
  /// The clock at the beginning, milliseconds since 1970 UTC.
  public var start: Int64
  /// What every draw of an in-process run comes from.
  public var seed: UInt64
  /// The people, as declared.
  public var people: [Person]
  /// The devices, as declared.
  public var devices: [Device]
  /// The streams in play.
  public var streams: [StreamID]
  /// What happens, in order.
  public var steps: [ScenarioStep]
}

/// One step with its line in the file.
public struct ScenarioStep: Sendable, Equatable {
  /// The line, from 1.
  public var line: Int
  /// What happens.
  public var action: Action

  /// What can happen.
  public indirect enum Action: Sendable, Equatable {
    /// Devices lose the network, or find it again.
    case network([String], isUp: Bool)
    /// Somebody writes.
    case capture(ScenarioCapture)
    /// Devices sync, one after the other.
    case sync(ScenarioSync)
    /// A device's clock is off by so much from now on, milliseconds.
    case clock(String, skew: Int64)
    /// Time passes, milliseconds.
    case wait(Int64)
    /// A program dies and starts again.
    case restart(String)
    /// The server dies and starts again.
    case restartServer
    /// The server's data is copied away.
    case backUpServer
    /// The server is put back to its last copy.
    case restoreServer
    /// The recovery of a restored server is ended.
    case endRecovery
    /// A device's disk is copied into another machine.
    case clone(String, as: String)
    /// Time passes for everybody until 07:00 UTC of a day.
    case until(CivilDate)
    /// Somebody fills in a form.
    case fill(ScenarioFilling)
    /// A device joins.
    case join(String)
    /// A person is given streams, beside those they have.
    case assign(String, [StreamID])
    /// A file goes from one device to another.
    case handover(ScenarioHandover)
    /// Something must hold.
    case expect(ScenarioExpectation)
    /// Two series of steps whose order must not matter.
    case eitherOrder([ScenarioStep], [ScenarioStep])
  }
}

/// A form filled in by one person: one change.
public struct ScenarioFilling: Sendable, Equatable {
  /// Where it is written.
  public var device: String
  /// The stream.
  public var stream: StreamID
  /// The form's name, such as `mail.record`.
  public var form: String
  /// The entity it is about or makes.
  public var entity: EntityID
  /// What is filled in, by input.
  public var given: [String: [ScenarioValue]]
  /// What later steps call the change.
  public var name: String?
}

/// One intention of one person: one change.
public struct ScenarioCapture: Sendable, Equatable {
  /// Where it is written.
  public var device: String
  /// The stream.
  public var stream: StreamID
  /// What later steps call it.
  public var name: String?
  /// Whether the writer looks at the fields first, so that the write replaces what the device shows.
  public var looks: Bool
  /// The operations, in the order written.
  public var operations: [ScenarioOperation]
  /// The code the device itself refuses it with, when that is the point.
  public var fails: String?
  /// What the device's clock shows meanwhile, milliseconds since 1970 UTC; nil: what it shows anyway.
  public var at: Int64?
}

/// One operation of a capture.
public enum ScenarioOperation: Sendable, Equatable {
  /// Writes a field; with a motive it settles. `over` nil: what the writer has on the screen.
  case set(FieldName, EntityID, ScenarioValue, motive: String?, over: [ScenarioReference]?)
  /// Adds to a set.
  case add(FieldName, EntityID, ScenarioValue)
  /// Takes out of a set. `over` nil: every addition the device holds.
  case remove(FieldName, EntityID, ScenarioValue, over: [ScenarioReference]?)
  /// Appends to a journal.
  case append(FieldName, EntityID, ScenarioValue, answers: ScenarioReference?)
  /// Deletes. `seen` nil: what the device holds.
  case delete(EntityID, seen: [ScenarioReference]?, over: [ScenarioReference]?)
  /// Takes a deletion back.
  case restore(EntityID, over: [ScenarioReference]?)
  /// Asks for an act. `seen` nil: what the device holds.
  case request(ActName, EntityID, seen: [ScenarioReference]?)

  /// The earlier changes it names.
  var references: [ScenarioReference] {
    switch self {
    case .set(_, _, _, _, let over), .remove(_, _, _, let over), .restore(_, let over): over ?? []
    case .append(_, _, _, let answers): answers.map { [$0] } ?? []
    case .delete(_, let seen, let over): (seen ?? []) + (over ?? [])
    case .request(_, _, let seen): seen ?? []
    case .add: []
    }
  }
}

/// An earlier change by its name in the scenario.
public enum ScenarioReference: Sendable, Hashable {
  /// A capture.
  case capture(String)
  /// The server's ruling on the request of a capture.
  case ruling(String)
}

/// A value of a field as written, in which people stand by their names.
public indirect enum ScenarioValue: Sendable, Equatable {
  /// A value without people.
  case plain(JSONValue)
  /// The id of a person, `{person: NAME}`.
  case person(String)
  /// A list.
  case list([ScenarioValue])
  /// An object.
  case object([Member])

  /// One key and its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: ScenarioValue
  }
}

/// A sync of one or several devices.
public struct ScenarioSync: Sendable, Equatable {
  /// The devices, in order.
  public var devices: [String]
  /// What happens to its requests, one after the other; nil is no fault.
  public var faults: [LinkFault?]
  /// How it must end; nil: `complete`, or `offline` without network.
  public var end: String?
  /// The codes of the changes refused, in any order; nil when nothing is demanded.
  public var refused: [String]?
  /// Whether the device must go on as a new replica; nil when nothing is demanded.
  public var becomesNew: Bool?
  /// How many changes of others must arrive; nil when nothing is demanded.
  public var received: Int?
}

/// A hand-over file written on one device and read on another.
public struct ScenarioHandover: Sendable, Equatable {
  /// Who writes it.
  public var from: String
  /// Who reads it.
  public var to: String
  /// The streams it covers.
  public var streams: [StreamID]
  /// How many changes must be new to the reader; nil when nothing is demanded.
  public var taken: Int?
  /// The code it must be refused with; nil: it must be taken.
  public var refused: String?
}
