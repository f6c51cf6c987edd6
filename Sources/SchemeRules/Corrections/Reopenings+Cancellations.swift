import AuditModel
import SyncCore
import WorkingDays

extension Reopenings {
  /// Audits the office cancelled though they had begun, or that somebody who did not know held all the same.
  ///
  /// A start the canceller did not know counts whatever its day.
  static func cancellations(_ context: ActContext) -> [Reopening] {
    let fold = context.dossier
    return fold.standing(ofType: "audit").flatMap { audit -> [Reopening] in
      (fold.entities[audit]?.requests ?? [:]).values.compactMap { request in
        guard request.act == "audit.cancel", let ruling = request.acceptance(in: fold) else { return nil }
        let begun = known("startedOn", of: audit, in: context).compactMap { write -> NewFact? in
          guard let day = write.value.text.flatMap({ CivilDate($0) }), day <= ruling.day || !request.knew(write.id)
          else { return nil }
          return NewFact(NewFact.Source(audit, "startedOn", write), day: day)
        }
        return begun.isEmpty
          ? nil
          : Reopening(
            subject: .act(request.act, on: audit, ruling: ruling.id),
            gave: moves(of: ruling.id, on: [audit], in: fold), by: request.by, day: ruling.day, facts: begun,
            cause: .facts, rule: "T-QUAL-X01", barred: [])
      }
    }
  }
}
