import AuditDesk
import AuditSchema
public import ReplicaStore
public import SyncCore
import SyncProtocol

/// A change as another tool submits it: a JSON file of steps on one stream.
///
/// `{"stream":S,"ops":[…]}`, the steps spelt as in a change line without `over` and `seen`, which are filled in when it is
/// saved: a write takes the place of what the profile holds then.
public struct SubmittedChange: Sendable, Equatable {
  /// Why a file is no change to submit; nothing was written.
  public enum Fault: Error, Sendable, Equatable {
    /// It cannot be opened or read.
    case unreadable(String)
    /// Larger than `fileBytesMax`.
    case tooLarge
    /// No JSON, or JSON no change line could hold.
    case notJSON(String)
    /// Not these members.
    case notAChange
    /// The step at a place, from 0, is none a tool may write.
    case step(Int)
    /// More steps than one change takes.
    case tooManySteps
  }

  /// Bytes of a file: those of a line, twice over for how it is laid out.
  public static let fileBytesMax = 2 * SyncLimits.lineBytesMax

  private enum Step: Equatable {
    case set(FieldName, EntityID, JSONValue, motive: String?)
    case add(FieldName, EntityID, JSONValue)
    case remove(FieldName, EntityID, JSONValue)
    case append(FieldName, EntityID, JSONValue, answers: ChangeID?)
    case delete(EntityID)
    case restore(EntityID)
    case request(ActName, EntityID)
  }

  /// The stream it is for.
  public let stream: StreamID
  /// Of the content, however the file is laid out: the same under one key, and nothing else.
  public let digest: Digest
  private let steps: [Step]

  /// Reads a file.
  /// - Throws: `Fault`.
  public init(reading file: [UInt8]) throws(Fault) {
    guard file.count <= Self.fileBytesMax else { throw .tooLarge }
    let members: [JSONMember]
    do throws(JSONFault) {
      let content = try JSONWhiteSpace.stripped(file)
      digest = Digest(of: content)
      members = try JSONScanner.value(of: content).members ?? []
    } catch {
      throw .notJSON(error.rawValue)
    }
    guard members.count == 2, members[0].key.utf8.elementsEqual("stream".utf8),
      members[1].key.utf8.elementsEqual("ops".utf8), let stream = members[0].value.text.flatMap({ StreamID($0) }),
      let list = members[1].value.elements, !list.isEmpty
    else { throw .notAChange }
    guard list.count <= SyncLimits.operationsMax else { throw .tooManySteps }
    self.stream = stream
    var steps: [Step] = []
    for (place, value) in list.enumerated() {
      guard let step = Self.step(value) else { throw .step(place) }
      steps.append(step)
    }
    self.steps = steps
  }

  /// The steps as a change line has them, on the state a desk holds.
  func operations(at desk: CaptureDesk) -> [Operation] {
    func heads(_ field: FieldName, _ entity: EntityID) -> FieldView? {
      desk.fold.field(field, of: entity, schema: AuditSchema.current)
    }
    func lives(_ entity: EntityID) -> [ChangeID] {
      desk.fold.entity(entity, schema: AuditSchema.current)?.lifeHeads ?? []
    }
    return steps.compactMap { step in
      switch step {
      case .set(let field, let entity, let value, let motive): desk.write(field, on: entity, value, motive: motive)
      case .add(let field, let entity, let value): desk.add(field, on: entity, value)
      case .remove(let field, let entity, let value):
        heads(field, entity)?.members.first { $0.value == value }.map {
          .remove(field, on: entity, value: value, over: $0.additions)
        }
      case .append(let field, let entity, let value, let answers):
        .append(field, on: entity, value: value, answers: answers)
      case .delete(let entity): .delete(entity, seen: desk.seen, over: lives(entity))
      case .restore(let entity): .restore(entity, over: lives(entity))
      case .request(let act, let entity): desk.request(act, on: entity)
      }
    }
  }

  private static func step(_ value: JSONValue) -> Step? {
    guard let members = value.members, let verb = members.first else { return nil }
    func values(_ keys: [String]) -> [JSONValue]? { WireJSON.values(members, keys: keys) }
    func field() -> FieldName? { verb.value.text.flatMap { FieldName($0) } }
    func entity(_ value: JSONValue) -> EntityID? { value.text.flatMap { EntityID($0) } }
    switch verb.key {
    case "set":
      guard let given = values(["set", "on", "to"]) ?? values(["set", "on", "to", "motive"]), let field = field(),
        let entity = entity(given[1]), given.count < 4 || given[3].text != nil
      else { return nil }
      return .set(field, entity, given[2], motive: given.count == 4 ? given[3].text : nil)
    case "add", "remove":
      guard let given = values([verb.key, "on", "value"]), let field = field(), let entity = entity(given[1]) else {
        return nil
      }
      return verb.key == "add" ? .add(field, entity, given[2]) : .remove(field, entity, given[2])
    case "append":
      guard let given = values(["append", "on", "value"]) ?? values(["append", "on", "value", "answers"]),
        let field = field(), let entity = entity(given[1])
      else { return nil }
      guard given.count == 4 else { return .append(field, entity, given[2], answers: nil) }
      guard let answered = given[3].text.flatMap({ ChangeID($0) }) else { return nil }
      return .append(field, entity, given[2], answers: answered)
    case "delete": return members.count == 1 ? entity(verb.value).map { .delete($0) } : nil
    case "restore": return members.count == 1 ? entity(verb.value).map { .restore($0) } : nil
    case "request":
      guard let given = values(["request", "on"]), let act = verb.value.text.flatMap({ ActName($0) }),
        let entity = entity(given[1])
      else { return nil }
      return .request(act, entity)
    default: return nil
    }
  }
}

extension ReplicaStore {
  /// Saves a submitted change once for all repetitions under a key.
  /// - Parameters:
  ///   - key: 1 to `ProtocolLimits.idempotencyKeyBytesMax` bytes.
  ///   - time: the device's wall clock, milliseconds since 1970 UTC.
  /// - Throws: `SubmissionKeyReused`; `ReplicaStoreError`.
  public func submit(
    _ change: SubmittedChange, key: String, time: Int64, random: inout some RandomNumberGenerator
  ) throws -> Submission {
    let user = try identity.user
    let author = WriteAuthor(user: user, roles: try DirectoryView(fold(.directory)).roles(of: user))
    return try submit(
      key: key, content: change.digest, stream: change.stream, time: time, random: &random
    ) { context in
      change.operations(
        at: CaptureDesk(
          fold: context.fold, author: author, seen: context.seen,
          shown: { context.fold.field($0, of: $1, schema: AuditSchema.current)?.over ?? [] },
          newEntity: { context.newEntity(type: $0, n: $1) }))
    }
  }
}
