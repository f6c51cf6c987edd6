import AuditModel
import AuditSchema
import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `taking devices back and changing keys` {
  private func assigned(_ house: House, seed: UInt64) async throws -> FieldDevice {
    let device = try await house.device("Camille Renaud", [.auditor], seed: seed)
    try await house.server.assign(device.user, streams: [try #require(Sample.dossier)])
    return device
  }

  private func signIn(_ device: FieldDevice, _ house: House, _ id: String) -> TestSignIn {
    TestSignIn(device.answer, replica: device.replica, key: device.key, at: house.clock.now() / 1_000, id: id)
  }

  @Test(arguments: LedgerKind.allCases)
  func `what a device pushes after its revocation goes to quarantine, and it receives signed leaves and nothing else`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let device = try await assigned(house, seed: 5)
    let dossier = try #require(Sample.dossier)
    try device.write(dossier, [try Sample.title("before")])
    try await device.sync()
    #expect(device.receipts[1] == .accepted(position: device.receipts[1]?.position ?? 0))
    let position = try await house.server.revoke(device: device.replica)
    // It still gets a token: it has work to hand in.
    _ = try await house.token(signIn(device, house, "after"))
    try device.write(dossier, [try Sample.title("after")])
    let answer = try await device.exchange()
    guard case .refused = device.receipts[2] else {
      Issue.record("a revoked device's line was admitted")
      return
    }
    #expect(answer.entries.isEmpty && answer.enters.isEmpty)
    #expect(Set(answer.leaves).isSuperset(of: [dossier, .directory]))
    let key = try Curve25519.Signing.PublicKey(rawRepresentation: device.answer.serverKey)
    for case .leave(let leave) in answer.frames {
      let message = Leave.message(
        tenant: device.answer.tenant, replica: device.replica, stream: leave.stream, epoch: leave.epoch,
        position: leave.position)
      #expect(leave.epoch == 1 && leave.position >= position && key.isValidSignature(leave.signature, for: message))
    }
    #expect(try await house.server.quarantine().map(\.id.seq) == [2])
    // The line before stands, and its receipt is the same for ever.
    let again = try device.request(from: 1, count: 2, limit: 10)
    let repeated = try Answer(try await house.server.exchange(again.body, as: device.principal).get())
    #expect(repeated.receipts[1] == device.receipts[1])
    #expect(try await house.server.revoke(device: device.replica) == house.server.lastPosition(), "once is enough")
  }

  @Test(arguments: LedgerKind.allCases)
  func `somebody deactivated hands in to quarantine from every device`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let device = try await assigned(house, seed: 5)
    let second = try await house.device(of: device.user, seed: 6)
    try await device.sync()
    try await house.server.deactivate(device.user)
    for one in [device, second] {
      try one.write(try #require(Sample.dossier), [try Sample.title("late")])
      _ = try await one.exchange()
      guard case .refused = one.receipts[1] else {
        Issue.record("a line of somebody deactivated was admitted")
        continue
      }
    }
    await #expect(throws: AdministrationFault.unknownUser(device.user)) { try await house.server.invite(device.user) }
  }

  @Test(arguments: LedgerKind.allCases)
  func `devices are listed with the fingerprint their owners read out, without the server and the consoles`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let device = try await assigned(house, seed: 5)
    let other = try await house.device("Alex Morel", [.auditor], seed: 6)
    _ = try await device.exchange()
    try await house.server.declareLost(device: other.replica)
    let list = try await house.server.devices()
    #expect(Set(list.map(\.device)) == [device.replica, other.replica])
    let mine = try #require(list.first { $0.device == device.replica })
    #expect(mine.fingerprint == KeyFingerprint(Array(device.key.publicKey.rawRepresentation)))
    #expect(mine.name == "Camille Renaud" && !mine.isLost && !mine.isRevoked)
    #expect(mine.lastHeard == house.clock.now())
    #expect(list.first { $0.device == other.replica }?.isLost == true)
    let server = device.answer.serverReplica
    await #expect(throws: AdministrationFault.unknownDevice(server)) { try await house.server.revoke(device: server) }
    let nobody = ReplicaID(bits: 4_711)
    await #expect(throws: AdministrationFault.unknownDevice(nobody)) {
      try await house.server.revoke(device: nobody)
    }
  }

  private func rotation(
    _ device: FieldDevice, to key: Curve25519.Signing.PrivateKey, replica: ReplicaID,
    consent: Curve25519.Signing.PrivateKey? = nil
  ) throws -> [UInt8] {
    let publicKey = Array(key.publicKey.rawRepresentation)
    let proof = KeyRotationRequest.proof(tenant: device.answer.tenant, replica: replica, publicKey: publicKey)
    return KeyRotationRequest(
      replica: replica, publicKey: publicKey, signature: Array(try key.signature(for: proof)),
      consent: Array(try (consent ?? device.key).signature(for: proof))
    ).body
  }

  @Test(arguments: LedgerKind.allCases)
  func `after a change of key the new one alone gets tokens, and old seals verify as before`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let device = try await assigned(house, seed: 5)
    let dossier = try #require(Sample.dossier)
    try device.write(dossier, [try Sample.title("by the old key")])
    try await device.sync()
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32))
    let replica = ReplicaID(bits: 99)
    let body = try rotation(device, to: key, replica: replica)
    let answer = try await house.server.changeKey(body, as: device.principal).get()
    #expect(KeyRotationAnswer(reading: answer)?.replica == replica)
    #expect(try await house.server.changeKey(body, as: device.principal).get() == answer, "L6")
    guard case .failure(let problem) = await house.server.token(try signIn(device, house, "old").body) else {
      Issue.record("the old key got a token")
      return
    }
    #expect(problem.code == .badAssertion)
    let new = TestSignIn(device.answer, replica: replica, key: key, at: house.clock.now() / 1_000, id: "new")
    let principal = try await house.server.authenticate(authorization: house.token(new)).get()
    #expect(principal == device.principal, "it is the same device")
    let renewed = FieldDevice(
      server: house.server, principal: principal, answer: device.answer, user: device.user, replica: replica, key: key,
      random: SeededGenerator(seed: 8))
    try renewed.write(dossier, [try Sample.title("by the new key", over: [ChangeID(replica: device.replica, seq: 1)])])
    try await renewed.sync()
    guard case .accepted = renewed.receipts[1] else {
      Issue.record("the new replica's line was not admitted: \(renewed.receipts)")
      return
    }
    #expect(await house.server.verify().faults.isEmpty, "every seal verifies by the key of its replica")
    #expect(try await house.server.devices().map(\.replicas) == [[device.replica, replica].sorted()])
    // Taken back under any of its names, it is taken back under all.
    try await house.server.revoke(device: replica)
    try renewed.write(dossier, [try Sample.title("after")])
    _ = try await renewed.exchange()
    guard case .refused = renewed.receipts[2] else {
      Issue.record("a revoked device was admitted under its other name")
      return
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a key is changed with both keys' signatures, under a replica nobody has, by a device that may work`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let device = try await assigned(house, seed: 5)
    let other = try await house.device("Alex Morel", [.auditor], seed: 6)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 9, count: 32))
    func code(_ body: [UInt8]) async -> ProblemCode? {
      if case .failure(let problem) = await house.server.changeKey(body, as: device.principal) {
        problem.code
      } else {
        nil
      }
    }
    let replica = ReplicaID(bits: 99)
    #expect(await code(try rotation(device, to: key, replica: replica, consent: other.key)) == .badSeal)
    #expect(await code(try rotation(device, to: device.key, replica: replica)) == .badSeal)
    for taken in [other.replica, device.replica, device.answer.serverReplica] {
      #expect(await code(try rotation(device, to: key, replica: taken)) == .foreignReplica)
    }
    #expect(await code([]) == .malformed)
    try await house.server.revoke(device: device.replica)
    #expect(await code(try rotation(device, to: key, replica: replica)) == .notFound)
  }
}

extension Receipt {
  fileprivate var position: Int? { if case .accepted(let position) = self { position } else { nil } }
}
