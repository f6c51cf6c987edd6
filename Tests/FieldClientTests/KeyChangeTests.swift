import Crypto
import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A new key in the place of the old one, over a wire that may break anywhere.
struct KeyChangeTests {
  /// Gives tokens to whichever key the scripted server takes, and changes it.
  private final class Door: Transport {
    struct State {
      var holder: ReplicaID
      var losesAnswer = false
      var asked: [KeyRotationRequest] = []
    }

    let state: Mutex<State>
    init(holder: ReplicaID) { state = Mutex(State(holder: holder)) }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
      let (answer, isLost) = state.withLock { reply(to: request, &$0) }
      if isLost { throw .cut("the answer was lost") }
      return answer
    }

    private func reply(to request: TransportRequest, _ state: inout State) -> (TransportResponse, Bool) {
      func response(_ status: Int, _ type: String, _ body: [UInt8]) -> TransportResponse {
        TransportResponse(
          status: status, headers: [TransportHeader("content-type", type)], body: body, wireBytes: body.count)
      }
      if request.target == ProtocolPath.token {
        let assertion = TokenRequest(reading: request.body).flatMap { TokenAssertion(reading: $0.assertion) }
        guard assertion?.replica == state.holder else {
          return (response(401, Problem.mediaType, Problem(.badAssertion, detail: "another key").body), false)
        }
        return (response(200, MediaType.json, TokenAnswer(token: "t", expiresInSeconds: 600).body), false)
      }
      guard let rotation = KeyRotationRequest(reading: request.body) else {
        return (response(400, Problem.mediaType, Problem(.malformed, detail: "x").body), false)
      }
      state.asked.append(rotation)
      state.holder = rotation.replica
      defer { state.losesAnswer = false }
      return (response(200, MediaType.json, KeyRotationAnswer(replica: rotation.replica).body), state.losesAnswer)
    }
  }

  private func change(_ store: ReplicaStore, _ door: Door, to bits: UInt64) async throws -> [UInt8] {
    var random = SeededGenerator(seed: 1)
    return try await KeyChange(store: store, transport: door).run(
      to: Curve25519.Signing.PrivateKey(), replica: ReplicaID(bits: bits), now: 1_000, random: &random)
  }

  @Test func `the profile goes on as a new replica with the key the server was told, both keys having signed`()
    async throws
  {
    let store = try Bench.store()
    let before = try store.identity
    let door = Door(holder: before.replica)
    let publicKey = try await change(store, door, to: 0xD)
    let after = try store.identity
    #expect(after.replica == ReplicaID(bits: 0xD) && after.keyHolder == after.replica && after.token.isEmpty)
    #expect(Array(after.deviceKey.publicKey.rawRepresentation) == publicKey)
    let asked = try #require(door.state.withLock { $0.asked.first })
    let proof = KeyRotationRequest.proof(tenant: Bench.tenant, replica: asked.replica, publicKey: asked.publicKey)
    #expect(after.deviceKey.publicKey.isValidSignature(asked.signature, for: proof))
    #expect(before.deviceKey.publicKey.isValidSignature(asked.consent, for: proof))
    #expect(try store.nextKey == nil)
  }

  @Test func `L6 after a lost answer the same new key is taken up, not a third one`() async throws {
    let store = try Bench.store()
    let old = try store.identity.deviceKey.rawRepresentation
    let door = Door(holder: try store.identity.replica)
    door.state.withLock { $0.losesAnswer = true }
    await #expect(throws: KeyChange.Refusal.self) { try await change(store, door, to: 0xD) }
    #expect(try store.identity.deviceKey.rawRepresentation == old, "until it is known, the old key stays")
    let told = try #require(door.state.withLock { $0.asked.first?.publicKey })
    #expect(try await change(store, door, to: 0xE) == told)
    #expect(try store.identity.replica == ReplicaID(bits: 0xD))
    #expect(door.state.withLock { Set($0.asked.map(\.publicKey)) } == [told])
  }

  @Test func `lines that wait go first: they are sealed with the old key`() async throws {
    let store = try Bench.store()
    var random = SeededGenerator(seed: 2)
    try store.grade("minor", using: &random)
    let door = Door(holder: try store.identity.replica)
    await #expect(throws: KeyChange.Refusal.unsent(lines: 1)) { try await change(store, door, to: 0xD) }
    #expect(try store.nextKey == nil && door.state.withLock { $0.asked.isEmpty })
  }
}
