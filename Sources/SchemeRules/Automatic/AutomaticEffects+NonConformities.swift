import SyncCore

extension AutomaticEffects {
  /// Non-conformities whose delay is over (T-QUAL-N05, T-QUAL-N07).
  ///
  /// Evidence received in time and not found insufficient stops the clock; by the strict setting only a ruling does
  ///
  static func nonConformities(_ context: ActContext) -> [AutomaticEffect] {
    NonConformityReading(context).all.compactMap { effect(on: $0, context) }
  }

  private static func effect(on facts: NonConformityFacts, _ context: ActContext) -> AutomaticEffect? {
    let settings = context.settings(of: facts)
    guard let clock = facts.clock, let due = clock.due, let move = facts.move("T-QUAL-N05", "T-QUAL-N07"),
      !isStopped(facts, settings)
    else { return nil }
    // By setting, a minor past its delay is a major at once, whose own delay is over too.
    let becomesMajor = move.id == "T-QUAL-N05" && settings.minorOverdueBecomesMajor
    let state = becomesMajor ? QualiopiNonConformityState.notLifted : move.to
    let reading = context.reading(facts.entity)
    return AutomaticEffect(
      move.id, clock.deadline, due: due, on: facts.entity,
      (becomesMajor
        ? [
          .set(
            "grade", on: facts.entity, to: .string(QualiopiGrade.major.rawValue),
            over: reading.view("grade")?.over ?? [], motive: nil)
        ] : [])
        + [.state("stage", on: facts.entity, to: state.rawValue, over: reading.view("stage")?.over ?? [])])
  }

  private static func isStopped(_ facts: NonConformityFacts, _ settings: QualiopiSettings) -> Bool {
    let needsRuling = facts.isMajor && settings.majorClockStops == .lifted
    return !needsRuling && facts.hasEvidenceInTime
  }
}

extension ActContext {
  /// The readings by which the delay of a non-conformity runs: those in force when it began (R-TIME-19).
  func settings(of facts: NonConformityFacts) -> QualiopiSettings {
    facts.clock?.start.map(settings(on:)) ?? settings
  }
}
