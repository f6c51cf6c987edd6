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
  /// The readings in force for what is judged.
  public let settings: QualiopiSettings

  /// Brings together what is looked at.
  public init(
    dossier: StreamFold, directory: StreamFold?, today: CivilDate, settings: QualiopiSettings = .standard
  ) {
    self.dossier = dossier
    self.directory = directory
    self.today = today
    self.settings = settings
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
