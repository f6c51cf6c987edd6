import Crypto
import ReplicaStore
import SyncCore
import SyncProtocol

/// Judges the entries of a hand-over file against what is held, without touching the store.
///
/// Per (stream, replica) the file's lines and skips and those held must make one chain from its origin, and every one the
/// file adds must lie at or below a seal of the device over that chain.
struct HandoverCheck {
  let tenant: TenantID
  let own: ReplicaID
  let key: (ReplicaID) -> Curve25519.Signing.PublicKey?

  private struct Chain {
    var digests: [Int: SyncCore.Digest] = [:]
    var added: Set<Int> = []
    var seals: [Seal] = []
  }

  /// - Parameter held: the evidence of each stream the file covers.
  func judge(_ file: HandoverFile, held: [StreamID: StreamEvidence]) throws(HandoverRefusal) {
    for stream in file.streams {
      guard let evidence = held[stream] else { throw .notYourDossier(stream) }
      var chains: [ReplicaID: Chain] = [:]
      for (replica, steps) in evidence.chains {
        chains[replica] = Chain(digests: Dictionary(uniqueKeysWithValues: steps.map { ($0.id.seq, $0.digest) }))
      }
      for entry in file.entries where entry.stream == stream { try add(entry, to: &chains) }
      for (replica, chain) in chains.sorted(by: { $0.key < $1.key }) where replica != own {
        try judge(chain, of: replica, in: stream)
      }
    }
  }

  private func add(_ entry: LogEntry, to chains: inout [ReplicaID: Chain]) throws(HandoverRefusal) {
    let id: ChangeID
    let digest: SyncCore.Digest
    switch entry.content {
    case .line(let line): (id, digest) = (line.id, line.digest)
    case .skip(_, let skipped, let skippedDigest): (id, digest) = (skipped, skippedDigest)
    case .seal(let seal):
      chains[seal.through.replica, default: Chain()].seals.append(seal)
      return
    }
    if let known = chains[id.replica]?.digests[id.seq] {
      guard known == digest else { throw .differs(id) }
      return
    }
    chains[id.replica, default: Chain()].digests[id.seq] = digest
    chains[id.replica, default: Chain()].added.insert(id.seq)
  }

  private func judge(_ chain: Chain, of replica: ReplicaID, in stream: StreamID) throws(HandoverRefusal) {
    if chain.added.isEmpty, chain.seals.isEmpty { return }
    guard let key = key(replica) else { throw .unknownDevice(replica) }
    let sealed = chain.seals.map(\.through.seq).max() ?? 0
    guard (chain.added.max() ?? 0) <= sealed else { throw .unsealed(replica, stream) }
    let seals = Dictionary(grouping: chain.seals, by: \.through.seq)
    var link = Link.origin(tenant: tenant, stream: stream, replica: replica)
    var met = 0
    for (seq, digest) in chain.digests.sorted(by: { $0.key < $1.key }) {
      link = link.next(seq: seq, line: digest)
      for seal in seals[seq] ?? [] {
        guard seal.verifies(link: link, key: key) else { throw .wrongSeal(replica, stream) }
        met += 1
      }
    }
    // A seal at a seq where nothing stands cannot be checked, so it proves nothing.
    guard met == chain.seals.count else { throw .wrongSeal(replica, stream) }
  }
}
