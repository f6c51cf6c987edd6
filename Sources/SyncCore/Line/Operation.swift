/// One step of a change, on one entity (DESIGN §4).
///
/// Server-only steps are refused from a device.
public enum Operation: Hashable, Sendable {
  /// Writes a register field; `over` names the heads the writer had on the screen, `motive` makes it a settling.
  case set(FieldName, on: EntityID, to: JSONValue, over: [ChangeID], motive: String?)
  /// Adds a value to a set.
  case add(FieldName, on: EntityID, value: JSONValue)
  /// Takes a value out of a set: the additions named, and no others.
  case remove(FieldName, on: EntityID, value: JSONValue, over: [ChangeID])
  /// Appends an entry to a journal, in answer to an earlier one or not.
  case append(FieldName, on: EntityID, value: JSONValue, answers: ChangeID?)
  /// Deletes an entity and all below, provided every operation there lies inside `seen`.
  case delete(EntityID, seen: SeenVector, over: [ChangeID])
  /// Takes back a deletion.
  case restore(EntityID, over: [ChangeID])
  /// Asks the server for an act.
  case request(ActName, on: EntityID, seen: SeenVector)
  /// Server only: the answer to a request.
  case rule(Ruling)
  /// Server only: a machine of an entity takes a state.
  case state(FieldName, on: EntityID, to: String, over: [ChangeID])
  /// Server only: writes outside `at` are late from now on.
  case freeze(EntityID, at: SeenVector)
  /// Server only: takes back freezes.
  case thaw(EntityID, over: [ChangeID])
  /// Server only: an automatic effect, once per (entity, deadline, due).
  case lapse(deadline: String, on: EntityID, due: String)
  /// Server only: a skeleton stands in a line's place.
  case erase(ChangeID, skeleton: JSONValue, ground: String)
  /// A step of a newer version: kept, relayed and shown as unknown, without effect here.
  case unknown(name: String, JSONValue)

  /// Whether only the server's replica may write this step, whatever the schema says.
  public var isServerOnly: Bool {
    switch self {
    case .rule, .state, .freeze, .thaw, .lapse, .erase: true
    case .set, .add, .remove, .append, .delete, .restore, .request, .unknown: false
    }
  }

  /// The entity the step is about; nil for rulings, erasures and unknown steps.
  public var entity: EntityID? {
    switch self {
    case .set(_, let on, _, _, _), .add(_, let on, _), .remove(_, let on, _, _), .append(_, let on, _, _),
      .request(_, let on, _), .state(_, let on, _, _), .lapse(_, let on, _):
      on
    case .delete(let on, _, _), .restore(let on, _), .freeze(let on, _), .thaw(let on, _): on
    case .rule, .erase, .unknown: nil
    }
  }

  /// The earlier writes the step names as superseded.
  public var over: [ChangeID] {
    switch self {
    case .set(_, _, _, let over, _), .remove(_, _, _, let over), .delete(_, _, let over), .restore(_, let over),
      .state(_, _, _, let over), .thaw(_, let over):
      over
    default: []
    }
  }
}

/// The name of a guarded transition, such as `audit.close`.
public struct ActName: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The spelling, that of a field name.
  public let description: String

  /// Reads a name; nil for other characters or lengths.
  public init?(_ text: some StringProtocol) {
    guard ASCIIName.isFieldName(text.utf8) else { return nil }
    description = String(text)
  }

  /// A name written in the program.
  public init(stringLiteral value: StaticString) {
    guard let name = ActName(value.description) else { preconditionFailure("not an act name: \(value)") }
    self = name
  }
}

/// The server's final answer to a request: data in the log, never recomputed (DESIGN §6).
public struct Ruling: Hashable, Sendable {
  /// What the server answered.
  public enum Verdict: String, Sendable { case accepted, refused }

  /// The change that asked.
  public let request: ChangeID
  /// The answer.
  public let verdict: Verdict
  /// Ids of the rules it rests on.
  public let rules: [String]
  /// The dated rule pack it was judged by.
  public let pack: String
  /// Codes and facts behind a refusal, for a person to read later in either language; null when accepted.
  public let reasons: JSONValue

  /// Creates a ruling.
  public init(request: ChangeID, verdict: Verdict, rules: [String], pack: String, reasons: JSONValue) {
    self.request = request
    self.verdict = verdict
    self.rules = rules
    self.pack = pack
    self.reasons = reasons
  }
}
