import AuditModel
import SyncCore
import WorkingDays

extension DeadlineClock {
  /// The report, its answer, and the usual time of handling (DL-QUAL-09, DL-QUAL-10, DL-QUAL-14).
  func audits() -> [RunningDeadline] {
    held.filter(\.hasBegun).flatMap { audit -> [RunningDeadline] in
      var found: [RunningDeadline] = []
      if let last = audit.last {
        // A letter sent or an act asked for and refused presents nothing: the accepted act moves the audit.
        found.append(
          deadline(
            .qual09, on: audit.id, audit: audit.id, from: .date(last), isDone: isPast(.reportProvisional, audit)))
        // Majors take their own time (R-QUAL-93).
        if !nonConformityReading.raised(by: audit.id).contains(where: { $0.isMajor && $0.state.isOpen }) {
          found.append(
            deadline(
              .qual14, on: audit.id, audit: audit.id, from: .date(last), isDone: isPast(.decided, audit)))
        }
      }
      if let received = receipt(ofMail: followUp(audit, "presented"), readings: audit.first) {
        // The answer's mail alone proves nothing: the act that rests on it may have been refused.
        found.append(
          deadline(
            .qual10, on: audit.id, audit: audit.id, from: .date(received),
            // A report closed without an answer still lacks it until somebody decides (T-QUAL-A12).
            isDone: isPast(.reportAnswered, audit)
              && (isPast(.decided, audit) || !ReportAnswer.isMissing(of: audit.id, in: context.dossier))))
      }
      return found
    }
  }

  /// The delays of non-conformities: six months for a minor, three or the end of validity for a major (DL-QUAL-11,
  /// DL-QUAL-12), by the settings in force when they began.
  func nonConformities() -> [RunningDeadline] {
    nonConformityReading.all.compactMap { found in
      guard let clock = found.clock, let start = clock.start else { return nil }
      let audit = found.origin.flatMap { origin in held.first { $0.id == origin } }
      let settings = context.settings(on: start)
      let isProved = found.state == .evidenceReceived
      guard found.isMajor else {
        // Evidence in six months is enough, the lifting may follow at the next audit.
        return deadline(
          .qual11, on: found.entity, audit: found.origin, from: .date(start), isDone: !found.state.isOpen || isProved,
          isMissed: found.state == .overdue)
      }
      let end = audit?.kind == .initial ? nil : facts.text("certificateEnd").flatMap { CivilDate($0) }
      var due = settings.due(.qual12, from: start, certificateEnd: end)
      // A second delay is granted to an initial audit alone, and only by a setting.
      if audit?.kind == .initial { due = due?.adding(months: settings.initialSecondChanceMonths) }
      return deadline(
        .qual12, on: found.entity, audit: found.origin, from: .date(start), due: due.map { .date($0) },
        isDone: !found.state.isOpen || (isProved && settings.majorClockStops == .evidenceReceived),
        isMissed: found.state == .notLifted)
    }
  }

  private func isPast(_ state: QualiopiAuditState, _ audit: AuditDates) -> Bool {
    audit.state.map { !$0.isBefore(state) } ?? false
  }

  private func followUp(_ audit: AuditDates, _ field: FieldName) -> JSONValue? {
    AuditNames.followUp(audit.id).flatMap { context.reading($0).view(field)?.shown }
  }
}
