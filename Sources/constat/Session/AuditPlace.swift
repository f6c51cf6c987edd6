import AuditModel
import AuditSchema
import AuditDesk
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
        fr: "Aucun audit « \(named) » sur ce poste. « constat audit liste » montre ceux qu'il tient.",
        en: "No audit “\(named)” on this device. “constat audit list” shows those it holds.")
    }
    if let last = lastStarted(found) ?? (found.count == 1 ? found.first : nil), let place = try last.place(in: session)
    {
      return place
    }
    throw CommandFailure(
      "which-audit", .usage,
      fr: found.isEmpty
        ? "Ce poste ne tient aucun audit : synchronisez, ou « constat audit commencer --unplanned »."
        : "Ce poste tient \(found.count) audits : dites lequel avec --audit.",
      en: found.isEmpty
        ? "This device holds no audit: sync, or “constat audit start --unplanned”."
        : "This device holds \(found.count) audits: say which with --audit.")
  }

  /// An audit of this device, its dossier not folded yet.
  struct Candidate {
    let stream: StreamID
    let audit: EntityID
    /// When this person started it.
    let started: DisplayOrder?

    /// Folds the dossier; nil when it holds the audit no more.
    func place(in session: Session) throws -> AuditPlace? {
      let fold = try session.store.fold(stream)
      return AuditBoard(audit, in: fold).map { AuditPlace(stream: stream, audit: audit, fold: fold, board: $0) }
    }
  }

  /// The same audit as it stands now.
  func read(in session: Session) throws -> AuditPlace {
    try Candidate(stream: stream, audit: audit, started: nil).place(in: session)
      ?? Self.find(audit.description, in: session)
  }

  /// The audits of this device, or those of one name.
  static func all(_ named: String?, in session: Session, scheme: Scheme? = nil) throws -> [Candidate] {
    try StreamOverview.all(in: session.store, user: session.identity.user).flatMap { overview -> [Candidate] in
      guard case .dossier(let word, _) = overview.stream.family, scheme.map({ $0.rawValue == word }) ?? true else {
        return []
      }
      return overview.audits.filter { named == nil || $0.id.description == named || $0.id.localName == named }
        .map { Candidate(stream: overview.stream, audit: $0.id, started: $0.started) }
    }
  }

  /// The audit this person started last.
  static func lastStarted(_ found: [Candidate]) -> Candidate? {
    let started = found.compactMap { candidate in candidate.started.map { (candidate, $0) } }
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
