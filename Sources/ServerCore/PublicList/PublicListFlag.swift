/// What a yes-or-no column says.
public enum PublicListFlag: String, Sendable, Equatable, CaseIterable {
  /// Oui, true or 1.
  case yes
  /// Non, false or 0.
  case no
  /// The column is empty, or the file has no such column.
  case unknown

  /// Reads one trimmed field, letter case ignored; nil when it is none of the known spellings (R-QUAL-108).
  public init?(field: String) {
    switch field.lowercased() {
    case "oui", "true", "1": self = .yes
    case "non", "false", "0": self = .no
    case "": self = .unknown
    default: return nil
    }
  }

  /// The flag of a body from those of its rows: yes if any says yes, else no if any says no.
  static func any(_ flags: some Sequence<PublicListFlag>) -> PublicListFlag {
    var result = PublicListFlag.unknown
    for flag in flags {
      if flag == .yes { return .yes }
      if flag == .no { result = .no }
    }
    return result
  }
}
