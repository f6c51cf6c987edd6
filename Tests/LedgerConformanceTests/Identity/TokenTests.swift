import AuditModel
import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `tokens for assertions` {
  /// A tenant with one device and the way to ask for a token of it.
  private struct Scene {
    let house: House
    let device: FieldDevice

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      device = try await house.device("Camille Renaud", [.auditor], seed: 5)
    }

    func signIn(_ id: String, at time: Int64? = nil, nonce: String? = nil) -> TestSignIn {
      TestSignIn(
        device.answer, replica: device.replica, key: device.key, at: time ?? house.clock.now() / 1_000, id: id,
        nonce: nonce)
    }

    /// The problem a request is answered with; nil for a token.
    func problem(_ signIn: TestSignIn) async throws -> Problem? {
      if case .failure(let problem) = await house.server.token(try signIn.body) { problem } else { nil }
    }

    func challenge() async throws -> Challenge {
      guard case .failure(let problem) = await house.server.authenticate(authorization: nil) else {
        throw LedgerFault.damaged("nobody was let in")
      }
      return try #require(problem.challenge)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a signed assertion gives a token that stands for the device and its user for ten minutes`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let header = try await scene.house.token(scene.signIn("a"))
    let principal = try await scene.house.server.authenticate(authorization: header).get()
    #expect(principal == scene.device.principal)
    scene.house.clock.advance(milliseconds: 599_999)
    #expect(try await scene.house.server.authenticate(authorization: header).get() == principal)
    scene.house.clock.advance(milliseconds: 1)
    guard case .failure(let problem) = await scene.house.server.authenticate(authorization: header) else {
      Issue.record("a token that ended was taken")
      return
    }
    #expect(problem.code == .unauthenticated)
    #expect(problem.challenge?.serverTime == scene.house.clock.now())
  }

  @Test(arguments: LedgerKind.allCases)
  func `no character of a token can be changed, and no other text of the server's is one`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let header = try await scene.house.token(scene.signIn("a"))
    let text = header.dropFirst(7)
    for place in stride(from: 0, to: text.count, by: 7) {
      let index = text.index(text.startIndex, offsetBy: place)
      let changed = text[..<index] + (text[index] == "A" ? "B" : "A") + text[text.index(after: index)...]
      #expect((try? await scene.house.server.authenticate(authorization: "Bearer \(changed)").get()) == nil)
    }
    _ = try await scene.device.exchange()
    for other in [scene.device.bookmark, try await scene.challenge().nonce] {
      #expect((try? await scene.house.server.authenticate(authorization: "Bearer \(other)").get()) == nil)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `an assertion is taken once`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    #expect(try await scene.problem(scene.signIn("a")) == nil)
    #expect(try await scene.problem(scene.signIn("a"))?.code == .badAssertion)
    // However late it is shown again, as long as it could still be taken.
    scene.house.clock.advance(milliseconds: 599_000)
    let same = scene.signIn("a", at: scene.house.clock.now() / 1_000 - 599)
    #expect(try await scene.problem(same)?.code == .badAssertion)
    #expect(try await scene.problem(scene.signIn("b")) == nil)
  }

  @Test(arguments: LedgerKind.allCases)
  func `an assertion holds from a minute before the server's clock until its end`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    scene.house.clock.advance(milliseconds: 3_600_000)
    let now = scene.house.clock.now() / 1_000
    let lead = Int64(ServerLimits.assertionLeadSecondsMax)
    for (time, isTaken) in [(now - 599, true), (now - 600, false), (now + lead, true), (now + lead + 1, false)] {
      let problem = try await scene.problem(scene.signIn("t\(time)", at: time))
      #expect(problem?.code == (isTaken ? nil : .badAssertion), "\(time - now)")
      #expect(isTaken || problem?.challenge != nil)
    }
    var long = scene.signIn("long")
    long.assertion.expires = now + 600
    #expect(try await scene.problem(long) == nil)
    long.assertion.id = "longer"
    long.assertion.expires = now + 601
    #expect(try await scene.problem(long)?.code == .badAssertion)
    long.assertion.expires = now
    #expect(try await scene.problem(long)?.code == .badAssertion)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L9 a clock decades off signs in over the server's nonce, once for each nonce and within five minutes`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    #expect(try await scene.problem(scene.signIn("old", at: 0))?.code == .badAssertion)
    for time: Int64 in [0, 2_208_988_800, -99] {
      let challenge = try await scene.challenge()
      #expect(try await scene.problem(scene.signIn("n\(time)", at: time, nonce: challenge.nonce)) == nil)
      #expect(
        try await scene.problem(scene.signIn("again\(time)", at: time, nonce: challenge.nonce))?.code
          == .badAssertion)
    }
    let challenge = try await scene.challenge()
    scene.house.clock.advance(milliseconds: Int64(ProtocolLimits.nonceSecondsMax) * 1_000)
    #expect(try await scene.problem(scene.signIn("late", nonce: challenge.nonce))?.code == .badAssertion)
    #expect(try await scene.problem(scene.signIn("made-up", nonce: "bm9uY2U"))?.code == .badAssertion)
  }

  @Test(arguments: LedgerKind.allCases)
  func `what was signed before the server started is not taken, since it may have been shown to the one before`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let (shown, nonce) = (scene.signIn("a"), try await scene.challenge().nonce)
    #expect(try await scene.problem(shown) == nil)
    #expect(try await scene.problem(scene.signIn("n", nonce: nonce)) == nil)
    scene.house.clock.advance(milliseconds: 1_000)
    let restarted = try ConstatServer(
      ledger: scene.house.ledger, clock: scene.house.clock, random: SeededGenerator(seed: 9))
    for body in [try shown.body, try scene.signIn("m", nonce: nonce).body] {
      guard case .failure(let problem) = await restarted.token(body) else {
        Issue.record("an assertion was taken twice")
        continue
      }
      #expect(problem.code == .badAssertion && problem.challenge != nil)
    }
    _ = try await restarted.token(try scene.signIn("b").body).get()
  }

  @Test(arguments: LedgerKind.allCases)
  func `another tenant, another epoch and another's key give no token; the epoch is told`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    var foreign = scene.signIn("t")
    foreign.assertion.tenant = try #require(TenantID("autre-cabinet"))
    #expect(try await scene.problem(foreign)?.code == .badAssertion)
    var before = scene.signIn("e")
    before.assertion.epoch = 2
    let problem = try #require(try await scene.problem(before))
    #expect(problem.code == .badAssertion && problem.epoch == 1)
    let other = try await scene.house.device("Alex Morel", [.auditor], seed: 6)
    var stolen = scene.signIn("k")
    stolen.key = other.key
    #expect(try await scene.problem(stolen)?.code == .badAssertion)
    var unknown = scene.signIn("u")
    unknown.assertion.replica = ReplicaID(bits: 77)
    #expect(try await scene.problem(unknown)?.code == .badAssertion)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a token of one tenant opens no other`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let header = try await scene.house.token(scene.signIn("a"))
    let other = try House(kind, seed: 2)
    #expect((try? await other.server.authenticate(authorization: header).get()) == nil)
  }

  /// A token as an attacker spells it: any header, any claims, any signature.
  private func forged(header: String, claims: String, signature: (String) -> [UInt8]) -> [UInt8] {
    let part = Base64URL.text(Array(header.utf8)) + "." + Base64URL.text(Array(claims.utf8))
    return TokenRequest(assertion: part + "." + Base64URL.text(signature(part))).body
  }

  @Test(arguments: LedgerKind.allCases)
  func `no other algorithm is taken: not none, not a MAC with the public key as its secret`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let (replica, now) = (scene.device.replica, scene.house.clock.now() / 1_000)
    let publicKey = Array(scene.device.key.publicKey.rawRepresentation)
    func claims(_ id: String) -> String {
      "{\"aud\":\"constat:cabinet-exemple\",\"epoch\":1,\"exp\":\(now + 600),\"iat\":\(now),\"iss\":\"\(replica)\","
        + "\"jti\":\"\(id)\",\"sub\":\"\(replica)\"}"
    }
    func mac(_ part: String) -> [UInt8] {
      Array(HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: SymmetricKey(data: publicKey)))
    }
    func sign(_ part: String) -> [UInt8] { (try? Array(scene.device.key.signature(for: Array(part.utf8)))) ?? [] }
    let good = "{\"alg\":\"EdDSA\",\"kid\":\"\(replica)\",\"typ\":\"JWT\"}"
    // The same spelling with the right key is taken: what follows is refused for what it changes.
    _ = try await scene.house.server.token(forged(header: good, claims: claims("g"), signature: sign)).get()
    let bodies = [
      forged(header: "{\"alg\":\"none\",\"kid\":\"\(replica)\"}", claims: claims("a"), signature: { _ in [] }),
      forged(header: "{\"alg\":\"none\",\"kid\":\"\(replica)\"}", claims: claims("b"), signature: sign),
      forged(header: "{\"alg\":\"HS256\",\"kid\":\"\(replica)\"}", claims: claims("c"), signature: mac),
      forged(header: good, claims: claims("d"), signature: { mac($0) + mac($0) }),
      forged(header: good, claims: claims("e"), signature: { _ in [] }),
      forged(header: "{\"alg\":\"EdDSA\",\"crit\":[],\"kid\":\"\(replica)\"}", claims: claims("f"), signature: sign),
      forged(
        header: good, claims: claims("h").replacing("\"epoch\":1", with: "\"epoch\":1,\"epoch\":1"), signature: sign),
      forged(header: good, claims: claims("i").replacing("\"epoch\":1,", with: ""), signature: sign),
      forged(header: good, claims: claims("j").replacing("\(now)", with: "\(now).0"), signature: sign),
    ]
    for (number, body) in bodies.enumerated() {
      guard case .failure(let problem) = await scene.house.server.token(body) else {
        Issue.record("forgery \(number) was taken")
        continue
      }
      #expect(problem.code == .badAssertion && problem.challenge != nil)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a body that is no token request is malformed, whatever its size`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let good = try scene.signIn("a").body
    let room = ProtocolLimits.tokenRequestBytesMax
    for body in [
      [], Array("assertion=x".utf8), Array("grant_type=password&assertion=x".utf8), good + Array("&x=y".utf8),
      [UInt8](repeating: 0x61, count: room + 1), good + [UInt8](repeating: 0x61, count: room + 1 - good.count),
    ] {
      guard case .failure(let problem) = await scene.house.server.token(body) else {
        Issue.record("taken: \(body.count) bytes")
        continue
      }
      #expect(problem.code == .malformed)
    }
    _ = try await scene.house.server.token(good).get()
  }
}
