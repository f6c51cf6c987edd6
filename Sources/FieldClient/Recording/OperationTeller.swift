public import SyncCore

/// Tells operations as groups of a capture: what stands for values and for the changes an operation names is the
/// teller's own.
public protocol OperationTeller {
  /// A value of a field, as it stands in the file.
  mutating func value(_ value: JSONValue, of field: FieldName, on entity: EntityID) -> ScenarioYAML
  /// A motive, as it stands in the file.
  mutating func motive(_ motive: String) -> ScenarioYAML
  /// The changes an operation names; nil leaves them to the device that plays it.
  func over(_ changes: [ChangeID]) -> ScenarioYAML?
  /// What the writer had seen of the stream; nil leaves it to the device that plays it.
  func seen(_ seen: SeenVector, in stream: StreamID) -> ScenarioYAML?
  /// The entry a journal entry answers; nil when the file does not say.
  func answered(_ entry: ChangeID) -> ScenarioYAML?
}

extension OperationTeller {
  /// A change's operations, one group each; nil when one is of those no person captures.
  public mutating func groups(_ change: Change) -> [ScenarioYAML]? {
    var groups: [ScenarioYAML] = []
    for operation in change.operations {
      guard let entity = operation.entity, let told = members(operation, on: entity, in: change.stream) else {
        return nil
      }
      groups.append(.map([("entity", .word(entity.description))] + told))
    }
    return groups
  }

  private mutating func members(
    _ operation: Operation, on entity: EntityID, in stream: StreamID
  ) -> [ScenarioYAML.Member]? {
    switch operation {
    case .set(let field, _, let value, let over, let motive):
      let told = object(field, value, on: entity)
      guard let motive else { return [("set", told)] + member("over", self.over(over)) }
      return [("settle", told), ("motive", self.motive(motive))] + member("over", self.over(over))
    case .add(let field, _, let value): return [("add", object(field, value, on: entity))]
    case .remove(let field, _, let value, let over):
      return [("remove", object(field, value, on: entity))] + member("over", self.over(over))
    case .append(let field, _, let value, let answers):
      return [("append", object(field, value, on: entity))] + member("answers", answers.flatMap(answered))
    case .delete(_, let seen, let over):
      return [("delete", .word("true"))] + member("seen", self.seen(seen, in: stream)) + member("over", self.over(over))
    case .restore(_, let over): return [("restore", .word("true"))] + member("over", self.over(over))
    case .request(let act, _, let seen):
      return [("request", .word(act.description))] + member("seen", self.seen(seen, in: stream))
    case .rule, .state, .freeze, .thaw, .lapse, .erase, .unknown: return nil
    }
  }

  private mutating func object(_ field: FieldName, _ value: JSONValue, on entity: EntityID) -> ScenarioYAML {
    .object([(field.description, self.value(value, of: field, on: entity))])
  }

  private func member(_ key: String, _ value: ScenarioYAML?) -> [ScenarioYAML.Member] {
    value.map { [(key, $0)] } ?? []
  }
}
