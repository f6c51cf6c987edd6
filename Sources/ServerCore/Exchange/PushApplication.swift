import SchemeRules
import SyncCore
import SyncProtocol

/// Takes in the new lines of a push: receipts, log, quarantine, rulings, and what the server adds on its own.
struct PushApplication {
  let workspace: Workspace
  let replica: ReplicaID
  private var admission: Admission
  private(set) var receipts: [(seq: Int, receipt: Receipt)] = []
  /// What went into quarantine.
  private(set) var keptAside = QuarantineUse()
  private(set) var touched: Set<StreamID> = []
  private var begun: Set<StreamID> = []

  /// The asker's standing after the push, streams it opened taken in.
  var standing: Standing { admission.standing }

  init(workspace: Workspace, replica: ReplicaID, standing: Standing) {
    self.workspace = workspace
    self.replica = replica
    admission = Admission(workspace: workspace, replica: replica, standing: standing)
  }

  /// Takes in lines and seals that `PushCheck` let through.
  mutating func apply(_ lines: [PushedLine], seals: [ExchangeRequest.Seal]) throws {
    for line in lines { try apply(line) }
    for seal in seals { try keep(seal, lines: lines) }
    try settle()
  }

  /// What the server adds on its own, once all lines are in: the opener's assignment, the public list's facts.
  func settle() throws {
    try assignOpened()
    for stream in begun.sorted() { try PublicListEntry(workspace: workspace).enterFacts(for: stream) }
  }

  /// Takes in one line; `settle` follows the last.
  mutating func apply(_ pushed: PushedLine) throws {
    let receipt: Receipt
    var link: Link?
    switch try admission.judge(pushed) {
    case .accepted(let line):
      let stream = line.change.stream
      if try !workspace.exists(stream) { begun.insert(stream) }
      // What is over by date is so before anybody is ruled on (DESIGN §6).
      if line.change.asksForAnAct { try AutomaticRuling(workspace: workspace).apply(to: stream) }
      let stateBefore = try line.change.asksForABoundAct ? workspace.stateDigest(of: stream) : nil
      link = try workspace.advance(stream, line.id, line: line.digest, isAccepted: true)
      receipt = .accepted(position: try workspace.append(.line(line)))
      touched.insert(stream)
      try RequestRuling(workspace: workspace, standing: admission.standing, stateBefore: stateBefore).rule(
        on: line.change)
    case .refused(let code, let detail):
      receipt = .refused(code, detail: Self.bounded(detail))
      link = try keepAside(pushed, code: code, detail: Self.bounded(detail))
    }
    try workspace.ledger.add(
      StoredReceipt(
        digest: pushed.digest, receipt: receipt, stream: link == nil ? nil : pushed.stream, link: link),
      for: pushed.id)
    receipts.append((pushed.id.seq, receipt))
  }

  /// Keeps a refused line whole, and its digest where others need it to follow the chain.
  private mutating func keepAside(_ pushed: PushedLine, code: RefusalCode, detail: String) throws -> Link? {
    if let bytes = pushed.bytes {
      keptAside.add(QuarantineUse(rows: 1, bytes: bytes.count))
      try workspace.ledger.add(
        QuarantineRow(
          id: pushed.id, user: admission.standing.user, received: workspace.now, code: code, detail: detail,
          stream: pushed.stream, bytes: bytes))
    }
    guard let stream = pushed.stream else { return nil }
    if Admission.isOfUse(stream) {
      try workspace.append(.skip(stream: stream, id: pushed.id, digest: pushed.digest))
      touched.insert(stream)
    }
    return try workspace.advance(stream, pushed.id, line: pushed.digest, isAccepted: false)
  }

  /// A seal of lines known before was kept when they came.
  private func keep(_ seal: ExchangeRequest.Seal, lines: [PushedLine]) throws {
    guard Admission.isOfUse(seal.stream), lines.contains(where: { $0.id.seq == seal.seq }),
      let kept = Seal(
        stream: seal.stream, through: ChangeID(replica: replica, seq: seal.seq), signature: seal.signature)
    else { return }
    try workspace.append(.seal(kept))
  }

  /// An unplanned stream becomes its opener's.
  private func assignOpened() throws {
    guard admission.standing.needsAssignment else { return }
    try workspace.assign(admission.standing.user, streams: Set(admission.opened))
  }

  private static func bounded(_ detail: String) -> String {
    guard detail.utf8.count > ProtocolLimits.refusalDetailBytesMax else { return detail }
    return String(decoding: detail.utf8.prefix(ProtocolLimits.refusalDetailBytesMax), as: UTF8.self)
  }
}
