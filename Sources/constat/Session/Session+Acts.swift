import ReplicaStore
import SchemeRules
import SyncCore

extension Session {
  /// What a forecast on a dossier may look at here.
  func actContext(_ dossier: StreamFold) throws -> ActContext {
    ActContext(dossier: dossier, directory: try store.fold(.directory), today: today)
  }

  /// The readings in force today, as the directory this device holds records them.
  func settings() throws -> QualiopiSettings {
    QualiopiSettings.inForce(directory: try store.fold(.directory), on: today)
  }
}
