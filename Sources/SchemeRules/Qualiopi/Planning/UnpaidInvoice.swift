public import WorkingDays

/// An invoice the client has not paid, as billing reports it (R-QUAL-65).
public struct UnpaidInvoice: Sendable, Hashable {
  /// The day it fell due; nil where nobody wrote it, and then it counts from the beginning.
  public var since: CivilDate?
  /// The day it was paid; nil while it is not.
  public var settledOn: CivilDate?

  /// Describes one.
  public init(since: CivilDate?, settledOn: CivilDate? = nil) {
    self.since = since
    self.settledOn = settledOn
  }

  /// Whether it is unpaid on a day; the day of payment itself is paid.
  public func isUnpaid(on day: CivilDate) -> Bool {
    (since.map { $0 <= day } ?? true) && (settledOn.map { $0 > day } ?? true)
  }
}
