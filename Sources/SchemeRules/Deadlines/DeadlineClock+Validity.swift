import SyncCore
import WorkingDays

extension DeadlineClock {
  /// Surveillance, renewal and the end of validity of the cycle that runs (DL-QUAL-02 to DL-QUAL-08).
  func validity() -> [RunningDeadline] {
    // A certificate that is gone is watched no more; a new cycle writes a new start of validity.
    let isGone = ["withdrawn", "refused", "expired"].contains(title.text("standing") ?? "")
    let start = facts.text("validFrom").flatMap { CivilDate($0) }
    let end = facts.text("certificateEnd").flatMap { CivilDate($0) }
    var found: [RunningDeadline] = []
    if let start { found += surveillance(from: start, isGone: isGone) }
    let expiry = end ?? start.flatMap { context.settings(on: $0).due(.qual06, from: $0) }
    // The date printed on the certificate wins over the computed one (RULEBOOK §4.1, 12).
    if let start {
      found.append(
        deadline(.qual06, on: dossier, from: .date(start), due: expiry.map { .date($0) }, isDone: isGone))
    }
    if let expiry { found += renewal(before: expiry, since: start, isGone: isGone) }
    return found
  }

  private func surveillance(from start: CivilDate, isGone: Bool) -> [RunningDeadline] {
    let opens = context.settings(on: start).due(.qual02, from: start)
    let audits = held.filter { $0.kind == .surveillance && ($0.startedOn ?? $0.first).map { $0 >= start } ?? true }
    // One held before the window opens does not count (A-67, R-QUAL-49).
    let isHeld = audits.contains { audit in
      audit.hasBegun && (audit.startedOn ?? audit.first).map { $0 >= opens ?? start } ?? false
    }
    let isPlanned = isHeld || audits.contains { !$0.hasBegun && $0.first != nil }
    let isOpen = opens.map { context.today >= $0 } ?? false
    return [
      deadline(.qual02, on: dossier, from: .date(start), isDone: isGone || isHeld || isOpen),
      deadline(.qual03, on: dossier, from: .date(start), isDone: isGone || isHeld),
      deadline(.qual04, on: dossier, from: .date(start), isDone: isGone || isHeld),
      deadline(.qual05, on: dossier, from: .date(start), isDone: isGone || isPlanned),
    ]
  }

  private func renewal(before end: CivilDate, since start: CivilDate?, isGone: Bool) -> [RunningDeadline] {
    let audits = held.filter { audit in
      audit.kind == .renewal
        && ((audit.startedOn ?? audit.first).map { day in start.map { day >= $0 } ?? true } ?? true)
    }
    return [
      deadline(.qual07, on: dossier, from: .date(end), isDone: isGone || !audits.isEmpty),
      deadline(.qual08, on: dossier, from: .date(end), isDone: isGone || audits.contains(where: \.hasBegun)),
    ]
  }

  /// The delay of a suspension letter, and the public list after a signature (DL-QUAL-13, DL-QUAL-16).
  func certificate() -> [RunningDeadline] {
    var found: [RunningDeadline] = []
    let letter = title.view("suspension")?.shown
    if let from = letter?["from"]?.text.flatMap({ CivilDate($0) }) {
      // The letter may set another delay than three months (R-QUAL-87).
      let until = letter?["until"]?.text.flatMap { CivilDate($0) }
      found.append(
        deadline(
          .qual13, on: title.entity, from: .date(from), due: until.map { .date($0) },
          isDone: title.text("standing") != "suspended"))
    }
    let published = title.view("published")?.shown
    if let signed = published?["signedOn"]?.text.flatMap({ CivilDate($0) }) {
      let listed = published?["listedOn"]?.text.flatMap { CivilDate($0) }
      // The list of an earlier certificate does not end the clock of this one.
      found.append(
        deadline(
          .qual16, on: title.entity, from: .instant(signed.startInParis),
          isDone: listed.map { $0 >= signed } ?? false))
    }
    return found
  }

  /// What the provider owes beside its audits (DL-QUAL-01, DL-QUAL-15, DL-QUAL-17, DL-QUAL-18).
  func provider() -> [RunningDeadline] {
    var found: [RunningDeadline] = []
    if let first = day("activityDeclaration", "firstContractOn") {
      found.append(
        deadline(.qual01, on: dossier, from: .date(first), isDone: day("activityDeclaration", "filedOn") != nil))
    }
    found += contactAccess()
    // Each request starts a new year: the clock never stops, it starts again.
    if let asked = day("funderRequest", "on") {
      found.append(deadline(.qual17, on: dossier, from: .date(asked), isDone: false))
    }
    return found + yearlyReports()
  }

  /// Each contact passed on, and the last update of one; access opened since ends the clock.
  private func contactAccess() -> [RunningDeadline] {
    let opened = day("contactUpdate", "openedOn")
    let recorded = context.dossier.standing(ofType: "contact").sorted().compactMap { contact in
      context.reading(contact).text("recordedOn").flatMap { CivilDate($0) }.map { (contact, $0.startInParis) }
    }
    let updated = facts.view("contactUpdate")?.shown?["at"]?.text.flatMap { Instant($0) }
    return (recorded + (updated.map { [(dossier, $0)] } ?? [])).map { subject, start in
      let trigger = DeadlineMoment.instant(start)
      return deadline(
        .qual15, on: subject, from: trigger, isDone: opened.map { $0 >= trigger.parisDate } ?? false)
    }
  }

  /// This year and the last: a BPF is due each year, from the first one recorded or for who sells through the CPF.
  private func yearlyReports() -> [RunningDeadline] {
    let filed = Set((facts.view("bpfYears")?.members ?? []).compactMap { $0.value.number.map(Int.init) })
    let sellsThroughCPF = facts.view("profile")?.shown?["cpf"]?.truth ?? false
    guard let from = sellsThroughCPF ? context.today.year : filed.min() else { return [] }
    return [context.today.year - 1, context.today.year].filter { $0 >= from }.compactMap { year in
      CivilDate(year: year, month: 1, day: 1).map {
        deadline(.qual18, on: dossier, from: .date($0), isDone: filed.contains(year))
      }
    }
  }
}
