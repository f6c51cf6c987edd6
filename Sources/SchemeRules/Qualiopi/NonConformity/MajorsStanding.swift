import WorkingDays

/// What the majors of an audit stand at, the cumulation of its minors among them (R-QUAL-73, R-QUAL-80, R-QUAL-81).
struct MajorsStanding {
  private let majors: [QualiopiDecisionFacts.NonConformity]
  private let minors: [QualiopiDecisionFacts.NonConformity]
  /// The cumulation as the minors stand.
  let cumulation: MinorCumulation

  init(_ nonConformities: [QualiopiDecisionFacts.NonConformity], minorMax: Int) {
    majors = nonConformities.filter { $0.grade == .major && $0.indicator != nil }
    minors = nonConformities.filter { $0.grade == .minor }
    cumulation = MinorCumulation(
      raised: minors.count, lifted: minors.count { $0.state == .lifted }, max: minorMax)
  }

  /// Majors that still stand against the body, the cumulation apart.
  var open: [QualiopiDecisionFacts.NonConformity] { majors.filter(\.state.isOpen) }

  /// Whether anything is or was major.
  var isEmpty: Bool { majors.isEmpty && !cumulation.isRaised }

  /// Whether a major still stands.
  var isAnyOpen: Bool { !open.isEmpty || cumulation.isOpen }

  /// Majors lifted on evidence received after a day, or on a day nobody recorded.
  func lifted(after due: CivilDate) -> [QualiopiDecisionFacts.NonConformity] {
    majors.filter { $0.state == .lifted && ($0.evidenceReceivedOn.map { $0 > due } ?? true) }
  }

  /// Whether the cumulation fell, and only by evidence received after a day.
  func isCumulationLifted(after due: CivilDate) -> Bool {
    cumulation.isRaised && !cumulation.isOpen && (cumulationLiftedOn.map { $0 > due } ?? true)
  }

  /// The day the last evidence that lifted everything was received; nil while something stands or a day is missing.
  var liftedOn: CivilDate? {
    guard !isEmpty, !isAnyOpen else { return nil }
    let days = majors.filter { $0.state == .lifted }.map(\.evidenceReceivedOn)
    let all = days + (cumulation.isRaised ? [cumulationLiftedOn] : [])
    guard all.allSatisfy({ $0 != nil }) else { return nil }
    return all.compactMap(\.self).max()
  }

  /// The day as many minors were proved as leave the decision open.
  private var cumulationLiftedOn: CivilDate? {
    let proved = minors.filter { $0.state == .lifted }.compactMap(\.evidenceReceivedOn).sorted()
    let needed = cumulation.raised - cumulation.max
    return needed > 0 && proved.count >= needed ? proved[needed - 1] : nil
  }
}
