/// The first key of a step: what it does, as it is spelled in a line.
public enum OperationWord: String, Sendable, Hashable, CaseIterable {
  case set, add, remove, append, delete, restore, request, rule, state, freeze, thaw, lapse, erase
}

extension Operation {
  /// The step's word; nil for a step of a newer version.
  public var word: OperationWord? {
    switch self {
    case .set: .set
    case .add: .add
    case .remove: .remove
    case .append: .append
    case .delete: .delete
    case .restore: .restore
    case .request: .request
    case .rule: .rule
    case .state: .state
    case .freeze: .freeze
    case .thaw: .thaw
    case .lapse: .lapse
    case .erase: .erase
    case .unknown: nil
    }
  }
}
