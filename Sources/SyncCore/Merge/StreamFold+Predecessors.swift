extension StreamFold {
  /// Whether a change is one a step may name in `over`: an earlier write of the same register, an addition of the same
  /// value to the same set, or a step of the same entity's life.
  public func holdsPredecessor(_ id: ChangeID, of operation: Operation) -> Bool {
    guard let entity = operation.entity, let facts = facts[entity] else { return false }
    switch operation {
    case .set(let field, _, _, _, _), .state(let field, _, _, _):
      return facts.fields[field]?.writes[id] != nil
    case .remove(let field, _, let value, _):
      return facts.fields[field]?.additions[value]?[id] != nil
    case .delete, .restore: return facts.lives[id] != nil
    case .thaw: return facts.freezes[id] != nil
    default: return false
    }
  }
}
