import ReplicaStore
import SyncCore

/// A line somebody was told is saved, under the name it bears now.
struct OracleSavedLine: Sendable {
  /// Its name; another one after the store went on as a new replica.
  var id: ChangeID
  var digest: SyncCore.Digest
  let stream: StreamID
  let time: Int64
  let by: UserID
  let steps: Int
  let isCrafted: Bool

  init(_ line: ChangeLine, isCrafted: Bool) {
    id = line.id
    digest = line.digest
    stream = line.change.stream
    time = line.change.time
    by = line.change.by
    steps = line.change.operations.count
    self.isCrafted = isCrafted
  }

  /// Whether a line says again what this one said.
  func isSaidAgain(by line: ChangeLine) -> Bool {
    line.change.was == id && line.change.stream == stream && line.change.time == time && line.change.by == by
      && line.change.operations.count == steps
  }
}

extension Oracle {
  /// Somebody was told that a line is saved.
  func saved(_ line: ChangeLine, on device: String, isCrafted: Bool) {
    withState { $0.saved[device, default: []].append(OracleSavedLine(line, isCrafted: isCrafted)) }
  }

  /// A disk was copied with all that was saved on it.
  func copied(_ device: String, to copy: String) { withState { $0.saved[copy] = $0.saved[device] } }

  /// L1: whatever was saved is on the device, or acknowledged and in the log.
  func judgeSaved(on device: String, store: ReplicaStore, when: String) throws {
    catchUp()
    var lines = withState { $0.saved[device] ?? [] }
    var again: [ChangeLine]?
    for place in lines.indices {
      if try holds(lines[place], store) { continue }
      if again == nil { again = try reissued(store) }
      if let now = again?.first(where: lines[place].isSaidAgain) {
        (lines[place].id, lines[place].digest) = (now.id, now.digest)
      } else {
        note([LawViolation(.L1, "\(lines[place].id) was saved on \(device) and is gone after \(when)")])
      }
    }
    withState { [lines] in $0.saved[device] = lines }
  }

  private func holds(_ saved: OracleSavedLine, _ store: ReplicaStore) throws -> Bool {
    let isAcknowledged = withState { state in
      let answer = state.receipts.answers[saved.id.description]
      guard answer?.digest == saved.digest, answer?.refused == nil else { return false }
      return state.log.line(saved.id.description)?.digest == saved.digest
    }
    return try isAcknowledged || store.line(saved.id)?.line.digest == saved.digest
  }

  /// Lines that say something again, on the device or in the log.
  private func reissued(_ store: ReplicaStore) throws -> [ChangeLine] {
    var lines = try store.outbox() + store.quarantine().map(\.line)
    for stream in try store.streams() { lines += try store.lines(of: stream).map(\.line) }
    return lines.filter { $0.change.was != nil }
  }

  /// L1 and L7 when all is over: each line saved is in the log, or refused and kept aside by the server.
  /// - Parameters:
  ///   - aside: the lines the server keeps aside, by name, with their digests and codes.
  ///   - forgivesCauses: whether an honest line may name what the server never accepted, because lines passed by file
  ///     or a disk was copied.
  func judgeEnd(aside: [String: (digest: SyncCore.Digest, code: String)], forgivesCauses: Bool) {
    catchUp()
    withState { state in
      for (device, lines) in state.saved.sorted(by: { $0.key < $1.key }) {
        for line in lines {
          let name = line.id.description
          if state.log.line(name)?.digest == line.digest {
            if line.isCrafted {
              state.violations.append(LawViolation(.L7, "\(name) may not be written, yet it stands"))
            }
            continue
          }
          guard let kept = aside[name], kept.digest == line.digest else {
            state.violations.append(
              LawViolation(.L1, "\(name), saved on \(device), is neither in the log nor kept aside by the server"))
            continue
          }
          let allowed = Self.honestRefusals.union(forgivesCauses ? Self.causalRefusals : [])
          if !line.isCrafted, !allowed.contains(kept.code) {
            state.violations.append(LawViolation(.L7, "the honest line \(name) of \(device) was refused: \(kept.code)"))
          }
        }
      }
      state.violations += state.log.unruled
    }
  }

  /// What authority and scope may refuse of work done in good faith.
  private static let honestRefusals: Set<String> = ["out-of-scope", "not-settler"]
  private static let causalRefusals: Set<String> = ["unknown-over", "seen-beyond-frontier"]
}
