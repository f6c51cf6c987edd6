import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import ServerCore
import Simulation
import SyncCore
import Testing

/// Replicas of the central office on one simulated server, each with a store in a folder that goes with the test.
final class OfficeDesks {
  let server: SimulatedServer
  private(set) var desks: [SimulatedDevice] = []
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")

  init(_ count: Int) async throws {
    server = try SimulatedServer(
      tenant: try #require(TenantID("certifier")), clock: VirtualClock(milliseconds: 1_664_000_000_000), seed: 7)
    for number in 1...count {
      let place = folder.appendingPathComponent("desk-\(number)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let user = try await server.core.addUser(name: "Desk \(number)", roles: [.office])
      let desk = try await SimulatedDevice.join(
        name: "desk-\(number)", code: try await server.core.invite(user).code, server: server, folder: place.path,
        seed: UInt64(number))
      try await desk.sync()
      desks.append(desk)
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("left behind: \(folder.path)")  // a full disk is noticed elsewhere
    }
  }

  /// Syncs each desk in turn, twice over: what the last one brought reaches the first.
  func syncAll() async throws {
    for _ in 1...2 {
      for desk in desks {
        let report = try await desk.sync()
        #expect(report.end == .complete && report.refused.isEmpty && report.different.isEmpty && report.outbox == 0)
      }
    }
  }

  /// What every desk sees of the organisations, which must be one thing.
  func conflicts() throws -> [PlacedConflict] {
    var found: [[PlacedConflict]] = []
    var digests: [[SyncCore.Digest]] = []
    for desk in desks {
      let organisations = try desk.store.streams().filter { $0.description.hasPrefix("organisation.") }
      let folds = try organisations.map { try desk.store.fold($0) }
      found.append(folds.flatMap { $0.conflicts(schema: AuditSchema.current) })
      digests.append(folds.map { $0.stateDigest(schema: AuditSchema.current) })
    }
    #expect(Set(digests).count == 1, "desks that hold the same changes show different states")
    return found[0]
  }
}

extension SimulatedDevice {
  /// Sets fields of one establishment in one change, over what the desk shows.
  func establish(_ siret: String, _ values: [(field: FieldName, value: String)]) throws {
    let stream = try #require(StreamID.organisation(String(siret.prefix(9))))
    let site = try #require(EntityID("body/\(siret.prefix(9))/site/\(siret)"))
    try capture(stream) { desk in values.map { desk.write($0.field, on: site, .string($0.value)) } }
  }
}
