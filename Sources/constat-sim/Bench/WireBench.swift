import AuditModel
import AuditDesk
import FieldClient
import Foundation
import Gzip
import Simulation
import SyncCore
import SyncProtocol
import Synchronization

/// Bytes a change takes on the wire, both ways: the bodies of real exchanges between a real store and the real core,
/// compressed as the HTTP rims compress them, shared among the changes they carry (DESIGN §13).
struct WireBench: BenchSection {
  static let name = "wire"

  /// Changes of one push.
  private static let pushes = [1, 10, 100, 500]
  /// Dossiers the auditor works on.
  private static let dossiers = 10

  /// Runs it all; each run is another seed's days of work.
  func rows(runs: Int) async throws -> [BenchRow] {
    var samples: [String: [Sample]] = [:]
    for run in 0..<runs {
      for sample in try await oneRun(seed: UInt64(run) + 1) { samples[sample.work, default: []].append(sample) }
    }
    return samples.values.sorted { $0[0].order < $1[0].order }.map { samples in
      let bytes = samples.compactMap(\.bytes)
      let beside = bytes.isEmpty ? nil : BenchRow(samples[0].bytesWork, bytes, .bytes)
      return BenchRow(
        samples[0].work, samples.map(\.value), samples[0].scale, floor: samples[0].floor, beside: beside)
    }
  }

  private struct Sample {
    let order: Int
    let work: String
    let value: Double
    var scale = BenchScale.bytes
    var floor: Double?
    /// Bytes of a change, before or after.
    var bytes: Double?
    var bytesWork = "plain"
  }

  private func oneRun(seed: UInt64) async throws -> [Sample] {
    var field = try await WireField(seed: seed, dossiers: Self.dossiers)
    defer { field.clean() }
    var samples: [Sample] = []
    for (order, changes) in Self.pushes.enumerated() {
      let body = try await field.push(changes)
      let packed = Gzip.compress(body, level: .fast)
      samples.append(
        Sample(
          order: order, work: "on the wire, a change of a push of \(changes)",
          value: Double(packed.count) / Double(changes),
          // One change alone still brings a header, a digest, a bookmark and a seal.
          floor: changes < 10 ? nil : 150, bytes: Double(body.count / changes)))
      if changes == 100 { samples += Self.levels(of: body, changes: changes, order: 10) }
    }
    while field.written < ProtocolLimits.pageEntriesMax { _ = try await field.push(ProtocolLimits.pushLinesMax) }
    let page = try await field.firstFullPage()
    let packed = Gzip.compress(page.body, level: .fast)
    samples.append(
      Sample(
        order: 5, work: "on the wire, a change of a page of \(ProtocolLimits.pageEntriesMax) entries",
        value: Double(packed.count) / Double(page.changes), floor: 150,
        bytes: Double(page.body.count / page.changes)))
    samples += Self.levels(of: page.body, changes: page.changes, order: 20)
    return samples
  }

  /// What each level costs and gives on one body.
  private static func levels(of body: [UInt8], changes: Int, order: Int) -> [Sample] {
    let size = changes > 100 ? "a page" : "a push of \(changes)"
    var samples: [Sample] = []
    for (place, level) in [Gzip.Level.fast, .balanced].enumerated() {
      var packed: [UInt8] = []
      let time = ContinuousClock().measure { packed = Gzip.compress(body, level: level) }
      samples.append(
        Sample(
          order: order + place, work: "gzip -\(level.rawValue) of \(size)", value: time / .microseconds(1),
          scale: .microseconds,
          bytes: Double(packed.count / changes), bytesWork: "packed, a change"))
    }
    let packed = Gzip.compress(body)
    let time = ContinuousClock().measure {
      // What was compressed above comes out again; a fault here would be one of the bench's own.
      do { _ = try Gzip.decompress(packed, limitBytes: body.count) } catch { preconditionFailure("\(error)") }
    }
    samples.append(
      Sample(order: order + 2, work: "gunzip of \(size)", value: time / .microseconds(1), scale: .microseconds))
    return samples
  }
}
