import Crypto
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// What another program on the client libraries asks of them.
struct EmbeddingTests {
  private static let serverKey = Curve25519.Signing.PrivateKey()

  private final class Door: Transport {
    let answer: TransportResponse
    let asked = Mutex<[TransportRequest]>([])
    init(status: Int, _ body: [UInt8]) {
      answer = TransportResponse(status: status, headers: [], body: body, wireBytes: body.count)
    }
    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
      asked.withLock { $0.append(request) }
      return answer
    }
  }

  /// A path in a folder of its own.
  private static func place() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("profile.sqlite").path
  }

  private static func createProfile(at path: String, _ door: Door, key: Curve25519.Signing.PrivateKey) async throws
    -> ReplicaStore
  {
    try await JoinClient.createProfile(
      at: path, server: "https://sync.example.fr", code: "abcd-efgh", transport: door, replica: ReplicaID(bits: 7),
      key: key)
  }

  @Test func `joining creates the profile the server's answer describes, once`() async throws {
    let user = try #require(UserID("u-4KX2"))
    let answer = JoinAnswer(
      tenant: Bench.tenant, user: user, epoch: 7, serverReplica: Bench.serverReplica,
      serverKey: Array(Self.serverKey.publicKey.rawRepresentation), serverTime: 1)
    let door = Door(status: 200, answer.body)
    let path = try Self.place()
    let key = Curve25519.Signing.PrivateKey()
    let identity = try await Self.createProfile(at: path, door, key: key).identity
    #expect(identity.tenant == Bench.tenant)
    #expect(identity.user == user)
    #expect(identity.replica == ReplicaID(bits: 7))
    #expect(identity.token.isEmpty && identity.epoch == 7)
    #expect(identity.serverURL == "https://sync.example.fr")
    #expect(identity.deviceKey.rawRepresentation == key.rawRepresentation)
    #expect(identity.serverKey.rawRepresentation == Self.serverKey.publicKey.rawRepresentation)
    let sent = try #require(door.asked.withLock { $0.first })
    #expect(JoinRequest(reading: sent.body)?.publicKey == Array(key.publicKey.rawRepresentation))

    await #expect(throws: ReplicaStoreError.profileExists) { try await Self.createProfile(at: path, door, key: key) }
    #expect(door.asked.withLock { $0.count } == 1, "no code is spent where a profile is")
  }

  @Test func `a device that is not let in has no profile and is told why`() async throws {
    let path = try Self.place()
    let door = Door(status: 401, Problem(.badJoinCode, detail: "Spent.").body)
    let refusal = await #expect(throws: JoinRefusal.self) {
      try await Self.createProfile(at: path, door, key: Curve25519.Signing.PrivateKey())
    }
    #expect(refusal?.code == "bad-join-code")
    #expect(refusal?.english.contains("Ask the office for another") == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a write at the desk names what was displayed and not what a sync brought since`() async throws {
    let team = try await Team.started()
    let item = try #require(EntityID("audit/A1/item/17"))
    let shown = try team.anne.grade("conform", on: item)
    try await team.anne.sync()
    try await team.bruno.sync()
    let store = team.bruno.store
    try store.shown([shown.id], field: "grade", entity: item, stream: Bench.dossier)
    let unseen = try team.anne.grade("major", on: item)
    try await team.anne.sync()
    try await team.bruno.sync()

    var random = SeededGenerator(seed: 3)
    let line = try store.captureAtDesk(stream: Bench.dossier, time: 1, random: &random) { desk in
      desk.grade(item, "minor", comment: nil, lack: nil)
    }
    #expect(line?.change.operations.map(\.over).contains { $0.contains(unseen.id) } == false)
    #expect(try store.fold(Bench.dossier).field("grade", of: item, schema: TestSchema())?.heads.count == 2)
    let nothing = try store.captureAtDesk(stream: Bench.dossier, time: 2, random: &random) { _ in [] }
    #expect(nothing == nil)
  }
}
