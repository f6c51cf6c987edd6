import AuditModel
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import ServerCore
import Simulation
import SyncCore
import Testing

struct WorldTests {
  @Test func `two devices of one team agree after each has synced, over a network that loses an answer`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try SimulatedServer(
      tenant: try #require(TenantID("certifier")), clock: VirtualClock(milliseconds: 1_790_000_000_000), seed: 1)
    let stream = try #require(StreamID("dossier.qualiopi.130002850"))
    let entity = try #require(EntityID("audit/A1/item/17"))
    var devices: [SimulatedDevice] = []
    for (number, name) in ["first", "second"].enumerated() {
      let place = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let user = try await server.core.addUser(name: name, roles: [.auditor])
      try await server.core.assign(user, streams: [stream])
      let code = try await server.core.invite(user).code
      let device = try await SimulatedDevice.join(
        name: name, code: code, server: server, folder: place.path, seed: UInt64(number))
      try await device.sync()
      devices.append(device)
    }
    try devices[0].capture(stream) { desk in [desk.write("comment", on: entity, "seen on site")] }
    devices[0].link.plan { number, _ in number == 3 ? .responseLost : nil }
    let report = try await devices[0].sync()
    #expect(report.retries == 1)
    try await devices[1].sync()
    let folds = try devices.map { try $0.store.fold(stream) }
    #expect(folds[0].held.count == 1)
    #expect(folds[0] == folds[1])
  }
}
