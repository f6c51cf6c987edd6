import AuditSchema
import ReplicaStore
import SchemeRules
import SyncCore

extension Session {
  /// What a forecast on a dossier may look at here.
  func actContext(_ dossier: StreamFold) throws -> ActContext {
    ActContext(dossier: dossier, directory: try store.fold(.directory), today: today)
  }

  /// The dossier with this person's pending requests answered as this device expects: provisional (DESIGN §6).
  func provisional(_ stream: StreamID) throws -> ProvisionalFold {
    var answered = StreamFold(stream: stream)
    var pending: [Change] = []
    for stored in try store.lines(of: stream) {
      switch stored.standing {
      case .accepted: answered.apply(stored.line.change)
      case .pending: pending.append(stored.line.change)
      case .refused: continue
      }
    }
    let author = try author()
    return ProvisionalFold(
      answered, pending: pending, by: ActActor(user: author.user, roles: author.roles),
      directory: try store.fold(.directory), today: today)
  }

  /// The readings in force today, as the directory this device holds records them.
  func settings() throws -> QualiopiSettings {
    QualiopiSettings.inForce(directory: try store.fold(.directory), on: today)
  }
}
