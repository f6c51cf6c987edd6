import Crypto
import SyncCore
import SyncProtocol

/// What is settled about a push before any of its lines is judged: retries, clones, gaps and seals.
struct PushCheck {
  /// What the server answers to the push as a whole.
  enum Outcome {
    /// These lines are new, the others were answered before.
    case proceed(new: [PushedLine], known: [(seq: Int, receipt: Receipt)])
    /// Nothing is taken: receipts of the lines known, then this frame.
    case stopped(known: [(seq: Int, receipt: Receipt)], ExchangeFrame)
    /// A seal is missing or wrong.
    case badSeal(String)
  }

  let workspace: Workspace
  let header: ExchangeRequest.Header
  let lines: [PushedLine]
  let seals: [ExchangeRequest.Seal]
  let key: Curve25519.Signing.PublicKey

  func check() throws -> Outcome {
    let ledger = workspace.ledger
    if let stop = try Self.before(header, ledger: ledger, settings: workspace.settings, folds: &workspace.folds) {
      return .stopped(known: [], stop)
    }
    let lastKnown = try ledger.lastSeq(header.replica)
    var known: [(seq: Int, receipt: Receipt)] = []
    var new: [PushedLine] = []
    for line in lines {
      // Answered lines may follow new ones: another device delivered them, or gave them back.
      guard line.id.seq <= lastKnown, let held = try ledger.receipt(line.id) else {
        new.append(line)
        continue
      }
      guard held.digest == line.digest else { return .stopped(known: known, .forked(seq: line.id.seq)) }
      known.append((line.id.seq, held.receipt))
    }
    if let stop = try Self.after(header, ledger: ledger) { return .stopped(known: known, stop) }
    if let fault = try sealFault(new) { return .badSeal(fault) }
    return .proceed(new: new, known: known)
  }

  /// What a header alone shows: a gap, another copy's line before the push, or more at the server than was written.
  static func standing(
    of header: ExchangeRequest.Header, ledger: any LedgerReading, settings: TenantSettings, folds: inout FoldCache
  ) throws -> ExchangeFrame? {
    try before(header, ledger: ledger, settings: settings, folds: &folds) ?? after(header, ledger: ledger)
  }

  private static func before(
    _ header: ExchangeRequest.Header, ledger: any LedgerReading, settings: TenantSettings, folds: inout FoldCache
  ) throws -> ExchangeFrame? {
    let expected =
      settings.epoch == 1
      ? try ledger.lastSeq(header.replica) + 1 : try folds.answered.next(header.replica, ledger)
    guard header.from <= expected else { return .gap(expected: expected) }
    guard header.from > 1, let digest = header.digest,
      let held = try ledger.receipt(ChangeID(replica: header.replica, seq: header.from - 1)), held.digest != digest
    else { return nil }
    return .forked(seq: header.from - 1)
  }

  private static func after(_ header: ExchangeRequest.Header, ledger: any LedgerReading) throws -> ExchangeFrame? {
    let lastKnown = try ledger.lastSeq(header.replica)
    return lastKnown > header.last ? .regressed(seq: lastKnown) : nil
  }

  /// Every stream that new lines touch is sealed through the last of them; whatever else is sealed must hold too.
  private func sealFault(_ new: [PushedLine]) throws -> String? {
    var tips: [StreamID: (seq: Int, link: Link)] = [:]
    var links: [ChangeID: (stream: StreamID, link: Link)] = [:]
    for line in new {
      guard let stream = line.stream else { continue }
      let before = try tips[stream]?.link ?? workspace.chain(stream, header.replica).link
      let link = before.next(seq: line.id.seq, line: line.digest)
      tips[stream] = (line.id.seq, link)
      links[line.id] = (stream, link)
    }
    var sealed: Set<StreamID> = []
    for seal in seals {
      guard sealed.insert(seal.stream).inserted else { return "two seals of \(seal.stream)" }
      let id = ChangeID(replica: header.replica, seq: seal.seq)
      let place: (stream: StreamID, link: Link)?
      if let new = links[id] {
        place = new
      } else if let held = try workspace.ledger.receipt(id), let stream = held.stream, let link = held.link {
        place = (stream, link)
      } else {
        place = nil
      }
      guard let place, place.stream == seal.stream else { return "no line of \(seal.stream) at seq \(seal.seq)" }
      guard
        let read = Seal(stream: seal.stream, through: id, signature: seal.signature),
        read.verifies(link: place.link, key: key)
      else { return "the seal of \(seal.stream) does not fit the lines through seq \(seal.seq)" }
      if let tip = tips[seal.stream], tip.seq != seal.seq {
        return "the seal of \(seal.stream) ends at seq \(seal.seq), its lines at \(tip.seq)"
      }
    }
    if let bare = tips.keys.filter({ !sealed.contains($0) }).min() { return "no seal of \(bare)" }
    return nil
  }
}
