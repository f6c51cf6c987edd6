/// Whether an import may go on.
public enum PublicListVerdict: Sendable, Equatable {
  /// Within every limit.
  case admissible
  /// Beyond limits that an administrator chose to exceed.
  case acceptedMassChange([PublicListMassChange])
  /// Beyond limits: nothing may be imported.
  case refused([PublicListMassChange])

  /// The limits exceeded, accepted or not.
  public var exceeded: [PublicListMassChange] {
    switch self {
    case .admissible: []
    case .acceptedMassChange(let exceeded), .refused(let exceeded): exceeded
    }
  }

  /// Whether the changes may be applied.
  public var mayImport: Bool {
    if case .refused = self { false } else { true }
  }
}
