import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal
import WorkingDays

/// One run of the program on one profile: the store, the person, the clock.
struct Session {
  let store: ReplicaStore
  let identity: StoreIdentity
  let place: ProfilePlace
  let language: Language
  /// Milliseconds since 1970 UTC.
  let now: Int64

  /// Opens the profile.
  static func open(place: ProfilePlace, language: Language, now: Int64) throws -> Session {
    let store = try ReplicaStore.open(at: place.store)
    return Session(store: store, identity: try store.identity, place: place, language: language, now: now)
  }

  /// The same session in another language.
  func speaking(_ language: Language) -> Session {
    Session(store: store, identity: identity, place: place, language: language, now: now)
  }

  func say(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

  /// Today in Paris by the clock passed in.
  var today: CivilDate { Instant(clampingMillisecondsSince1970: now).parisDate }

  /// People, roles and devices as this device knows them.
  func directory() throws -> DirectoryView { DirectoryView(try store.fold(.directory)) }

  /// The person at the keyboard, with the roles the directory gives them.
  func author() throws -> WriteAuthor {
    WriteAuthor(user: identity.user, roles: try directory().roles(of: identity.user))
  }

  /// The name of a user, or the opaque id of someone not in the directory.
  func name(of user: UserID, in directory: DirectoryView) -> String {
    switch user {
    case .server: say("serveur", "server")
    case .publicList: say("liste publique", "public list")
    default: SafeText(directory.name(of: user) ?? user.description).description
    }
  }

  /// Saves one intention as one change; nil when there was nothing new to say.
  @discardableResult
  func capture(_ stream: StreamID, _ intention: (CaptureDesk) throws -> [Operation]) throws -> ChangeLine? {
    let author = try author()
    var random = SystemRandomNumberGenerator()
    return try store.capture(stream: stream, time: now, random: &random) { context in
      return try intention(
        CaptureDesk(
          fold: context.fold, author: author, seen: context.seen,
          shown: { context.shown($0, of: $1) },
          newEntity: { context.newEntity(type: $0, n: $1) }))
    }
  }

  /// Saves an intention that creates an entity, and tells its id.
  func captureNew(
    _ type: String, below parent: EntityID? = nil, in stream: StreamID,
    _ intention: (CaptureDesk, EntityID) throws -> [Operation]
  ) throws -> EntityID {
    var created: EntityID?
    let author = try author()
    var random = SystemRandomNumberGenerator()
    try store.capture(stream: stream, time: now, random: &random) { context in
      let id = context.newEntity(type: type, n: 1, below: parent)
      created = id
      return try intention(
        CaptureDesk(
          fold: context.fold, author: author, seen: context.seen, shown: { _, _ in [] },
          newEntity: { context.newEntity(type: $0, n: $1) }), id)
    }
    guard let created else {
      throw CommandFailure("nothing-written", fr: "Rien n'a été enregistré.", en: "Nothing was saved.")
    }
    return created
  }
}
