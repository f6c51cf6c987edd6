public import AuditModel
public import SyncCore
public import WorkingDays

/// What a judgement may look at: the same values on a device and inside the server's transaction (DESIGN §6).
public struct ActContext: Sendable {
  /// The dossier, the request's own change included.
  public let dossier: StreamFold
  /// People, competences and settings; nil where they are not held.
  public let directory: StreamFold?
  /// The civil date in Paris.
  public let today: CivilDate
  /// The readings in force for what is judged: today's, or for an act on an audit those of its rule pack (R-TIME-19).
  public let settings: QualiopiSettings
  private let base: QualiopiSettings

  /// Brings together what is looked at.
  /// - Parameter settings: what holds where the directory sets nothing.
  public init(
    dossier: StreamFold, directory: StreamFold?, today: CivilDate, settings: QualiopiSettings = .standard
  ) {
    self.init(dossier: dossier, directory: directory, today: today, base: settings, settingsOn: today)
  }

  private init(
    dossier: StreamFold, directory: StreamFold?, today: CivilDate, base: QualiopiSettings, settingsOn day: CivilDate
  ) {
    self.dossier = dossier
    self.directory = directory
    self.today = today
    self.base = base
    settings = QualiopiSettings.inForce(directory: directory, on: day, base: base)
  }

  /// The readings in force on a day: what runs keeps the version in force at its trigger (R-TIME-19).
  public func settings(on day: CivilDate) -> QualiopiSettings {
    QualiopiSettings.inForce(directory: directory, on: day, base: base)
  }

  /// The same context with the readings in force on a day.
  public func pinned(to day: CivilDate) -> ActContext {
    ActContext(dossier: dossier, directory: directory, today: today, base: base, settingsOn: day)
  }

  /// Another state of the dossier on a day of the past, with the readings in force then and not what came after.
  func past(_ dossier: StreamFold, on day: CivilDate) -> ActContext {
    ActContext(dossier: dossier, directory: directory, today: day, base: base, settingsOn: day)
  }

  /// The due moment of a deadline by the readings in force at its trigger (R-TIME-19); nil outside the calendar.
  public func due(
    _ deadline: DeadlineID, from trigger: DeadlineMoment, certificateEnd: CivilDate? = nil
  ) -> DeadlineMoment? {
    settings(on: trigger.parisDate).due(deadline, from: trigger, certificateEnd: certificateEnd)
  }

  /// Fields of an entity of the dossier.
  func reading(_ entity: EntityID) -> FieldReading { FieldReading(fold: dossier, entity: entity) }

  /// The dossier's one entity.
  var dossierEntity: EntityID? {
    guard case .dossier(_, let key) = dossier.stream.family else { return nil }
    return AuditNames.dossier(key)
  }

  /// The certificate or habilitation.
  var title: EntityID? {
    guard case .dossier(_, let key) = dossier.stream.family else { return nil }
    return AuditNames.title(key)
  }
}

/// Who asks for an act.
public struct ActActor: Sendable, Hashable {
  /// The user.
  public let user: UserID
  /// The roles the directory gives them.
  public let roles: Set<Role>

  /// Pairs a user with roles.
  public init(user: UserID, roles: Set<Role>) {
    self.user = user
    self.roles = roles
  }
}

/// One request as it is judged.
public struct ActCase: Sendable {
  /// The request.
  public let request: ActRequest
  /// What it is on.
  public let entity: EntityID
  /// What may be looked at.
  public let context: ActContext
  /// Who asks.
  public let actor: ActActor
  /// The digest of the state before the request's own change, where the judge knows it (`decision.shownState`).
  public let stateBefore: Digest?

  /// Brings a request together with what it is judged by.
  public init(
    request: ActRequest, entity: EntityID, context: ActContext, actor: ActActor, stateBefore: Digest? = nil
  ) {
    self.request = request
    self.entity = entity
    self.context = context
    self.actor = actor
    self.stateBefore = stateBefore
  }

  /// Fields of the entity the request is on.
  var reading: FieldReading { context.reading(entity) }

  /// The audit the request is about: the entity itself, the one it names, or the one it was raised at.
  var audit: EntityID {
    let named = reading.text("audit") ?? reading.text("origin")
    return named.flatMap { EntityID($0) } ?? entity
  }

  /// The same case, judged by the readings in force on the first day of its audit, as its rule pack is (R-TIME-19).
  var pinned: ActCase {
    guard let first = context.reading(audit).view("days")?.shown?["first"]?.text.flatMap({ CivilDate($0) }) else {
      return self
    }
    return ActCase(
      request: request, entity: entity, context: context.pinned(to: first), actor: actor, stateBefore: stateBefore)
  }

  // MARK: steps of effects

  /// Moves a machine; the step names the heads it replaces.
  func state(_ machine: FieldName, of entity: EntityID, to state: String) -> Operation {
    .state(machine, on: entity, to: state, over: over(machine, of: entity))
  }

  /// Writes a register as the server, over what is there.
  func set(_ field: FieldName, of entity: EntityID, to value: JSONValue) -> Operation {
    .set(field, on: entity, to: value, over: over(field, of: entity), motive: nil)
  }

  /// Freezes an entity at what the asker had seen, the change that asks included: what is asked for is written in it.
  func freeze(_ entity: EntityID) -> Operation {
    var at = request.seen
    at.insert(request.id)
    return .freeze(entity, at: at)
  }

  private func over(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    context.reading(entity).view(field)?.over ?? []
  }
}
