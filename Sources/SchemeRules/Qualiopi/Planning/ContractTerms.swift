/// What a certification contract says, as guards read it (R-QUAL-27, R-QUAL-39).
public struct ContractTerms: Sendable, Hashable {
  /// The categories of actions it covers.
  public var categories: Set<ActionCategory>
  /// How long each kind of audit lasts; a kind it does not hold is not covered.
  public var durations: [QualiopiAuditKind: AuditDuration]
  /// The cycle it opens, counted from 1; nil while nobody wrote it.
  public var cycle: Int?
  /// Its options.
  public var options: Set<ContractOption>
  /// The turnover its durations rest on, in cents; nil where it is not recorded (R-QUAL-43).
  public var turnoverCents: Int64?
  /// The documents of its quote that were received.
  public var documents: Set<QuoteDocument>
  /// Where a value was written twice and nobody settled it: field names.
  public var inConflict: [String]

  /// Describes a contract.
  public init(
    categories: Set<ActionCategory> = [], durations: [QualiopiAuditKind: AuditDuration] = [:], cycle: Int? = nil,
    options: Set<ContractOption> = [], turnoverCents: Int64? = nil, documents: Set<QuoteDocument> = [],
    inConflict: [String] = []
  ) {
    self.categories = categories
    self.durations = durations
    self.cycle = cycle
    self.options = options
    self.turnoverCents = turnoverCents
    self.documents = documents
    self.inConflict = inConflict
  }
}
