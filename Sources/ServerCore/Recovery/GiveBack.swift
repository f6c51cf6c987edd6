import AuditModel
import AuditSchema
import Crypto
import SyncCore
import SyncProtocol

/// Takes in what a device gives back of one stream while the server recovers (DESIGN §8).
///
/// No scope and no rule is looked at again, and nothing is ruled on. A device's seal says that the device wrote a line, not
/// that the line was admitted: so its author and the server's own steps are looked at, and in `directory` and `office`,
/// where lines give rights, its author's authority as far as the directory has come back.
struct GiveBack {
  let workspace: Workspace
  let stream: StreamID
  let giver: Principal
  private let serverKey: Curve25519.Signing.PublicKey
  private let mayWork: Bool
  private(set) var admitted = 0
  private(set) var known = 0
  private(set) var quarantined = 0

  init(workspace: Workspace, stream: StreamID, giver: Principal) throws {
    self.workspace = workspace
    self.stream = stream
    self.giver = giver
    serverKey = try Curve25519.Signing.PrivateKey(rawRepresentation: workspace.settings.serverKey).publicKey
    mayWork = try workspace.standing(of: giver.user, device: giver.replica).mayWork
  }

  mutating func take(_ entries: [LogEntry]) throws {
    guard stream == .directory else { return try takeGroup(entries) }
    // The server's own lines of the directory bring the keys the others are checked with.
    let servers = try chains(entries.filter { try isServers($0.replica) })
    let first = try entries.filter { try isServers($0.replica) && servers.covers($0.replica) }
    try takeGroup(first)
    let taken = Set(first.map(\.replica))
    try takeGroup(entries.filter { !taken.contains($0.replica) })
    if admitted > 0 { try enterOwners() }
  }

  private mutating func takeGroup(_ entries: [LogEntry]) throws {
    let chains = try chains(entries)
    for (place, entry) in entries.enumerated() {
      guard let (id, digest) = entry.step else { continue }
      switch chains.standing(id, at: place) {
      case .known: try noteKnown(entry, id, digest)
      case .covered where mayWork:
        try admit(entry, id, digest)
        // Where the chain ends at this moment: a seal elsewhere proves nothing to a reader.
        if let seal = chains.seal(through: id) { try workspace.append(.seal(seal)) }
      case .covered, .bare: try keepAside(entry, id, mayWork ? .unsealed : .outOfScope)
      }
    }
  }

  private func chains(_ entries: [LogEntry]) throws -> GivenChains {
    try GivenChains(
      entries, chain: { try workspace.chain(stream, $0) }, key: { try key(of: $0).key },
      // A name that was answered elsewhere: the device has forked, and a person looks at it.
      stops: { _, id in try workspace.ledger.receipt(id) != nil })
  }

  // MARK: keys

  /// The key a replica seals with: as far as the directory has come back, else only the server's is thinkable.
  private func key(of replica: ReplicaID) throws -> (key: Curve25519.Signing.PublicKey, user: UserID?) {
    if let owner = try workspace.ledger.owner(replica) {
      return (try Curve25519.Signing.PublicKey(rawRepresentation: owner.publicKey), owner.user)
    }
    guard let device = try workspace.folds.directory(workspace.ledger).device(replica) else { return (serverKey, nil) }
    do {
      return (try Curve25519.Signing.PublicKey(rawRepresentation: device.publicKey), device.user)
    } catch {
      return (serverKey, nil)  // the directory names no key: nothing of that replica was ever admitted under another
    }
  }

  private func isServers(_ replica: ReplicaID) throws -> Bool {
    try key(of: replica).key.rawRepresentation == serverKey.rawRepresentation
  }

  // MARK: entries

