import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore

/// What the office decides of an audit before it takes place.
public struct AuditPlan: Sendable {
  /// A place that is audited.
  public struct Site: Sendable, Hashable {
    /// A short word people type.
    public let key: String
    /// What it is called.
    public let name: String

    /// Creates a site; the key is one word of letters, digits, dots or dashes.
    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }

  /// The kind: `initial`, `surveillance`, `renewal`, `extension`.
  public var kind: String
  /// `on-site` or `remote`.
  public var mode: String
  /// First day, `YYYY-MM-DD`.
  public var firstDay: String
  /// Last day, `YYYY-MM-DD`.
  public var lastDay: String
  /// The lead auditor.
  public var lead: UserID
  /// All auditors, the lead included.
  public var team: [UserID]
  /// The sites.
  public var sites: [Site]
  /// The samples.
  public var samples: [SampledService]
  /// The indicators in scope, ascending.
  public var scope: [Int]
  /// The codes of the documents due.
  public var documents: [String]
  /// The version of the reading guide.
  public var guide: String
  /// The rule pack the audit is pinned to.
  public var pack: String

  /// Creates a plan; see the properties.
  public init(
    kind: String, mode: String, firstDay: String, lastDay: String, lead: UserID, team: [UserID], sites: [Site],
    samples: [SampledService], scope: [Int], documents: [String], guide: String, pack: String
  ) {
    self.kind = kind
    self.mode = mode
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.lead = lead
    self.team = team
    self.sites = sites
    self.samples = samples
    self.scope = scope
    self.documents = documents
    self.guide = guide
    self.pack = pack
  }
}

extension CaptureDesk {
  /// Plans an audit: one change that creates it whole.
  public func plan(_ plan: AuditPlan, as audit: EntityID) -> [Operation] {
    planHead(plan, as: audit)
      + plan.team.map { .add("team", on: audit, value: .string($0.description)) }
      + plan.sites.map {
        .add("sites", on: audit, value: .sorted([("key", .string($0.key)), ("name", .string($0.name))]))
      }
      + plan.samples.map { .add("samples", on: audit, value: $0.json) }
      + plan.documents.map { .add("documents", on: audit, value: .string($0)) }
  }

  private func planHead(_ plan: AuditPlan, as audit: EntityID) -> [Operation] {
    [
      write("kind", on: audit, .string(plan.kind)),
      write("mode", on: audit, .string(plan.mode)),
      write("days", on: audit, Self.days(plan.firstDay, plan.lastDay)),
      write("lead", on: audit, .string(plan.lead.description)),
      write("scope", on: audit, .array(plan.scope.sorted().map { .integer(Int64($0)) })),
      write("guide", on: audit, .string(plan.guide)),
      write("pack", on: audit, .string(plan.pack)),
    ]
  }

  /// Values that mean something only together are one field (DESIGN §5).
  static func days(_ first: String, _ last: String) -> JSONValue {
    .sorted([("first", .string(first)), ("last", .string(last))])
  }

  /// Starts an audit: a fact, always recorded (T-QUAL-A06, R-ROLE-23).
  public func start(_ audit: EntityID, on day: String) -> [Operation] {
    [writeIfNew("startedOn", on: audit, .string(day))].compactMap { $0 }
  }

  /// Starts an audit nobody planned: the auditor is its lead until the office says otherwise.
  public func startUnplanned(_ audit: EntityID, kind: String, on day: String, pack: String) -> [Operation] {
    [
      write("kind", on: audit, .string(kind)),
      write("mode", on: audit, "on-site"),
      write("days", on: audit, Self.days(day, day)),
      write("lead", on: audit, .string(author.user.description)),
      write("startedOn", on: audit, .string(day)),
      write("unplanned", on: audit, true),
      write("pack", on: audit, .string(pack)),
      .add("team", on: audit, value: .string(author.user.description)),
    ]
  }
}
