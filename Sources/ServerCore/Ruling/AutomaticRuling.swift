import SchemeRules
import SyncCore

/// Writes the automatic effects of a dossier whose day has come, each once, as the server (DESIGN §6).
///
/// Before any act of the dossier is ruled on, and by the broom after midnight.
struct AutomaticRuling {
  let workspace: Workspace

  /// Writes what is due in a stream and not written yet; nothing for a stream that is no dossier.
  /// - Returns: how many effects were written.
  @discardableResult
  func apply(to stream: StreamID) throws -> Int {
    guard case .dossier = stream.family else { return 0 }
    let due = AutomaticEffects.due(in: try workspace.actContext(stream))
    for effect in due { try workspace.write(effect.operations, in: stream, as: .server) }
    return due.count
  }
}
