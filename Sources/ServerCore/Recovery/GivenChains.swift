import Crypto
import SyncCore
import SyncProtocol

/// What a recovery request gives of one stream, sorted by what each entry is to the chains held.
struct GivenChains {
  /// What an entry is.
  enum Standing {
    /// At or before the end of the chain held.
    case known
    /// Beyond it, and covered by a seal that holds.
    case covered
    /// Beyond it, and covered by none.
    case bare
  }

  private var held: [ReplicaID: Int] = [:]
  private var extensions: [ReplicaID: ChainExtension] = [:]
  /// Seqs given twice beyond the chain held: the first stands.
  private var repeated: Set<Int> = []

  /// - Parameters:
  ///   - stops: whether a step ends what may be taken of its chain, whatever is sealed.
  init(
    _ entries: [LogEntry], chain: (ReplicaID) throws -> ChainState,
    key: (ReplicaID) throws -> Curve25519.Signing.PublicKey?, stops: (LogEntry, ChangeID) throws -> Bool
  ) throws {
    var steps: [ReplicaID: [(seq: Int, digest: SyncCore.Digest)]] = [:]
    var seals: [ReplicaID: [Seal]] = [:]
    var states: [ReplicaID: ChainState] = [:]
    var ended: Set<ReplicaID> = []
    for (place, entry) in entries.enumerated() {
      if case .seal(let seal) = entry.content { seals[seal.through.replica, default: []].append(seal) }
      guard let (id, digest) = entry.step else { continue }
      let state = try states[id.replica] ?? chain(id.replica)
      states[id.replica] = state
      guard id.seq > state.seq else { continue }
      guard id.seq > steps[id.replica]?.last?.seq ?? state.seq else {
        repeated.insert(place)
        continue
      }
      if try stops(entry, id) { ended.insert(id.replica) }
      if !ended.contains(id.replica) { steps[id.replica, default: []].append((id.seq, digest)) }
    }
    for (replica, state) in states {
      held[replica] = state.seq
      extensions[replica] = ChainExtension(
        state, steps: steps[replica] ?? [], seals: seals[replica] ?? [], key: try key(replica))
    }
  }

  /// What the entry at a place of the request is; nil for a seal.
  func standing(_ id: ChangeID, at place: Int) -> Standing {
    if id.seq <= held[id.replica] ?? 0 { return .known }
    return !repeated.contains(place) && id.seq <= extensions[id.replica]?.covered ?? 0 ? .covered : .bare
  }

  /// The seal that ends at a step.
  func seal(through id: ChangeID) -> Seal? { extensions[id.replica]?.seals[id.seq] }

  /// Whether anything of a chain is covered.
  func covers(_ replica: ReplicaID) -> Bool { extensions[replica].map { $0.covered > held[replica] ?? 0 } ?? false }
}

extension LogEntry {
  /// The link of a chain it makes: name and digest of its line; nil for a seal.
  var step: (id: ChangeID, digest: SyncCore.Digest)? {
    switch content {
    case .line(let line): (line.id, line.digest)
    case .skip(_, let id, let digest): (id, digest)
    case .seal: nil
    }
  }
}
