/// What a file says of the Qualiopi certification.
public enum PublicListQualiopi: Sendable, Equatable {
  /// One flag per certified category, as the official list publishes them (R-QUAL-108).
  case categories(PublicListCategories)
  /// One flag for the whole, as the establishment export publishes it.
  case certified(PublicListFlag)

  /// Whether certified for anything.
  public var certified: PublicListFlag {
    switch self {
    case .categories(let categories): .any(categories.all)
    case .certified(let flag): flag
    }
  }

  /// Whether one row says yes where another says no; silence disagrees with nobody.
  static func disagree(_ rows: [PublicListQualiopi]) -> Bool {
    let flags = rows.map { row -> [PublicListFlag] in
      switch row {
      case .categories(let categories): categories.all
      case .certified(let flag): [flag]
      }
    }
    return (0..<(flags.map(\.count).min() ?? 0)).contains { place in
      flags.contains { $0[place] == .yes } && flags.contains { $0[place] == .no }
    }
  }

  /// The certification of a body from those of its rows: yes where any row says yes.
  static func any(_ rows: [PublicListQualiopi]) -> PublicListQualiopi {
    let categories = rows.compactMap { row -> PublicListCategories? in
      if case .categories(let categories) = row { categories } else { nil }
    }
    guard !categories.isEmpty else { return .certified(.any(rows.map(\.certified))) }
    return .categories(
      PublicListCategories(
        trainingActions: .any(categories.map(\.trainingActions)),
        skillsAssessments: .any(categories.map(\.skillsAssessments)),
        priorExperience: .any(categories.map(\.priorExperience)),
        apprenticeships: .any(categories.map(\.apprenticeships))))
  }
}
