import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

/// The steps that bring the non-conformities of an audit in line with its grades of now (T-QUAL-N01, T-QUAL-N06).
///
/// What is missing is raised, named by audit and indicator so that it exists once; a grade that changed is set anew; what
/// is conform by now is deleted, its content kept; minors of earlier audits end as requalified or stand again. Where all
/// is in line there are no steps.
struct RaisingSteps {
  private let ruled: ActCase
  private let facts: QualiopiAuditFacts
  private let raised: [RaisedNonConformity]
  private let held: [NonConformityFacts]
  private let earlier: EarlierMinors

  init(_ ruled: ActCase) {
    self.ruled = ruled
    let reading = NonConformityReading(ruled.context)
    held = reading.raised(by: ruled.entity)
    earlier = EarlierMinors(of: ruled.entity, reading, in: ruled.context.dossier)
    var facts = QualiopiAuditFacts(ruled)
    // A minor this very audit requalified was open when the audit met it.
    facts.previous += earlier.requalifiedHere.compactMap(\.asMet)
    raised = facts.raisedNonConformities(by: ruled.context.settings)
    self.facts = facts
  }

  var steps: [Operation] {
    raised.flatMap(raise) + held.filter(isWithdrawn).map(delete) + earlier.requalifiedHere.compactMap(reinstate)
  }

  // MARK: what stands

  private func raise(_ found: RaisedNonConformity) -> [Operation] {
    let requalified = requalify(found)
    guard let known = held.first(where: { $0.indicator == found.indicator }) else {
      return create(found) + requalified
    }
    // What a lapse made of the grade stays. A requalification is told by the grade written with it.
    let isAnew = known.grade.value != found.grade && known.state != .notLifted
    let grade = isAnew || !requalified.isEmpty ? [set(grade: found.grade, of: known.entity)] : []
    return grade + requalified + (known.isCumulation ? move(cumulation: known) : [])
  }

  private func create(_ found: RaisedNonConformity) -> [Operation] {
    let id = AuditNames.nonConformity(ruled.entity, found.indicator?.number)
    let fold = ruled.context.dossier
    var steps: [Operation] = []
    if fold.life(of: id) == .deleted, let view = fold.entity(id, schema: AuditSchema.current) {
      steps.append(.restore(id, over: view.lifeHeads))
    }
    if let indicator = found.indicator {
      steps.append(ruled.set("indicator", of: id, to: .integer(Int64(indicator.number))))
    }
    let isOver = found.indicator == nil && !isCumulationOpen
    steps += [
      set(grade: found.grade, of: id), ruled.set("origin", of: id, to: .string(ruled.entity.description)),
      state(isOver ? .lifted : .raised, of: id),
    ]
    if let day = facts.days.value?.last {
      steps.append(ruled.set("raisedOn", of: id, to: .string(day.description)))
    }
    return steps
  }

  private func requalify(_ found: RaisedNonConformity) -> [Operation] {
    guard case .requalified = found.origin else { return [] }
    return earlier.all.compactMap { minor in
      guard minor.indicator == found.indicator, let move = minor.move("T-QUAL-N06") else { return nil }
      return state(move.to, of: minor.entity)
    }
  }

  // MARK: what stands no longer

  /// What nobody graded stays: the office may have raised it by hand.
  private func isWithdrawn(_ known: NonConformityFacts) -> Bool {
    guard !raised.contains(where: { $0.indicator == known.indicator }) else { return false }
    guard let indicator = known.indicator else { return true }
    return facts.grade(of: indicator).map { $0 == .conform || $0 == .notApplicable } ?? false
  }

  /// The deletion saw all the ruling did, so that it takes effect; what comes later from a device disputes it.
  private func delete(_ known: NonConformityFacts) -> Operation {
    let fold = ruled.context.dossier
    var seen = SeenVector()
    for change in fold.held { seen.insert(change) }
    return .delete(
      known.entity, seen: seen, over: fold.entity(known.entity, schema: AuditSchema.current)?.lifeHeads ?? [])
  }

  private func reinstate(_ minor: EarlierMinors.Requalified) -> Operation? {
    let stays = raised.contains { found in
      if case .requalified = found.origin { found.indicator == minor.facts.indicator } else { false }
    }
    return stays ? nil : state(minor.stateBefore, of: minor.facts.entity)
  }

  // MARK: the cumulation

  /// Minors lifted meanwhile count no longer (R-QUAL-73).
  private var isCumulationOpen: Bool { minorsLeft > ruled.context.settings.minorMax }

  private var minorsLeft: Int {
    raised.count { found in
      found.grade == .minor && held.first { $0.indicator == found.indicator }?.state.isOpen ?? true
    }
  }

  private func move(cumulation known: NonConformityFacts) -> [Operation] {
    if known.state == .lifted { return isCumulationOpen ? [state(.raised, of: known.entity)] : [] }
    let move = QualiopiNonConformityState.cumulationMove(
      from: known.state, minorsLeft: minorsLeft, max: ruled.context.settings.minorMax)
    return move.map { [state($0.to, of: known.entity)] } ?? []
  }

  // MARK: steps

  private func set(grade: QualiopiGrade, of id: EntityID) -> Operation {
    ruled.set("grade", of: id, to: .string(grade.rawValue))
  }

  private func state(_ state: QualiopiNonConformityState, of id: EntityID) -> Operation {
    ruled.state("stage", of: id, to: state.rawValue)
  }
}
