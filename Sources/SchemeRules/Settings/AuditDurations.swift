/// The shortest audit of each kind, by turnover: the certifier's own table, in half-days (R-QUAL-39, A-65).
///
/// The sources give no table; without one the contract's value stands.
public struct AuditDurations: Sendable, Hashable, LosslessStringConvertible {
  /// One line: an audit of this kind, for a turnover below the limit, lasts at least so long.
  public struct Row: Sendable, Hashable {
    /// The kind of audit.
    public let kind: QualiopiAuditKind
    /// The turnover it holds below, in euros; nil for any.
    public let turnoverBelow: Int64?
    /// The shortest duration, in half-days.
    public let halfDays: Int
  }

  /// The lines, in the order written; the first that fits counts.
  public let rows: [Row]

  /// An empty table.
  public init() { rows = [] }

  /// Reads `initial<150000=2, initial=4, surveillance=1`; nil for another spelling.
  ///
  /// The empty text is the empty table.
  public init?(_ description: String) {
    var rows: [Row] = []
    for part in description.split(separator: ",") {
      let halves = part.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
      guard halves.count == 2, let halfDays = Int(halves[1]), 1...40 ~= halfDays else { return nil }
      let bounds = halves[0].split(separator: "<", omittingEmptySubsequences: false).map(String.init)
      guard 1...2 ~= bounds.count, let kind = QualiopiAuditKind(rawValue: bounds[0]) else { return nil }
      var limit: Int64?
      if bounds.count == 2 {
        guard let euros = Int64(bounds[1]), euros > 0 else { return nil }
        limit = euros
      }
      rows.append(Row(kind: kind, turnoverBelow: limit, halfDays: halfDays))
    }
    self.rows = rows
  }

  /// The table as it is read.
  public var description: String {
    rows.map { row in
      "\(row.kind.rawValue)\(row.turnoverBelow.map { "<\($0)" } ?? "")=\(row.halfDays)"
    }.joined(separator: ", ")
  }

  /// The shortest duration in half-days; nil where the table does not say.
  /// - Parameter turnoverCents: the turnover; unknown counts as above every limit.
  public func halfDays(for kind: QualiopiAuditKind, turnoverCents: Int64?) -> Int? {
    rows.first { row in
      guard row.kind == kind else { return false }
      guard let limit = row.turnoverBelow else { return true }
      return turnoverCents.map { $0 < limit * 100 } ?? false
    }?.halfDays
  }

  private static func trimmed(_ text: Substring) -> String { String(text.filter { $0 != " " }) }
}
