import ReplicaStore
import SchemeRules
import SyncCore

extension Session {
  /// What a forecast on a dossier may look at here.
  func actContext(_ dossier: StreamFold) throws -> ActContext {
    ActContext(dossier: dossier, directory: try store.fold(.directory), today: today)
  }
}
