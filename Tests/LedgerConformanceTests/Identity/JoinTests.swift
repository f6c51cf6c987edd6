import AuditModel
import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `joining a device` {
  private func body(_ code: String, seed: UInt8, replica: UInt64 = 9) throws -> [UInt8] {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: seed, count: 32))
    return JoinRequest(
      code: code, replica: ReplicaID(bits: replica), publicKey: Array(key.publicKey.rawRepresentation)
    ).body
  }

  private func code(_ result: Result<[UInt8], Problem>) -> ProblemCode? {
    if case .failure(let problem) = result { problem.code } else { nil }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a code is good once, for one device, whatever its spelling`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let user = try await house.server.addUser(name: "Camille Renaud", roles: [.auditor])
    let shown = try await house.server.invite(user).code
    #expect(shown.utf8.count == 31)
    let typed = shown.lowercased().split(separator: "-").joined(separator: " ")
    let answer = try #require(JoinAnswer(reading: try await house.server.join(body(typed, seed: 1)).get()))
    #expect(answer.user == user)
    #expect(answer.epoch == 1)
    #expect(code(try await house.server.join(body(shown, seed: 2, replica: 10))) == .badJoinCode)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L6 a join whose answer was lost may be repeated, and says the same`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let user = try await house.server.addUser(name: "Camille Renaud", roles: [.auditor])
    let shown = try await house.server.invite(user).code
    let first = try await house.server.join(body(shown, seed: 1)).get()
    let position = await house.server.lastPosition()
    #expect(try await house.server.join(body(shown, seed: 1)).get() == first)
    #expect(await house.server.lastPosition() == position, "the device stands in the directory once")
  }

  @Test(arguments: LedgerKind.allCases)
  func `a code ends after fifteen minutes`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let user = try await house.server.addUser(name: "Camille Renaud", roles: [.auditor])
    let (shown, expires) = try await house.server.invite(user)
    #expect(expires == house.clock.now() + 900_000)
    house.clock.advance(milliseconds: 900_000)
    #expect(code(try await house.server.join(body(shown, seed: 1))) == .badJoinCode)
  }

  @Test(arguments: LedgerKind.allCases)
  func `wrong codes are answered ten times a minute, then not at all`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let user = try await house.server.addUser(name: "Camille Renaud", roles: [.auditor])
    let shown = try await house.server.invite(user).code
    for _ in 0..<ProtocolLimits.joinAttemptsPerMinuteMax {
      #expect(code(try await house.server.join(body("WRONG", seed: 1))) == .badJoinCode)
    }
    #expect(code(try await house.server.join(body(shown, seed: 1))) == .tooManyRequests)
    house.clock.advance(milliseconds: 60_000)
    #expect(code(try await house.server.join(body(shown, seed: 1))) == nil)
  }

  @Test(arguments: LedgerKind.allCases)
  func `nobody takes over another's replica, the server's least of all`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 5)
    let other = try await house.server.addUser(name: "Alex Morel", roles: [.auditor])
    for replica in [device.replica, device.answer.serverReplica] {
      let shown = try await house.server.invite(other).code
      #expect(code(try await house.server.join(body(shown, seed: 1, replica: replica.bits))) == .foreignReplica)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a token nobody was given is unauthenticated, however it is shown`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    for header in [
      nil, "", "Bearer", "Bearer ", "Basic eA==", "Bearer x y", "Bearer " + String(repeating: "a", count: 2_000),
    ] {
      guard case .failure(let problem) = await house.server.authenticate(authorization: header) else {
        Issue.record("a stranger was let in by \(header ?? "nothing")")
        continue
      }
      #expect(problem.code == .unauthenticated)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a body that is no join request is malformed`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    #expect(code(await house.server.join(Array("{}".utf8))) == .malformed)
  }
}
