import AuditModel
import AuditSchema
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// Which audit a command is about: the one named, else the one this person started last, else the only one there is.
struct AuditPlace {
  let stream: StreamID
  let audit: EntityID
  let fold: StreamFold
  let board: AuditBoard

  /// The scheme of the dossier, nil for one of a newer version.
  var scheme: Scheme? {
    guard case .dossier(let scheme, _) = stream.family else { return nil }
    return Scheme(rawValue: scheme)
  }

  /// The body's key.
  var bodyKey: String? {
    guard case .dossier(_, let key) = stream.family else { return nil }
    return key
  }

  static func find(_ named: String?, in session: Session, scheme: Scheme? = nil) throws -> AuditPlace {
    let found = try all(named, in: session, scheme: scheme)
    if let named, found.isEmpty {
      throw CommandFailure(
        "unknown-audit",
        fr: "Aucun audit « \(named) » sur ce poste. « constat audit list » montre ceux qu'il tient.",
        en: "No audit “\(named)” on this device. “constat audit list” shows those it holds.")
    }
    if let last = lastStarted(found) { return last }
    guard found.count == 1, let only = found.first else {
      throw CommandFailure(
        "which-audit", .usage,
        fr: found.isEmpty
          ? "Ce poste ne tient aucun audit : synchronisez, ou « constat audit start --unplanned »."
          : "Ce poste tient \(found.count) audits : dites lequel avec --audit.",
        en: found.isEmpty
          ? "This device holds no audit: sync, or “constat audit start --unplanned”."
          : "This device holds \(found.count) audits: say which with --audit.")
    }
    return only.place
  }

  /// The audits of this device, or those of one name, each with when this person started it.
  static func all(
    _ named: String?, in session: Session, scheme: Scheme? = nil
  ) throws -> [(place: AuditPlace, started: DisplayOrder?)] {
    var found: [(place: AuditPlace, started: DisplayOrder?)] = []
    for stream in try session.store.streams() {
      guard case .dossier(let word, _) = stream.family, scheme.map({ $0.rawValue == word }) ?? true else { continue }
      let fold = try session.store.fold(stream)
      for id in fold.standing(ofType: "audit") {
        guard named == nil || id.description == named || id.localName == named, let board = AuditBoard(id, in: fold)
        else { continue }
        let mine = board.view["startedOn"]?.heads.last { $0.by == session.identity.user }
        found.append((AuditPlace(stream: stream, audit: id, fold: fold, board: board), mine?.order))
      }
    }
    return found
  }

  /// The audit this person started last.
  static func lastStarted(_ found: [(place: AuditPlace, started: DisplayOrder?)]) -> AuditPlace? {
    let started = found.compactMap { candidate in candidate.started.map { (candidate.place, $0) } }
    return started.max { $0.1 < $1.1 }?.0
  }

  /// The entity of an indicator or control point.
  func item(_ code: String) throws -> EntityID {
    if let number = Int(code), (1...32).contains(number), scheme == .qualiopi,
      let id = AuditNames.item(audit, indicator: number)
    {
      return id
    }
    let upper = code.uppercased()
    if scheme == .certifIAG, upper.hasPrefix("CP-") || upper.hasPrefix("ET-"),
      let id = AuditNames.point(audit, code: upper)
    {
      return id
    }
    throw CommandFailure(
      "unknown-item", .usage,
      fr: "« \(code) » n'est ni un indicateur (1 à 32) ni un point de contrôle (CP-01…, ET-01…) de cet audit.",
      en: "“\(code)” is neither an indicator (1 to 32) nor a control point (CP-01…, ET-01…) of this audit.")
  }
}
