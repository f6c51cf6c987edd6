import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

extension Reopenings {
  /// Automatic effects that would not have come, had one known.
  static func lapses(_ context: ActContext) -> [Reopening] {
    let fold = context.dossier
    return ["nonconformity", "title", "dossier"].flatMap { fold.standing(ofType: $0) }.flatMap { entity in
      (fold.entities[entity]?.lapses ?? []).compactMap { lapse -> Reopening? in
        guard let deadline = DeadlineID(rawValue: lapse.deadline), let due = CivilDate(lapse.due) else { return nil }
        let effect = WrittenLapse(deadline: deadline, due: due, entity: entity, context: context)
        let facts = effect.newFacts
        guard let rule = effect.transition, !facts.isEmpty else { return nil }
        return Reopening(
          subject: .lapse(deadline, on: entity, due: due), gave: effect.moves, by: .server, day: due, facts: facts,
          cause: .facts, rule: rule, barred: [])
      }
    }
  }
}

/// An automatic effect as the dossier holds it.
struct WrittenLapse {
  let deadline: DeadlineID
  let due: CivilDate
  let entity: EntityID
  let context: ActContext

  /// The transition it made; nil for a deadline that moves nothing.
  var transition: RuleID? {
    switch deadline {
    case .qual11: "T-QUAL-N05"
    case .qual12: "T-QUAL-N07"
    case .qual06: "T-QUAL-C09"
    default: nil
    }
  }

  /// What is known now that would have kept it from coming.
  var newFacts: [NewFact] {
    switch deadline {
    case .qual11: evidenceInTime + dueDayMoved
    case .qual12: (settings.majorClockStops == .evidenceReceived ? evidenceInTime : []) + dueDayMoved
    case .qual06: validityCorrected + renewedBefore
    default: []
    }
  }

  /// The readings by which the delay ran.
  private var settings: QualiopiSettings {
    NonConformityReading(context).facts(of: entity).map(context.settings(of:)) ?? context.settings
  }

  var moves: [Reopening.Move] {
    change.map { Reopenings.moves(of: $0, on: [machineEntity], in: context.dossier) } ?? []
  }

  private var machineEntity: EntityID { deadline == .qual06 ? context.title ?? entity : entity }

  /// The change that wrote it, told by the state it gave: a later due day has a later change of the server.
  private var change: ChangeID? {
    let isEnd = deadline == .qual06
    let states: Set<String> = isEnd ? ["expired"] : ["overdue", "notLifted"]
    let writes =
      context.dossier.entities[machineEntity]?.fields[isEnd ? "standing" : "stage"]?.writes.values
      .filter { $0.by == .server && $0.value.text.map(states.contains) ?? false } ?? []
    let dues = (context.dossier.entities[entity]?.lapses ?? [])
      .filter { $0.deadline.utf8.elementsEqual(deadline.rawValue.utf8) }.map(\.due).sorted()
    guard let place = dues.firstIndex(of: due.description) else { return nil }
    return place < writes.count ? writes[place].id : writes.last?.id
  }

  // MARK: non-conformities

  /// Evidence received on the due day or before that the auditor has not ruled on and sent back.
  private var evidenceInTime: [NewFact] {
    guard let view = context.reading(entity).view("evidence") else { return [] }
    let register = MailRegister(context.dossier)
    let returned = (context.dossier.entities[entity]?.requests ?? [:]).values.filter {
      $0.act == "nonconformity.return" && $0.acceptance(in: context.dossier) != nil
    }
    return view.members.flatMap { member -> [NewFact] in
      let additions = member.additions.compactMap {
        NewFact.Source(entity, "evidence", added: $0, in: context.dossier)
      }
      guard let receipt = Receipt(of: member.value, in: register, context), receipt.day <= due else { return [] }
      let sources = additions + receipt.sources
      let isRuledOn = returned.contains { request in sources.allSatisfy { request.knew($0.change) } }
      return isRuledOn ? [] : sources.map { NewFact($0, day: receipt.day) }
    }
  }

