import AuditSchema
import Crypto
import SyncCore
import SyncProtocol

/// Answers an exchange that pushes: whose replica, which bookmark, what is new, then the page at the position reached.
struct PushAnswer {
  let workspace: Workspace
  let principal: Principal
  let request: ExchangeRequest
  let lines: [PushedLine]

  init(workspace: Workspace, push: Push) {
    self.workspace = workspace
    principal = push.principal
    request = push.request
    lines = push.lines
  }

  func answer() throws -> [UInt8] {
    let (ledger, header) = (workspace.ledger, request.header)
    try workspace.requireNotRecovering()
    let owner = try ledger.owner(header.replica)
    if let owner { try Self.requireOwner(owner, principal) }
    let bookmark = try Self.bookmark(
      header, ledger: ledger, settings: workspace.settings, user: principal.user,
      bookmarks: workspace.folds.bookmarks)
    guard let device = try owner ?? ledger.keyHolder(of: principal.replica) else {
      throw ProblemAnswer(.unauthenticated, "The device is no longer known. Join again with a new code.")
    }
    let key = try Curve25519.Signing.PublicKey(rawRepresentation: device.publicKey)
    let check = PushCheck(workspace: workspace, header: header, lines: lines, seals: request.seals, key: key)
    switch try check.check() {
    case .badSeal(let fault): throw ProblemAnswer(.badSeal, "Nothing was taken: \(fault).")
    case .stopped(let known, let frame):
      var bytes = Self.receipts(known)
      frame.append(to: &bytes)
      return bytes
    case .proceed(let new, let known):
      var standing = try workspace.standing(of: principal.user, device: principal.replica)
      standing.handedOn = try handedOn(bookmark, standing: standing)
      if owner == nil { try register(key: device.publicKey, mayWork: standing.mayWork) }
      var application = PushApplication(workspace: workspace, replica: header.replica, standing: standing)
      try application.apply(new, seals: request.seals)
      workspace.keptAside[principal.replica, default: QuarantineUse()].add(application.keptAside)
      try workspace.finish()
      let bytes = Self.receipts((known + application.receipts).sorted { $0.seq < $1.seq })
      // The push itself may have changed who sees what: a change of roles, an assignment, an opened stream.
      let after = try workspace.standing(of: principal.user, device: principal.replica)
      return try PageAnswer(
        ledger: ledger, settings: workspace.settings, scope: after.scope, header: header, user: principal.user,
        bookmark: bookmark, pushed: application.touched, serverTime: workspace.now
      ).bytes(after: bytes, folds: &workspace.folds)
    }
  }

  /// What the device wrote in streams that went to a colleague before it could know.
  private func handedOn(_ bookmark: Bookmark?, standing: Standing) throws -> Set<StreamID> {
    let pushed = Set(lines.compactMap(\.stream))
    guard let bookmark, pushed.contains(where: { !standing.scope.contains($0) }),
      let told = try workspace.ledger.record(at: bookmark.position)?.received(),
      workspace.now - told <= Int64(ServerLimits.handedOnDaysMax) * 86_400_000
    else { return [] }
    return try HandedOnWork(
      bookmark: bookmark, streams: workspace.folds.streams,
      assignments: try workspace.folds.assignments(workspace.ledger),
      directory: try workspace.folds.directory(workspace.ledger), ledger: workspace.ledger, device: principal.replica
    ).streams(among: pushed, standing: standing)
  }

  private static func receipts(_ receipts: [(seq: Int, receipt: Receipt)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (seq, receipt) in receipts { ExchangeFrame.receipt(seq: seq, receipt).append(to: &bytes) }
    return bytes
  }

  /// A replica belongs to the device that first pushed it; its seals are checked with that device's key.
  private func register(key: [UInt8], mayWork: Bool) throws {
    try workspace.ledger.put(
      ReplicaOwner(
        replica: request.header.replica, device: principal.replica, user: principal.user, publicKey: key))
    guard mayWork else { return }
    try workspace.write(
      DirectoryOperations.device(replica: request.header.replica, user: principal.user, publicKey: key),
      in: .directory, as: .server)
  }

  static func requireOwner(_ owner: ReplicaOwner, _ principal: Principal) throws {
    guard owner.device == principal.replica, owner.user == principal.user else {
      throw ProblemAnswer(.foreignReplica, "The replica belongs to another device.")
    }
  }

  /// The bookmark of a request; nil for a first exchange.
  static func bookmark(
    _ header: ExchangeRequest.Header, ledger: any LedgerReading, settings: TenantSettings, user: UserID,
    bookmarks: BookmarkCache
  ) throws -> Bookmark? {
    guard !header.bookmark.isEmpty else { return nil }
    let known = bookmarks.known(header.bookmark, of: header.replica)?.bookmark
    guard let bookmark = known ?? Bookmark(header.bookmark, key: settings.bookmarkKey),
      try bookmark.holds(ledger, settings: settings, user: user, replica: header.replica)
    else {
      throw ProblemAnswer(
        .bookmarkGone, "The server no longer knows this bookmark. Go on from the one given, from the start if empty.",
        bookmark: "")
    }
    return bookmark
  }
}
