public import AuditModel
public import SyncCore
import WorkingDays

/// Who writes: the user of the device and the roles the directory gives them.
public struct WriteAuthor: Sendable, Hashable {
  /// The user.
  public let user: UserID
  /// The roles.
  public let roles: Set<Role>

  /// Pairs a user with roles.
  public init(user: UserID, roles: Set<Role>) {
    self.user = user
    self.roles = roles
  }
}

/// Why the table does not let a step in (DESIGN §5, authority): the change is refused and kept in quarantine.
public enum WriteRefusal: Sendable, Hashable {
  /// The roles may not write the field.
  case notWriter(detail: String)
  /// The user may not settle the field, or gives no motive.
  case notSettler(detail: String)
  /// The step does not fit the kind of the field.
  case wrongKind(detail: String)
}

extension AuditSchema {
  /// Judges one step of a change against the state it would join; nil when nothing stands against it.
  ///
  /// Fields and types of newer versions are let through: they are kept, relayed and shown as unknown. So is a step on a
  /// deleted entity: whether its author had seen the deletion nobody can tell, and the merge keeps both
  /// (Protocol/decisions/0009).
  /// - Parameters:
  ///   - change: the change the step belongs to.
  ///   - fold: the stream as the server holds it before the change.
  public func judge(
    _ operation: Operation, of change: Change, author: WriteAuthor, fold: StreamFold
  ) -> WriteRefusal? {
    if Self.needsRoleToAct(operation), author.roles.isDisjoint(with: Self.actingRoles) {
      return .notWriter(detail: operation.entity?.typePath ?? "")
    }
    guard let entity = operation.entity, let field = Self.field(of: operation) else { return nil }
    let typePath = entity.typePath
    // Spelt only for a refusal: every step of every push comes this way.
    var place: String { "\(typePath).\(field)" }
    guard let rule = rule(of: field, in: typePath) else { return nil }
    guard Self.fits(operation, rule.kind) else { return .wrongKind(detail: place) }
    // No role is the body's: what it says comes by mail, and nobody but the writers of a field writes it (R-ROLE-15).
    guard !rule.writers.isDisjoint(with: author.roles) || !RuleSwitch.isOn("R-ROLE-15") else {
      return .notWriter(detail: place)
    }
    return judgeSettling(operation, rule: rule, entity: entity, author: author, fold: fold, place: place)
  }

  /// Inspectors read; everybody else who has a role may delete, restore and ask for acts, which guards then judge.
  private static let actingRoles: Set<Role> = [.auditor, .reviewer, .decider, .committee, .office, .administrator]

  private static func needsRoleToAct(_ operation: Operation) -> Bool {
    switch operation {
    case .delete, .restore, .request: true
    default: false
    }
  }

  /// A write settles when it names another user's head among two or more different values (DESIGN §5).
  ///
  /// The author's own live heads count as named: a write names them by rule (DESIGN §4), and leaving them out must not
  /// turn a settling into a plain edit.
  private func judgeSettling(
    _ operation: Operation, rule: FieldRule, entity: EntityID, author: WriteAuthor, fold: StreamFold,
    place: @autoclosure () -> String
  ) -> WriteRefusal? {
    guard case .set(let field, _, _, let over, let motive) = operation, rule.settlers != .none,
      let history = fold.entities[entity]?.fields[field]
    else { return nil }
    // Only naming another user's write can settle: then, and not before, the field is looked at as a whole.
    guard over.contains(where: { history.writes[$0].map { $0.by != author.user } ?? false }) else { return nil }
    let own = fold.field(field, of: entity, schema: self)?.heads.filter { $0.by == author.user } ?? []
    let named = Array(Set(over.compactMap { history.writes[$0] } + own))
    guard Set(named.map(\.value)).count > 1, named.contains(where: { $0.by != author.user }) else { return nil }
    guard maySettle(rule.settlers, of: entity, named: named, author: author, fold: fold) else {
      return .notSettler(detail: place())
    }
    return motive == nil && rule.kind != .text ? .notSettler(detail: "\(place()) motive") : nil
  }

  /// Whether a user may settle between writes of a field.
  public func maySettle(
    _ right: SettleRight, of entity: EntityID, named: [Write], author: WriteAuthor, fold: StreamFold
  ) -> Bool {
    switch right {
    case .none: true
    case .office: author.roles.contains(.office)
    case .lead: isLead(author.user, of: entity, fold: fold)
    case .authorOrLead:
      named.contains { $0.by == author.user } || isLead(author.user, of: entity, fold: fold)
    }
  }

  /// Whether a user leads the audit an entity belongs to, or follows up.
  ///
  /// Whoever took the audit over after its report was presented leads it (Protocol/decisions/0017), else the lead of the
  /// audit itself. Nobody leads while two different leads are recorded.
  public func isLead(_ user: UserID, of entity: EntityID, fold: StreamFold) -> Bool {
    guard let audit = ([entity] + entity.ancestors).lazy.compactMap(Self.audit(of:)).first else { return false }
    let replaced = AuditNames.followUp(audit).flatMap { fold.field("lead", of: $0, schema: self) }
    let isReplaced = replaced.map { $0.conflict != nil || $0.shown?.text != nil } ?? false
    guard let lead = isReplaced ? replaced : fold.field("lead", of: audit, schema: self), lead.conflict == nil
    else { return false }
    return lead.shown?.text == user.description
  }

  /// The audit an entity is, or that it follows up by its name.
  private static func audit(of entity: EntityID) -> EntityID? {
    switch entity.typePath {
    case "audit": entity
    case "followup": EntityID("audit/\(entity.localName)")
    default: nil
    }
  }

  private static func field(of operation: Operation) -> FieldName? {
    switch operation {
    case .set(let field, _, _, _, _), .add(let field, _, _), .remove(let field, _, _, _), .append(let field, _, _, _):
      field
    default: nil
    }
  }

  private static func fits(_ operation: Operation, _ kind: MergeKind) -> Bool {
    switch (operation, kind) {
    case (.set, .latest), (.set, .contested), (.set, .cautious), (.set, .text): true
    case (.add, .set), (.remove, .set), (.append, .journal): true
    default: false
    }
  }
}