  /// The days of the audit or the end of the certificate as known now put the due day later.
  private var dueDayMoved: [NewFact] {
    let reading = context.reading(entity)
    guard settings.ncClockStart == .auditEnd, let audit = reading.text("origin").flatMap({ EntityID($0) }),
      let days = Reopenings.known("days", of: audit, in: context).last,
      let last = days.value["last"]?.text.flatMap({ CivilDate($0) }), let dossier = context.dossierEntity
    else { return [] }
    let end = Reopenings.known("certificateEnd", of: dossier, in: context).last
    let certificateEnd = end?.value.text.flatMap { CivilDate($0) }
    guard
      let now = RuleDueDate.of(
        deadline, from: last, certificateEnd: certificateEnd, settings: context.settings(on: last)),
      now > due
    else { return [] }
    // Whichever of the two moved it: the later end alone may have, or the later audit.
    let byDays = reading.text("raisedOn").flatMap { CivilDate($0) }.map { last > $0 } ?? true
    if byDays { return [NewFact(NewFact.Source(audit, "days", days), day: now)] }
    return end.map { [NewFact(NewFact.Source(dossier, "certificateEnd", $0), day: now)] } ?? []
  }

  // MARK: the certificate

  /// The end printed on the certificate, corrected by a person after the effect: later than the day it came by.
  private var validityCorrected: [NewFact] {
    guard let dossier = context.dossierEntity,
      let end = Reopenings.known("certificateEnd", of: dossier, in: context).last, end.by != .server,
      let day = end.value.text.flatMap({ CivilDate($0) }), day > due
    else { return [] }
    // The end of a cycle that began later says nothing of this one.
    let start = context.reading(dossier).text("validFrom").flatMap { CivilDate($0) }
    return start.map { $0 > due } ?? false ? [] : [NewFact(NewFact.Source(dossier, "certificateEnd", end), day: day)]
  }

  /// A favourable decision of a renewal, taken on the last day or before, that would have been accepted then.
  private var renewedBefore: [NewFact] {
    guard let change else { return [] }
    return context.dossier.standing(ofType: "decision").compactMap { decision in
      let reading = context.reading(decision)
      guard let day = reading.text("decidedOn").flatMap({ CivilDate($0) }), day <= due, isRenewal(reading),
        let write = reading.view("decidedOn")?.heads.last,
        let request = context.dossier.entities[decision]?.requests.values.filter({ $0.act == "decision.record" })
          .max(by: { $0.id < $1.id }),
        Reopenings.grounds(of: request, on: decision, before: change, of: PastDossier.certificate, day: day, context)
          .isEmpty
      else { return nil }
      return NewFact(NewFact.Source(decision, "decidedOn", write), day: day)
    }
  }

  private func isRenewal(_ decision: FieldReading) -> Bool {
    if let measure = decision.text("measure") { return measure == "renew" }
    let audit = decision.text("audit").flatMap { EntityID($0) }
    return decision.text("outcome") == DecisionOutcome.favourable.rawValue
      && audit.flatMap { context.reading($0).text("kind") } == QualiopiAuditKind.renewal.rawValue
  }
}

/// The day a piece of evidence was received by the certifier or the auditor, and where that is written.
struct Receipt {
  let day: CivilDate
  let sources: [NewFact.Source]

  /// Reads a member of `nonconformity.evidence`: a mail item, or the day it was handed on.
  init?(of value: JSONValue, in register: MailRegister, _ context: ActContext) {
    if let day = value["handedOn"]?.text.flatMap({ CivilDate($0) }) {
      self.day = day
      sources = []
      return
    }
    guard let mail = value["mail"]?.text.flatMap({ EntityID($0) }),
      let holding = register.holding(mail), let day = holding.received
    else { return nil }
    self.day = day
    sources = (context.reading(holding.id).view("received")?.heads ?? []).map {
      NewFact.Source(holding.id, "received", $0)
    }
  }
}
