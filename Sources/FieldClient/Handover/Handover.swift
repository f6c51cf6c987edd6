import Crypto
public import ReplicaStore
public import SyncCore
import SyncProtocol

/// Passes dossiers between two joined devices of one team by file, without a server (DESIGN §6).
public enum Handover {
  /// What reading a file did.
  public struct Report: Sendable, Equatable {
    /// The replica that wrote the file.
    public let from: ReplicaID
    /// When, by the sender's clock, milliseconds since 1970 UTC.
    public let written: Int64
    /// The streams it covers.
    public let streams: [StreamID]
    /// Lines newly stored.
    public let taken: Int
    /// Lines of others in the file that were held already.
    public let known: Int
    /// Lines of this device in the file, which it holds already or gets back from the server.
    public let own: Int
  }

  /// Writes the lines of some streams with their seals, the device's own chain freshly sealed.
  ///
  /// Lines of others go as far as they are sealed and verified here; a refused line goes by its digest alone.
  /// - Parameter written: the device's clock, milliseconds since 1970 UTC.
  /// - Throws: `ReplicaStoreError`; `HandoverRefusal.notYourDossier` for a stream never met; `tooLarge` past
  ///   `ProtocolLimits.handoverBytesMax`.
  public static func write(
    _ streams: [StreamID], of store: ReplicaStore, written: Int64
  ) throws -> [UInt8] {
    let identity = try store.identity
    let held = Set(try store.streams())
    let streams = Set(streams).sorted()
    var entries: [LogEntry] = []
    for stream in streams {
      guard held.contains(stream) else { throw HandoverRefusal.notYourDossier(stream) }
      let evidence = try store.evidence(of: stream)
      for (replica, steps) in evidence.chains.sorted(by: { $0.key < $1.key }) {
        var seals = evidence.seals.filter { $0.isVerified && $0.seal.through.replica == replica }.map(\.seal)
        if replica == identity.replica, let last = steps.last {
          seals = [try Seal(stream: stream, through: last.id, link: last.link, key: identity.deviceKey)]
        }
        guard let through = seals.map(\.through.seq).max() else { continue }
        for step in steps where step.id.seq <= through {
          entries.append(try entry(step, in: stream))
        }
        entries += seals.map { LogEntry(position: 0, received: 0, content: .seal($0)) }
      }
    }
    let bytes = HandoverFile(
      tenant: identity.tenant, from: identity.replica, streams: streams, written: written, entries: entries
    ).bytes
    guard bytes.count <= ProtocolLimits.handoverBytesMax else { throw HandoverRefusal.unreadable(.tooLarge) }
    return bytes
  }

  /// Reads a file: checks all of it, then takes it in one transaction, or refuses it whole.
  ///
  /// Reading it again changes nothing. What was taken is folded and shown; a line that later comes from the server with
  /// a position is the same line.
  /// - Parameter deviceKeys: the keys known from the directory, 32 bytes each.
  /// - Throws: `HandoverRefusal`, `ReplicaStoreError`; then nothing was taken.
  public static func read(
    _ bytes: [UInt8], into store: ReplicaStore, deviceKeys: [ReplicaID: [UInt8]]
  ) throws -> Report {
    let file: HandoverFile
    do throws(HandoverFault) {
      file = try HandoverFile(reading: bytes)
    } catch {
      throw HandoverRefusal.unreadable(error)
    }
    let identity = try store.identity
    guard file.tenant == identity.tenant else { throw HandoverRefusal.foreignTenant(file.tenant) }
    let whole = Set(try store.streams())
    var held: [StreamID: StreamEvidence] = [:]
    for stream in file.streams {
      guard whole.contains(stream) else { throw HandoverRefusal.notYourDossier(stream) }
      held[stream] = try store.evidence(of: stream)
    }
    for entry in file.entries where held[entry.stream] == nil { throw HandoverRefusal.undeclaredStream(entry.stream) }
    let keyring = DeviceKeyring(deviceKeys).lookup
    let check = HandoverCheck(tenant: identity.tenant, own: identity.replica) { replica in
      replica == identity.serverReplica ? identity.serverKey : keyring(replica)
    }
    try check.judge(file, held: held)
    let taken = try store.take(handedOver: file.entries, deviceKeys: keyring)
    let lines = file.entries.compactMap { entry in
      if case .line(let line) = entry.content { line.id.replica } else { nil }
    }
    let own = lines.filter { $0 == identity.replica }.count
    return Report(
      from: file.from, written: file.written, streams: file.streams, taken: taken, known: lines.count - own - taken,
      own: own)
  }

  private static func entry(_ step: ChainStep, in stream: StreamID) throws -> LogEntry {
    let content: LogEntry.Content
    if let bytes = step.bytes, step.refused == nil {
      do {
        content = .line(try ChangeLine(bytes))
      } catch {
        throw ReplicaStoreError.storeDamaged(detail: "line \(step.id): \(error.code)")
      }
    } else {
      content = .skip(stream: stream, id: step.id, digest: step.digest)
    }
    return LogEntry(position: step.position ?? 0, received: step.received ?? 0, content: content)
  }
}