  private mutating func admit(_ entry: LogEntry, _ id: ChangeID, _ digest: SyncCore.Digest) throws {
    let (key, user) = try key(of: id.replica)
    let isServers = key.rawRepresentation == serverKey.rawRepresentation
    let author: UserID?
    let receipt: Receipt
    let link: Link
    switch entry.content {
    case .line(let line):
      if !isServers, let code = try refusal(line, user: user, of: id.replica) {
        try keepAside(entry, id, code)
        link = try workspace.advance(stream, id, line: digest, isAccepted: false)
        try workspace.append(.skip(stream: stream, id: id, digest: digest))
        receipt = .refused(code, detail: "")
        author = nil
      } else {
        link = try workspace.advance(stream, id, line: digest, isAccepted: true)
        receipt = .accepted(position: try workspace.append(.line(line)))
        author = line.change.by
      }
    case .skip:
      link = try workspace.advance(stream, id, line: digest, isAccepted: false)
      try workspace.append(.skip(stream: stream, id: id, digest: digest))
      receipt = .refused(.skipped, detail: "")
      author = nil
    case .seal: return
    }
    admitted += 1
    // The author's own push of the same line gets this answer; the server answers itself nothing.
    if let asker = user ?? author, asker != .server, asker != .publicList {
      try workspace.ledger.add(StoredReceipt(digest: digest, receipt: receipt, stream: stream, link: link), for: id)
    }
    try workspace.ledger.add(
      RecoveredRow(
        position: workspace.tip.position, epoch: workspace.settings.epoch, stream: stream, id: id, author: author,
        givenBy: giver.replica, received: workspace.now))
  }

  /// What no seal of a device can vouch for: that the line is by its user, and holds none of the server's steps.
  private func refusal(_ line: ChangeLine, user: UserID?, of replica: ReplicaID) throws -> RefusalCode? {
    guard let user, line.change.by == user else { return .wrongAuthor }
    if line.change.operations.contains(where: \.isServerOnly) { return .serverOnlyStep }
    guard stream == .directory || stream == .office else { return nil }
    let admission = Admission(
      workspace: workspace, replica: replica, standing: try workspace.standing(of: user, device: replica))
    guard admission.standing.mayWork else { return .outOfScope }
    guard case .refused(let code, _) = try admission.judgeAuthority(line, fold: workspace.fold(stream)) else {
      return nil
    }
    return code
  }

  private mutating func noteKnown(_ entry: LogEntry, _ id: ChangeID, _ digest: SyncCore.Digest) throws {
    known += 1
    guard case .line = entry.content, let held = try workspace.ledger.receipt(id) else { return }
    if held.digest != digest {
      // Another line stands under this name: a person looks at it.
      try keepAside(entry, id, .unsealed)
    } else if held.receipt == .refused(.skipped, detail: "") {
      // Somebody gave back its digest alone before: the line itself is for a person to look at.
      try keepAside(entry, id, .skipped)
    }
  }

  private mutating func keepAside(_ entry: LogEntry, _ id: ChangeID, _ code: RefusalCode) throws {
    guard case .line(let line) = entry.content else { return }
    quarantined += 1
    guard try !workspace.ledger.isQuarantined(id, digest: line.digest) else { return }
    workspace.keptAside[giver.replica, default: QuarantineUse()].add(QuarantineUse(rows: 1, bytes: line.bytes.count))
    try workspace.ledger.add(
      QuarantineRow(
        id: id, user: giver.user, received: workspace.now, code: code, detail: "", stream: stream, bytes: line.bytes))
  }

  /// Devices that joined after the backup are known again, so that they can sign in.
  private func enterOwners() throws {
    let directory = try workspace.folds.directory(workspace.ledger)
    var devices: [[UInt8]: ReplicaID] = [:]
    var missing: [(replica: ReplicaID, record: DeviceRecord)] = []
    for replica in directory.devices {
      // Whatever is no key makes nobody a device.
      guard let record = directory.device(replica), record.publicKey.count == 32 else { continue }
      if let owner = try workspace.ledger.owner(replica) {
        devices[record.publicKey] = owner.device
      } else {
        missing.append((replica, record))
      }
    }
    for (replica, record) in missing {
      let isServers = record.publicKey == Array(serverKey.rawRepresentation)
      // A replica a device took later bears the device's key; consoles all bear the server's.
      let device = isServers ? replica : devices[record.publicKey] ?? replica
      devices[record.publicKey] = device
      try workspace.ledger.put(
        ReplicaOwner(
          replica: replica, device: device, user: record.user, publicKey: record.publicKey))
    }
  }
}

extension LogEntry {
  /// The replica it is of.
  var replica: ReplicaID {
    switch content {
    case .line(let line): line.id.replica
    case .skip(_, let id, _): id.replica
    case .seal(let seal): seal.through.replica
    }
  }
}
