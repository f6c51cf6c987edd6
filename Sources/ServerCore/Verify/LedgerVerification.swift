import Crypto
import SyncCore
import SyncProtocol

/// Recomputes everything a ledger claims: the log's hash, every digest, link and seal, receipts and chains (law L10).
struct LedgerVerification {
  private struct Chain: Hashable {
    let stream: StreamID
    let replica: ReplicaID
  }

  private let ledger: any LedgerReading
  private let settings: TenantSettings
  private var report = ServerVerifyReport()
  private var chains: [Chain: ChainState] = [:]
  private var sealedSeqs: [Chain: Int] = [:]

  static func report(on ledger: any LedgerReading) throws -> ServerVerifyReport {
    guard let settings = try ledger.settings() else { throw LedgerFault.noTenant }
    var verification = LedgerVerification(ledger: ledger, settings: settings)
    try verification.readLog()
    try verification.compareChains()
    return verification.report
  }

  private init(ledger: any LedgerReading, settings: TenantSettings) {
    self.ledger = ledger
    self.settings = settings
  }

  private mutating func readLog() throws {
    var hash = LogTip.origin.hash
    var next = 1
    try ledger.visit(nil, after: 0, through: Int.max) { record in
      if record.position != next { report.note("position", at: record.position, "expected \(next)") }
      next = record.position + 1
      report.entries += 1
      hash = record.hash(after: hash)
      if try ledger.hash(at: record.position) != hash {
        report.note("hash", at: record.position, "running hash of the log")
        hash = try ledger.hash(at: record.position) ?? hash
      }
      guard case .entry(let entry) = ExchangeFrame(reading: Array(record.frame.dropLast())) else {
        report.note("frame", at: record.position, "unreadable")
        return true
      }
      if LogRecord(entry) != record { report.note("frame", at: record.position, "does not say what it is filed under") }
      try verify(entry)
      return true
    }
  }

  private mutating func verify(_ entry: LogEntry) throws {
    switch entry.content {
    case .line(let line):
      report.lines += 1
      try take(line.id, in: line.change.stream, line: line.digest, isAccepted: true, at: entry.position)
    case .skip(let stream, let id, let digest):
      report.skips += 1
      try take(id, in: stream, line: digest, isAccepted: false, at: entry.position)
    case .seal(let seal):
      report.seals += 1
      try verify(seal, at: entry.position)
    }
  }

  private mutating func take(
    _ id: ChangeID, in stream: StreamID, line: SyncCore.Digest, isAccepted: Bool, at position: Int
  ) throws {
    let key = Chain(stream: stream, replica: id.replica)
    var state =
      chains[key] ?? ChainState(origin: .origin(tenant: settings.tenant, stream: stream, replica: id.replica))
    if id.seq <= state.seq { report.note("link", at: position, "\(id) after \(id.replica):\(state.seq)") }
    state.advance(seq: id.seq, line: line, isAccepted: isAccepted)
    chains[key] = state
    // The server answers itself nothing, in whatever life of the log it wrote.
    if let user = try ledger.owner(id.replica)?.user, user == .server || user == .publicList { return }
    guard let held = try ledger.receipt(id) else {
      report.note("receipt", at: position, "none for \(id)")
      return
    }
    if held.digest != line { report.note("digest", at: position, "\(id) was answered with another digest") }
    if held.link != state.link { report.note("link", at: position, "\(id) was answered with another link") }
    switch held.receipt {
    case .accepted(let answered) where isAccepted && answered == position: break
    case .refused where !isAccepted: break
    default: report.note("receipt", at: position, "\(id) was answered otherwise")
    }
  }

  private mutating func verify(_ seal: Seal, at position: Int) throws {
    let key = Chain(stream: seal.stream, replica: seal.through.replica)
    guard let state = chains[key], state.seq == seal.through.seq else {
      report.note("seal", at: position, "\(seal.through) does not end the chain in \(seal.stream)")
      return
    }
    guard let owner = try ledger.owner(seal.through.replica) else {
      report.note("seal-key", at: position, "no key of \(seal.through.replica)")
      return
    }
    let publicKey = try Curve25519.Signing.PublicKey(rawRepresentation: owner.publicKey)
    guard seal.verifies(link: state.link, key: publicKey) else {
      report.note("seal", at: position, "\(seal.through) in \(seal.stream)")
      return
    }
    sealedSeqs[key] = seal.through.seq
  }

  private mutating func compareChains() throws {
    for (key, state) in chains.sorted(by: { ($0.key.stream, $0.key.replica) < ($1.key.stream, $1.key.replica) }) {
      if try ledger.chain(key.stream, key.replica) != state {
        report.note("chain", at: 0, "\(key.replica) in \(key.stream)")
      }
      if sealedSeqs[key] != state.seq {
        report.note("unsealed", at: 0, "\(key.replica):\(state.seq) in \(key.stream)")
      }
    }
  }
}

extension ConstatServer {
  /// Recomputes every digest, link, seal and hash of the ledger; a ledger that cannot be read is one fault, `storage`.
  public func verify() -> ServerVerifyReport {
    do {
      return try ledger.read { try LedgerVerification.report(on: $0) }
    } catch {
      var report = ServerVerifyReport()
      report.note("storage", at: 0, "\(error)")
      return report
    }
  }
}
