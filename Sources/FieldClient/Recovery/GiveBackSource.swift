import ReplicaStore
import SyncCore
import SyncProtocol

/// The chains of one stream with their seals, from the store or from a hand-over file.
struct GiveBackSource {
  /// Lines and skips, ascending.
  let chains: [ReplicaID: [LogEntry]]
  let seals: [Seal]

  /// From the store; a refused line goes by its digest alone.
  /// - Throws: `storeDamaged` for a line that is none.
  init(_ held: HeldChains) throws {
    chains = try held.chains.mapValues { steps in
      try steps.map { step in
        guard let bytes = step.bytes, step.refused == nil else {
          return LogEntry(
            position: 0, received: 0, content: .skip(stream: held.stream, id: step.id, digest: step.digest))
        }
        do throws(ChangeFault) {
          return LogEntry(
            position: step.position ?? 0, received: step.received ?? 0, content: .line(try ChangeLine(bytes)))
        } catch {
          throw ReplicaStoreError.storeDamaged(detail: "line \(step.id): \(error.code)")
        }
      }
    }
    seals = held.seals
  }

  /// From the entries of a file.
  init(_ entries: [LogEntry], of stream: StreamID) {
    let own = entries.filter { $0.stream == stream }
    var chains: [ReplicaID: [LogEntry]] = [:]
    for entry in own { if let id = entry.changeID { chains[id.replica, default: []].append(entry) } }
    self.chains = chains.mapValues { chain in chain.sorted { $0.changeID?.seq ?? 0 < $1.changeID?.seq ?? 0 } }
    seals = own.compactMap { if case .seal(let seal) = $0.content { seal } else { nil } }
  }
}
