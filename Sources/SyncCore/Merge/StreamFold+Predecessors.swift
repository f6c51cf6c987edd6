extension StreamFold {
  /// Whether a change is one a step may name in `over`: an earlier write of the same register, an addition of the same
  /// value to the same set, or a step of the same entity's life.
  public func holdsPredecessor(_ id: ChangeID, of operation: Operation) -> Bool {
    guard let entity = operation.entity, let record = entities[entity] else { return false }
    switch operation {
    case .set(let field, _, _, _, _), .state(let field, _, _, _): return record.fields[field]?.writes[id] != nil
    case .remove(let field, _, let value, _): return record.fields[field]?.additions[value]?[id] != nil
    case .delete, .restore: return record.lives[id] != nil
    case .thaw: return record.freezes[id] != nil
    default: return false
    }
  }
}
