import AuditModel
public import SyncCore

/// Which acts the state of a dossier and somebody's authority let come next: an order for lists, and nothing refused.
///
/// Only machines, roles and the lead are looked at; whether the facts suffice is the guard's to say.
public struct ActReach: Sendable {
  private let actor: ActActor
  private let context: ActContext
  private let audits: [EntityID: AuditPathFacts]

  /// Reads a dossier as somebody finds it.
  public init(_ context: ActContext, for actor: ActActor) {
    self.actor = actor
    self.context = context
    audits = Dictionary(
      context.dossier.standing(ofType: "audit").map {
        ($0, PathReading($0, in: context, actor: actor).path)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether an act may come next.
  /// - Parameter entity: what it would be asked on, or the audit it would be about; nil for something new.
  public func isNext(_ act: Act, on entity: EntityID?) -> Bool {
    guard !act.roles.isDisjoint(with: actor.roles) else { return false }
    switch act.name.split(separator: ".").first {
    case "audit", "report": return isNext(act, audit: entity)
    case "decision": return isToDecide(entity)
    case "nonconformity": return entity.map { isNext(act, nonConformity: $0) } ?? false
    case "certificate": return CertificateRecord(context.dossier, settings: context.settings).standing == .active
    case "correction": return !Reopenings.all(in: context).isEmpty
    default: return !(entity.map(isAccepted(act)) ?? false)
    }
  }

  // MARK: by what it is on

  /// A new audit stands at its quote (T-QUAL-A01).
  private func isNext(_ act: Act, audit: EntityID?) -> Bool {
    let path = audit.flatMap { audits[$0] }
    guard audit == nil || path != nil, path.map({ isLed($0, for: act) }) ?? true else { return false }
    let standing = path?.standing ?? .quoted
    return (QualiopiAuditState.transitions + QualiopiAuditState.cancellations).contains {
      $0.from == standing && $0.to.rawValue.utf8.elementsEqual(act.resultingState.utf8)
    } && (audit != nil || standing.next(by: act.transition) == .contracted)
  }

  /// What only auditors do is the lead's.
  private func isLed(_ path: AuditPathFacts, for act: Act) -> Bool {
    act.roles != [.auditor] || path.lead.value.map { $0.utf8.elementsEqual(actor.user.description.utf8) } ?? false
  }

  private func isToDecide(_ audit: EntityID?) -> Bool {
    let open = audits.filter { $0.value.standing == .reportClosed || $0.value.standing == .inDecision }
    return audit.map { open[$0] != nil } ?? (!open.isEmpty || !CertificateProposals.due(context).isEmpty)
  }

  private func isNext(_ act: Act, nonConformity: EntityID) -> Bool {
    guard let facts = NonConformityReading(context).facts(of: nonConformity) else {
      return false
    }
    return QualiopiNonConformityState.transitions.contains { move in
      move.from == facts.state && move.to.rawValue.utf8.elementsEqual(act.resultingState.utf8)
        && !move.actors.contains(.automatic)
        && facts.grade.value.map { QualiopiNonConformityState.isMove(move, for: $0) } ?? true
    }
  }

  private func isAccepted(_ act: Act) -> (EntityID) -> Bool {
    { entity in
      (context.dossier.entities[entity]?.requests ?? [:]).values.contains {
        $0.act.description.utf8.elementsEqual(act.name.utf8) && $0.acceptance(in: context.dossier) != nil
      }
    }
  }
}
