import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

extension Workspace {
  /// What a ruling in a stream may look at, as it stands now.
  func actContext(_ stream: StreamID) throws -> ActContext {
    let directory = try fold(.directory)
    return ActContext(ruling: try fold(stream), directory: directory, now: now)
  }

  /// The digest of what is visible in a stream now.
  func stateDigest(of stream: StreamID) throws -> SyncCore.Digest {
    try fold(stream).stateDigest(schema: AuditSchema.current)
  }
}

extension ActContext {
  /// What the server looks at when it rules, milliseconds since 1970 UTC.
  init(ruling dossier: StreamFold, directory: StreamFold, now: Int64) {
    self.init(
      dossier: dossier, directory: directory, today: Instant(clampingMillisecondsSince1970: now).parisDate)
  }
}

extension Change {
  /// Whether it asks for an act at all.
  var asksForAnAct: Bool { operations.contains { if case .request = $0 { true } else { false } } }
}
