import AuditModel
import SyncCore
import WorkingDays

/// The cycle of an audit whose contract does not number it, told from the days of the dossier (R-QUAL-33, R-QUAL-56).
///
/// An initial or renewal audit opens a cycle: held since the validity in force began, it opens the next one. Before that
/// start the cycles are counted backwards, one for each audit that opened one.
struct CycleByDay {
  /// The number of the cycle in force; nil before any certificate.
  private let current: Int?
  private let validFrom: CivilDate?
  private let fold: StreamFold

  init(_ fold: StreamFold, certificateCycle: Int?) {
    self.fold = fold
    validFrom = fold.standing(ofType: "dossier").first
      .flatMap { FieldReading(fold: fold, entity: $0).text("validFrom") }.flatMap { CivilDate($0) }
    // A certificate taken over without its number is in its first cycle as far as anybody knows.
    current = certificateCycle ?? (validFrom == nil ? nil : 1)
  }

  /// The number of the cycle; nil where nothing tells it.
  func cycle(of audit: EntityID) -> Int? {
    let opens = opensCycle(audit)
    guard let current, let validFrom else { return current ?? (opens ? 1 : nil) }
    guard let day = day(of: audit), day < validFrom else { return opens ? current + 1 : current }
    let later = fold.standing(ofType: "audit").count { other in
      other != audit && opensCycle(other) && self.day(of: other).map { day < $0 && $0 < validFrom } ?? false
    }
    return max(1, current - later)
  }

  private func opensCycle(_ audit: EntityID) -> Bool {
    let reading = FieldReading(fold: fold, entity: audit)
    guard reading.text("stage") != QualiopiAuditState.cancelled.rawValue else { return false }
    let kind = reading.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
    return kind == .initial || kind == .renewal
  }

  private func day(of audit: EntityID) -> CivilDate? {
    let reading = FieldReading(fold: fold, entity: audit)
    return (reading.view("days")?.shown?["first"]?.text ?? reading.text("startedOn")).flatMap { CivilDate($0) }
  }
}
