import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

/// The steps that follow from an accepted act: the machine's new state, the freeze, and what the closing raises.
struct ActEffects {
  let act: Act
  let request: ActRequest
  let entity: EntityID
  let fold: StreamFold

  var operations: [Operation] {
    switch act.name {
    case CloseAudit.act.name: [state(of: entity, "stage", act.resultingState)] + nonConformities
    case PresentReport.act.name:
      [state(of: entity, "stage", act.resultingState), .freeze(entity, at: request.seen)]
    case RecordDecision.act.name: decided
    default: suspended
    }
  }

  private func state(of entity: EntityID, _ machine: FieldName, _ to: String) -> Operation {
    .state(machine, on: entity, to: to, over: fold.field(machine, of: entity, schema: AuditSchema.current)?.over ?? [])
  }

  /// What the audit raises at its closing, each named by audit and indicator so that it exists once; minors of earlier
  /// audits that become majors end as requalified (T-QUAL-N01, T-QUAL-N06, R-QUAL-73, R-QUAL-78).
  private var nonConformities: [Operation] {
    let facts = QualiopiAuditFacts(audit: entity, in: fold, requester: request.by, roles: [])
    var steps: [Operation] = []
    for raised in facts.raisedNonConformities {
      let mark = raised.indicator.map { String($0.number) } ?? "cumulation"
      guard let id = EntityID("nonconformity/\(entity.localName).\(mark)") else { continue }
      if let indicator = raised.indicator {
        steps.append(.set("indicator", on: id, to: .integer(Int64(indicator.number)), over: [], motive: nil))
      }
      steps += [
        .set("grade", on: id, to: .string(raised.grade.rawValue), over: [], motive: nil),
        .set("origin", on: id, to: .string(entity.description), over: [], motive: nil),
        state(of: id, "stage", QualiopiNonConformityState.raised.rawValue),
      ]
      if let day = facts.days.value?.last {
        steps.append(.set("raisedOn", on: id, to: .string(day.description), over: [], motive: nil))
      }
      if case .requalified = raised.origin, let indicator = raised.indicator { steps += requalify(indicator) }
    }
    return steps
  }

  private func requalify(_ indicator: QualiopiIndicator) -> [Operation] {
    fold.standing(ofType: "nonconformity").compactMap { id in
      let reading = FieldReading(fold: fold, entity: id)
      guard reading.view("indicator")?.shown?.number == Int64(indicator.number),
        reading.text("grade") == QualiopiGrade.minor.rawValue,
        reading.text("stage").flatMap(QualiopiNonConformityState.init(rawValue:))?.isOpen ?? true
      else { return nil }
      return state(of: id, "stage", QualiopiNonConformityState.requalified.rawValue)
    }
  }

  private var decided: [Operation] {
    guard let audit = FieldReading(fold: fold, entity: entity).text("audit").flatMap({ EntityID($0) }) else {
      return []
    }
    return [state(of: audit, "stage", act.resultingState), .freeze(entity, at: request.seen)]
  }

  private var suspended: [Operation] {
    guard case .dossier(_, let key) = fold.stream.family, let title = AuditNames.title(key) else { return [] }
    return [state(of: title, "standing", act.resultingState), .freeze(entity, at: request.seen)]
  }
}
