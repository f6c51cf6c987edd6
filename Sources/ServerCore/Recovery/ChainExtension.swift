import Crypto
import SyncCore

/// How far what a device gives back prolongs one chain: a function of the chain held, the steps and the seals given.
struct ChainExtension {
  /// The last seq that a seal which holds covers; that of the chain held when none does.
  private(set) var covered: Int
  /// The seals that hold, by the seq they cover through.
  private(set) var seals: [Int: Seal] = [:]

  /// - Parameters:
  ///   - steps: seqs beyond the chain held with the digests there, ascending.
  ///   - key: the replica's; without one nothing is covered.
  init(
    _ held: ChainState, steps: [(seq: Int, digest: SyncCore.Digest)], seals given: [Seal],
    key: Curve25519.Signing.PublicKey?
  ) {
    covered = held.seq
    guard let key else { return }
    let bySeq = Dictionary(grouping: given, by: \.through.seq)
    var link = held.link
    for step in steps {
      link = link.next(seq: step.seq, line: step.digest)
      guard
        let seal = bySeq[step.seq]?.prefix(ServerLimits.sealsTriedPerSeqMax).first(where: {
          $0.verifies(link: link, key: key)
        })
      else { continue }
      seals[step.seq] = seal
      covered = step.seq
    }
  }
}
