/// The billing lines of a dossier and their corrections, as far as money goes (R-QUAL-94).
public struct BillingAccount: Sendable, Hashable {
  /// Every line, corrections included, in the order they were recorded.
  public let lines: [BillingLine]

  /// Gathers lines.
  public init(_ lines: [BillingLine]) { self.lines = lines }

  /// What is to be paid in all.
  public var total: EuroCents { lines.map(\.amount).total }

  /// What is to be paid for a code; never below zero while every correction was judged first.
  public func total(of code: BillingCode) -> EuroCents { lines.filter { $0.code == code }.map(\.amount).total }

  /// What is left of a line once its corrections are taken off, or nil when there is no such line or it is a correction.
  public func remainder(of line: String) -> EuroCents? {
    guard let original = original(line) else { return nil }
    return original.amount + lines.filter { $0.corrects == original.id }.map(\.amount).total
  }

  /// The line a correction may name: one that corrects nothing itself.
  func original(_ id: String) -> BillingLine? {
    lines.first { $0.id.utf8.elementsEqual(id.utf8) && $0.corrects == nil }
  }
}
