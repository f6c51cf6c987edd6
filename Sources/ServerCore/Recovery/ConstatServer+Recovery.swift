import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// What a device gives back while the server recovers, or delivers of a lost device's work at any other time: the
  /// body of `POST /v1/recovery` to its answer.
  ///
  /// One transaction; any request may be repeated (law L6). A body without entries asks how far the chains go.
  public func recover(_ body: [UInt8], as principal: Principal) -> Result<[UInt8], Problem> {
    noteContact(principal.replica)
    return answering {
      let request: RecoveryRequest
      do throws(ExchangeRequestFault) {
        request = try RecoveryRequest(reading: body)
      } catch {
        throw Self.answer(to: error)
      }
      guard Admission.isOfUse(request.stream) else {
        throw ProblemAnswer(.notFound, "There is no such stream for you.")
      }
      try admit(givenEntries: request.entries.count, by: principal.replica)
      if request.entries.isEmpty { return try frontier(of: request, as: principal).body }
      return try write { workspace in
        try requireOwn(request, principal, workspace.ledger)
        var answer = RecoveryAnswer(stream: request.stream, frontier: [:])
        if workspace.settings.recovery != nil {
          var giveBack = try GiveBack(workspace: workspace, stream: request.stream, giver: principal)
          try giveBack.take(request.entries)
          (answer.admitted, answer.known, answer.quarantined) = (
            giveBack.admitted, giveBack.known, giveBack.quarantined
          )
        } else {
          var delivery = try Delivery(workspace: workspace, stream: request.stream, giver: principal)
          try delivery.take(request.entries)
          (answer.admitted, answer.known, answer.quarantined) = (
            delivery.admitted, delivery.known, delivery.quarantined
          )
        }
        try workspace.finish()
        let standing = try workspace.standing(of: principal.user, device: principal.replica)
        answer.frontier = try Self.frontier(request.stream, standing, workspace.ledger)
        return answer.body
      }
    }
  }

  private func frontier(of request: RecoveryRequest, as principal: Principal) throws -> RecoveryAnswer {
    try read { ledger, _, folds in
      try requireOwn(request, principal, ledger)
      let standing = try folds.standing(of: principal.user, device: principal.replica, ledger)
      return RecoveryAnswer(
        stream: request.stream, frontier: try Self.frontier(request.stream, standing, ledger))
    }
  }

  /// Out of scope nothing is said of a stream, so that a device sends all it holds of it (law L4).
  private static func frontier(
    _ stream: StreamID, _ standing: Standing, _ ledger: any LedgerReading
  ) throws -> [ReplicaID: Int] {
    guard standing.scope.contains(stream) else { return [:] }
    return try ledger.chains(stream).compactMapValues { $0.seq > 0 ? $0.seq : nil }
  }

  private func requireOwn(_ request: RecoveryRequest, _ principal: Principal, _ ledger: any LedgerReading) throws {
    // A replica taken after the backup is not known yet; its device is.
    if let owner = try ledger.owner(request.replica) { try PushAnswer.requireOwner(owner, principal) }
  }

  // MARK: beginning

  /// Begins another life of a log that was set back, such as a restored backup: new epoch, recovering.
  ///
  /// One transaction. Nobody may have the ledger open as a server meanwhile.
  /// - Throws: `LedgerFault`.
  public static func restore(
    _ ledger: any Ledger, clock: any ServerClock, random: any RandomNumberGenerator & Sendable
  ) throws {
    let now = clock.now()
    try ledger.write { transaction in
      let workspace = try Workspace(ledger: transaction, folds: FoldCache(), random: random, now: now)
      try Restoration(workspace: workspace).begin(.restored, above: 0)
      try workspace.finish()
    }
  }

  /// What stands behind a bookmark that was not taken: the problem to answer with, after a rewind it shows was dealt with.
  func explain(_ header: ExchangeRequest.Header, as principal: Principal) -> Problem? {
    let gone = "The server came back from an earlier state. Go on from the bookmark given, from the start if empty."
    let answer = answering { () -> Problem? in
      guard
        let (bookmark, rewind, settings) = try read({ ledger, settings, _ in try Self.rewind(header, ledger, settings) }
        )
      else { return nil }
      switch rewind {
      case .none: return nil
      case .before: return Problem(.bookmarkGone, detail: gone, bookmark: "")
      case .noticed:
        // Only its own holder's word for it: a bookmark of a copy of this server, shown by anybody, sets nothing back.
        guard bookmark.user == principal.user, bookmark.replica == header.replica,
          try read({ try $2.standing(of: principal.user, device: principal.replica, $0).mayWork })
        else { return nil }
        try write { workspace in
          // Another process may have noticed meanwhile.
          guard case (_, .noticed, _)? = try Self.rewind(header, workspace.ledger, workspace.settings) else { return }
          try Restoration(workspace: workspace).begin(.noticed, above: bookmark.epoch)
        }
        return Problem(.bookmarkGone, detail: gone, bookmark: "")
      case .kept:
        guard bookmark.user == principal.user, bookmark.replica == header.replica else { return nil }
        let again = try bookmark.ofEpoch(settings.epoch).text(key: settings.bookmarkKey)
        return Problem(.bookmarkGone, detail: gone, bookmark: again)
      }
    }
    switch answer {
    case .success(let problem): return problem
    case .failure(let problem): return problem
    }
  }

  private static func rewind(
    _ header: ExchangeRequest.Header, _ ledger: any LedgerReading, _ settings: TenantSettings
  ) throws -> (Bookmark, Rewind, TenantSettings)? {
    guard let bookmark = Bookmark(header.bookmark, key: settings.bookmarkKey), bookmark.tenant == settings.tenant else {
      return nil
    }
    let hash = try ledger.hash(at: bookmark.position)
    return (bookmark, Rewind(bookmark, epoch: settings.epoch, hash: hash), settings)
  }

  // MARK: watching and ending

  /// What a rewound server waits for; nil when it does not.
  /// - Throws: `LedgerFault`.
  public func recovery() throws -> RecoveryState? { try read { _, settings, _ in settings.recovery } }

  /// The same for whoever only asks whether; false, with `storageFault` saying why, when the ledger cannot be read.
  public func isRecovering() -> Bool { noting(false) { try recovery() != nil } }

  /// What came back, ascending by position, beyond one.
  /// - Throws: `LedgerFault`.
  public func recovered(after position: Int = 0, limit: Int = 1_000) throws -> [RecoveredRow] {
    try ledger.read { try $0.recovered(after: position, limit: limit) }
  }

  /// How many entries came back, of all recoveries.
  /// - Throws: `LedgerFault`.
  public func recoveredCount() throws -> Int { try ledger.read { try $0.recoveredCount() } }

  /// Ends the recovery: requests nobody ruled on are ruled on in order, then devices push again.
  ///
  /// One transaction. What came back stays listed.
  /// - Returns: how many requests were ruled on; nil when the server was not recovering.
  /// - Throws: `LedgerFault`.
  public func endRecovery() throws -> Int? {
    try write { workspace in
      guard let recovery = workspace.settings.recovery else { return nil }
      var settings = workspace.settings
      settings.recovery = nil
      workspace.replace(settings: settings)
      return try OpenRequests(workspace: workspace).rule(after: recovery.from)
    }
  }

  /// Notes through which position a backup holds the log: devices may let go of what lies before.
  /// - Throws: `LedgerFault`.
  public func noteBackup(through position: Int) throws {
    try write { workspace in
      guard position > workspace.settings.backedUpThrough, position <= workspace.tip.position else { return }
      var settings = workspace.settings
      settings.backedUpThrough = position
      workspace.replace(settings: settings)
    }
  }
}
