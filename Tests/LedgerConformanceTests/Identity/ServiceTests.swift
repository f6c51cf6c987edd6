import AuditModel
import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `accounts of other tools` {
  private func join(_ house: House, _ code: String, _ user: UserID) async throws -> FieldDevice {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 4, count: 32))
    let replica = ReplicaID(bits: 44)
    let request = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation))
    let answer = try #require(JoinAnswer(reading: try await house.server.join(request.body).get()))
    let header = try await house.token(
      TestSignIn(answer, replica: replica, key: key, at: house.clock.now() / 1_000))
    return FieldDevice(
      server: house.server, principal: try await house.server.authenticate(authorization: header).get(),
      answer: answer, user: user, replica: replica, key: key, random: SeededGenerator(seed: 3))
  }

  @Test(arguments: LedgerKind.allCases)
  func `L4 a service sees and writes the streams named for it, whatever its role would see`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let (dossier, other) = (try #require(Sample.dossier), try #require(Sample.otherDossier))
    let office = try await house.device("Dominique Laurent", [.office, .auditor], seed: 6)
    for stream in [dossier, other] { try office.write(stream, [try Sample.title("x")]) }
    try await office.sync()
    let service = try await house.server.addService(
      name: "Facturation", roles: [.office, .auditor], streams: [dossier])
    let device = try await join(house, service.code, service.user)
    try await device.sync()
    let organisation = try #require(Sample.organisation)
    #expect(device.entered.subtracting([organisation]) == [.directory, dossier])
    try device.write(dossier, [try Sample.title("by a tool", over: [ChangeID(replica: office.replica, seq: 1)])])
    try device.write(other, [try Sample.title("not its own", over: [ChangeID(replica: office.replica, seq: 2)])])
    try device.write(try #require(StreamID.dossier(scheme: "qualiopi", key: "900000035")), [try Sample.title("new")])
    _ = try await device.exchange()
    guard case .accepted = device.receipts[1] else {
      Issue.record("its own stream was refused: \(device.receipts)")
      return
    }
    for seq in [2, 3] {
      guard case .refused(let code, _) = device.receipts[seq] else {
        Issue.record("line \(seq) was admitted")
        continue
      }
      #expect(code == .outOfScope)
    }
    guard
      case .failure(let problem) = await house.server.stream("\(other)", offset: nil, limit: nil, as: device.principal)
    else {
      Issue.record("another's stream was given out")
      return
    }
    #expect(problem.code == .notFound, "404, never 403: that it exists is not said")
  }

  @Test(arguments: LedgerKind.allCases)
  func `a service without named streams sees what its role sees and opens none`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let (dossier, other) = (try #require(Sample.dossier), try #require(Sample.otherDossier))
    let office = try await house.device("Dominique Laurent", [.office, .auditor], seed: 6)
    try office.write(dossier, [try Sample.title("x")])
    try await office.sync()
    let service = try await house.server.addService(name: "Suivi", roles: [.office, .auditor], streams: [])
    let device = try await join(house, service.code, service.user)
    try await device.sync()
    #expect(device.entered.isSuperset(of: [.directory, dossier]))
    try device.write(dossier, [try Sample.title("by a tool", over: [ChangeID(replica: office.replica, seq: 1)])])
    try device.write(other, [try Sample.title("new")])
    _ = try await device.exchange()
    guard case .accepted = device.receipts[1], case .refused(.outOfScope, _) = device.receipts[2] else {
      Issue.record("\(device.receipts)")
      return
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `only dossiers and organisations are named, and no more than the limit`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    await #expect(throws: AdministrationFault.notAssignable(.office)) {
      _ = try await house.server.addService(name: "x", roles: [.office], streams: [.office])
    }
    func streams(_ count: Int) -> Set<StreamID> {
      Set((0..<count).compactMap { StreamID.dossier(scheme: "qualiopi", key: "k\($0)") })
    }
    _ = try await house.server.addService(
      name: "x", roles: [.office], streams: streams(ServerLimits.serviceStreamsMax))
    await #expect(throws: AdministrationFault.tooManyStreams) {
      _ = try await house.server.addService(
        name: "x", roles: [.office], streams: streams(ServerLimits.serviceStreamsMax + 1))
    }
  }
}
