import Crypto
import SyncCore
import SyncProtocol

/// Takes in a lost author's lines that another device delivers, in the ordinary way: same chains, same seals, and each
/// line judged as its author's push would be (DESIGN §6, §8).
///
/// A device that comes late, after a recovery has ended, gives back by the same door.
struct Delivery {
  let workspace: Workspace
  let stream: StreamID
  let giver: Principal
  private let isInScope: Bool
  private var applications: [ReplicaID: PushApplication] = [:]
  private(set) var admitted = 0
  private(set) var known = 0
  private(set) var quarantined = 0

  init(workspace: Workspace, stream: StreamID, giver: Principal) throws {
    self.workspace = workspace
    self.stream = stream
    self.giver = giver
    let standing = try workspace.standing(of: giver.user, device: giver.replica)
    isInScope = standing.mayWork && standing.scope.contains(stream)
  }

  mutating func take(_ entries: [LogEntry]) throws {
    let chains = try GivenChains(
      entries, chain: { try workspace.chain(stream, $0) },
      key: { replica in
        guard let owner = try workspace.ledger.owner(replica), try !workspace.isServers(replica) else { return nil }
        return try Curve25519.Signing.PublicKey(rawRepresentation: owner.publicKey)
      }, stops: { try mustWait($0, $1) })
    for (place, entry) in entries.enumerated() {
      guard let (id, digest) = entry.step else { continue }
      guard isInScope else {
        try keepAside(entry, id, .outOfScope)
        continue
      }
      switch chains.standing(id, at: place) {
      case .known:
        if try isHeld(entry, id) { known += 1 } else { try keepAside(entry, id, .unsealed) }
      case .bare: try keepAside(entry, id, .unsealed)
      case .covered:
        try judge(entry, id, digest)
        if let seal = chains.seal(through: id) { try workspace.append(.seal(seal)) }
      }
    }
    for replica in applications.keys.sorted() { try applications[replica]?.settle() }
  }

  /// A digest alone may stand for a line only where its own author gives it up; else anybody could void anybody's.
  private func mustWait(_ entry: LogEntry, _ id: ChangeID) throws -> Bool {
    if try workspace.ledger.receipt(id) != nil { return true }
    guard case .skip = entry.content else { return false }
    return try workspace.ledger.owner(id.replica)?.device != giver.replica
  }

  private mutating func judge(_ entry: LogEntry, _ id: ChangeID, _ digest: SyncCore.Digest) throws {
    admitted += 1
    guard case .line(let line) = entry.content else {
      let link = try workspace.advance(stream, id, line: digest, isAccepted: false)
      try workspace.append(.skip(stream: stream, id: id, digest: digest))
      return try workspace.ledger.add(
        StoredReceipt(digest: digest, receipt: .refused(.skipped, detail: ""), stream: stream, link: link), for: id)
    }
    guard let owner = try workspace.ledger.owner(id.replica) else {
      preconditionFailure("nothing is covered without a key")
    }
    var application: PushApplication
    if let begun = applications[id.replica] {
      application = begun
    } else {
      let standing = try workspace.standing(of: owner.user, device: owner.device)
      application = PushApplication(workspace: workspace, replica: id.replica, standing: standing)
    }
    try application.apply(PushedLine(.line(line.bytes), id: id))
    if case .refused = application.receipts.last?.1 {
      admitted -= 1
      quarantined += 1
    }
    applications[id.replica] = application
  }

  /// Whether the line itself is in the log or aside already: a name may have been answered for another line, or given up.
  private func isHeld(_ entry: LogEntry, _ id: ChangeID) throws -> Bool {
    guard case .line(let line) = entry.content, let held = try workspace.ledger.receipt(id) else { return true }
    if held.digest == line.digest, case .accepted = held.receipt { return true }
    return try workspace.ledger.isQuarantined(id, digest: line.digest)
  }

  private mutating func keepAside(_ entry: LogEntry, _ id: ChangeID, _ code: RefusalCode) throws {
    guard case .line(let line) = entry.content else { return }
    quarantined += 1
    // What the log holds under that name needs no second keeping; the answer does not say so out of scope.
    if let held = try workspace.ledger.receipt(id), held.digest == line.digest, case .accepted = held.receipt { return }
    guard try !workspace.ledger.isQuarantined(id, digest: line.digest) else { return }
    workspace.keptAside[giver.replica, default: QuarantineUse()].add(QuarantineUse(rows: 1, bytes: line.bytes.count))
    try workspace.ledger.add(
      QuarantineRow(
        id: id, user: giver.user, received: workspace.now, code: code, detail: "", stream: stream, bytes: line.bytes))
  }
}
