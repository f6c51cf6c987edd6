import AuditModel
public import SyncCore
import WorkingDays

extension CloseAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> QualiopiAuditFacts { QualiopiAuditFacts(ruled) }

  /// The audit is done, and what it raises exists: each named by audit and indicator so that it exists once; minors of
  /// earlier audits that become majors end as requalified (T-QUAL-N01, T-QUAL-N06, R-QUAL-73, R-QUAL-78).
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let facts = facts(ruled)
    var steps = [ruled.state("stage", of: ruled.entity, to: act.resultingState)]
    for raised in facts.raisedNonConformities(by: ruled.context.settings) {
      let mark = raised.indicator.map { String($0.number) } ?? "cumulation"
      guard let id = EntityID("nonconformity/\(ruled.entity.localName).\(mark)") else { continue }
      if let indicator = raised.indicator {
        steps.append(ruled.set("indicator", of: id, to: .integer(Int64(indicator.number))))
      }
      steps += [
        ruled.set("grade", of: id, to: .string(raised.grade.rawValue)),
        ruled.set("origin", of: id, to: .string(ruled.entity.description)),
        ruled.state("stage", of: id, to: QualiopiNonConformityState.raised.rawValue),
      ]
      if let day = facts.days.value?.last {
        steps.append(ruled.set("raisedOn", of: id, to: .string(day.description)))
      }
      if case .requalified = raised.origin, let indicator = raised.indicator {
        steps += requalify(indicator, ruled)
      }
    }
    return steps
  }

  private static func requalify(_ indicator: QualiopiIndicator, _ ruled: ActCase) -> [Operation] {
    let earlier = EarlierNonConformities(of: ruled.entity, in: ruled.context.dossier)
    return NonConformityReading(ruled.context.dossier, settings: ruled.context.settings).all.compactMap { facts in
      guard facts.indicator == indicator, earlier.contains(facts.entity), let move = facts.move("T-QUAL-N06") else {
        return nil
      }
      return ruled.state("stage", of: facts.entity, to: move.to.rawValue)
    }
  }
}
