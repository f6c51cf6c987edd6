import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

/// One audit of a dossier, read for the guards from its quote to its plan.
struct PathReading {
  let audit: EntityID
  let context: ActContext
  let actor: ActActor
  private let mail: MailRegister

  init(_ audit: EntityID, in context: ActContext, actor: ActActor) {
    self.audit = audit
    self.context = context
    self.actor = actor
    mail = MailRegister(context.dossier)
  }

  init(_ ruled: ActCase) { self.init(ruled.entity, in: ruled.context, actor: ruled.actor) }

  var fields: FieldReading { context.reading(audit) }

  /// The mail a field names, its corrections followed.
  func proof(_ field: FieldName, of entity: EntityID) -> MailProof {
    switch context.reading(entity).reading(field, { $0.text.flatMap { EntityID($0) } }) {
    case .absent: .absent
    case .inConflict(let ids): .inConflict(ids.compactMap(mail.holding))
    case .settled(let id): mail.holding(id).map { .settled($0) } ?? .absent
    }
  }

  func proof(_ field: FieldName) -> MailProof { proof(field, of: audit) }

  // MARK: where the audit stands

  var path: AuditPathFacts {
    let contract = contract
    return AuditPathFacts(
      recorded: fields.text("stage").flatMap(QualiopiAuditState.init(rawValue:)),
      isStarted: fields.text("startedOn") != nil, kind: kind, days: days, lead: fields.reading("lead", \.text),
      named: fields.text("named"), noticedFor: fields.view("noticedFor")?.shown.flatMap(AuditDays.init),
      contract: contract.reading.contract, signedQuote: contract.id.map { proof("signed", of: $0) } ?? .absent,
      requester: actor.user.description, requesterRoles: actor.roles)
  }

  var kind: FactReading<QualiopiAuditKind> {
    fields.reading("kind") { $0.text.flatMap(QualiopiAuditKind.init(rawValue:)) }
  }
  var days: FactReading<AuditDays> { fields.reading("days", AuditDays.init) }

  // MARK: the contract

  var contract: (id: EntityID?, reading: ContractReading) {
    switch fields.reading("contract", { $0.text.flatMap { EntityID($0) } }) {
    case .absent: (nil, ContractReading(contract: .absent))
    case .inConflict: (nil, ContractReading(contract: .inConflict([])))
    case .settled(let id): (id, ContractReading(id, in: context.dossier))
    }
  }

  /// The cycle of an audit: that of its contract, else the one its day falls in.
  func cycle(of audit: EntityID) -> Int? {
    context.reading(audit).text("contract").flatMap { EntityID($0) }
      .flatMap { ContractReading($0, in: context.dossier).contract.value?.cycle }
      ?? CycleByDay(context.dossier, certificateCycle: certificateCycle).cycle(of: audit)
  }

  var certificateCycle: Int? {
    context.title.flatMap { context.reading($0).view("cycle")?.shown?.number }.map(Int.init)
  }

  /// The categories the audit covers; for an extension those it adds.
  var categories: Set<ActionCategory> {
    let added = ActionCategory.set(fields.view("addedCategories")?.shown)
    if kind.value == .extension, !added.isEmpty { return added }
    let contracted = contract.reading.contract.value?.categories ?? []
    guard contracted.isEmpty else { return contracted.union(added) }
    let profile = context.dossierEntity.flatMap { context.reading($0).view("profile")?.shown } ?? .null
    return ServiceProfile(profile).categories.union(added)
  }

  // MARK: other audits of the dossier

  /// The other audits that were not given up.
  var others: [EntityID] {
    context.dossier.standing(ofType: "audit").filter {
      $0 != audit && context.reading($0).text("stage") != QualiopiAuditState.cancelled.rawValue
    }
  }

  /// Whether an audit took place, or its auditor was named for it.
  func engagesAuditors(_ audit: EntityID) -> Bool {
    QualiopiAuditState.standing(of: audit, in: context.dossier).map { !$0.isBefore(.auditorNamed) } ?? false
  }

  /// The last day of the latest audit that began before this one.
  var previousAuditEnd: CivilDate? {
    let first = days.value?.first
    return others.filter { context.reading($0).text("startedOn") != nil }
      .compactMap { context.reading($0).view("days")?.shown.flatMap(AuditDays.init)?.last }
      .filter { end in first.map { end < $0 } ?? true }.max()
  }
}

/// A contract as its fields say.
struct ContractReading {
  let contract: FactReading<ContractTerms>

  init(contract: FactReading<ContractTerms>) { self.contract = contract }

  /// Reads a contract; absent where the dossier holds none of that id.
  init(_ id: EntityID, in fold: StreamFold) {
    guard fold.standing(ofType: "contract").contains(id) else {
      contract = .absent
      return
    }
    let reading = FieldReading(fold: fold, entity: id)
    let judged: [FieldName] = ["categories", "durations", "cycle", "options", "turnoverCents", "signed"]
    let durations = (reading.view("durations")?.shown?.members ?? []).compactMap {
      member -> (QualiopiAuditKind, AuditDuration)? in
      guard let kind = QualiopiAuditKind(rawValue: member.key), let count = member.value.number,
        let duration = AuditDuration(halfDays: Int(count)), duration > 0
      else { return nil }
      return (kind, duration)
    }
    contract = .settled(
      ContractTerms(
        categories: ActionCategory.set(reading.view("categories")?.shown),
        durations: Dictionary(durations, uniquingKeysWith: { first, _ in first }),
        cycle: reading.view("cycle")?.shown?.number.map(Int.init),
        options: Set(
          (reading.view("options")?.shown?.elements ?? []).compactMap {
            $0.text.flatMap(ContractOption.init(rawValue:))
          }),
        turnoverCents: reading.view("turnoverCents")?.shown?.number,
        documents: Set(reading.texts("documents").compactMap(QuoteDocument.init(rawValue:))),
        inConflict: judged.filter { reading.view($0)?.conflict != nil }.map(\.description)))
  }
}

extension AuditDays {
  /// Reads `{"first":…,"last":…}`; nil for another shape.
  init?(_ value: JSONValue) {
    guard let first = value["first"]?.text.flatMap({ CivilDate($0) }),
      let last = value["last"]?.text.flatMap({ CivilDate($0) })
    else { return nil }
    self.init(first: first, last: last)
  }

  /// The members `first` and `last`.
  var members: [(String, JSONValue)] {
    [("first", .string(first.description)), ("last", .string(last.description))]
  }
}

extension ActionCategory {
  /// The categories of an array of codes; those of a newer version are left out.
  static func set(_ value: JSONValue?) -> Set<ActionCategory> {
    Set((value?.elements ?? []).compactMap { $0.text.flatMap(ActionCategory.init(rawValue:)) })
  }
}
