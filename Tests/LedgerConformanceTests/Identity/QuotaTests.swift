import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `what one device may ask for` {
  /// The house's server started anew with other quotas, and a device of it.
  private func scene(
    _ kind: LedgerKind, _ change: (inout DeviceQuotas) -> Void
  ) async throws -> (House, ConstatServer, FieldDevice) {
    let house = try House(kind)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 5)
    var quotas = DeviceQuotas()
    change(&quotas)
    let server = try ConstatServer(
      ledger: house.ledger, clock: house.clock, random: SeededGenerator(seed: 9), quotas: quotas)
    device.server = server
    return (house, server, device)
  }

  private func signIn(_ device: FieldDevice, _ house: House, _ id: Int) -> TestSignIn {
    TestSignIn(
      device.answer, replica: device.replica, key: device.key, at: house.clock.now() / 1_000, id: "id-\(id)")
  }

  private func wait(_ result: Result<[UInt8], Problem>) -> Int? {
    guard case .failure(let problem) = result, problem.code == .tooManyRequests else { return nil }
    return problem.retryAfterSeconds
  }

  @Test func `the quotas are those of the limits, by name`() {
    let quotas = DeviceQuotas()
    #expect(quotas.tokensPerMinute == ServerLimits.tokensPerDevicePerMinuteMax)
    #expect(quotas.wrongAssertionsPerMinute == ServerLimits.wrongAssertionsPerDevicePerMinuteMax)
    #expect(quotas.exchangesPerMinute == ServerLimits.exchangesPerDevicePerMinuteMax)
    #expect(quotas.quarantinedRowsPerDay == ServerLimits.quarantinedRowsPerDevicePerDayMax)
    #expect(quotas.quarantinedBytesPerDay == ServerLimits.quarantinedBytesPerDevicePerDayMax)
    #expect(quotas.assertionsRemembered == ServerLimits.assertionsRememberedMax)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 so many tokens a minute, the next after the minute; other devices do not wait`(
    _ kind: LedgerKind
  ) async throws {
    let (house, server, device) = try await scene(kind) { $0.tokensPerMinute = 2 }
    let other = try await house.device("Alex Morel", [.auditor], seed: 6)
    for id in 1...2 { _ = try await server.token(try signIn(device, house, id).body).get() }
    #expect(wait(await server.token(try signIn(device, house, 3).body)) == 60)
    _ = try await server.token(try signIn(other, house, 1).body).get()
    house.clock.advance(milliseconds: 59_999)
    #expect(wait(await server.token(try signIn(device, house, 4).body)) == 1)
    house.clock.advance(milliseconds: 1)
    _ = try await server.token(try signIn(device, house, 5).body).get()
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 whoever guesses a device's signature is told to wait, and the device for a minute with it`(
    _ kind: LedgerKind
  ) async throws {
    let (house, server, device) = try await scene(kind) { $0.wrongAssertionsPerMinute = 2 }
    let other = try await house.device("Alex Morel", [.auditor], seed: 6)
    for id in 1...2 {
      var guess = signIn(device, house, id)
      guess.key = other.key
      #expect(wait(await server.token(try guess.body)) == nil)
    }
    #expect(wait(await server.token(try signIn(device, house, 3).body)) == 60)
    _ = try await server.token(try signIn(other, house, 1).body).get()
    house.clock.advance(milliseconds: 60_000)
    _ = try await server.token(try signIn(device, house, 4).body).get()
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 what is remembered of assertions is bounded: when it is full nobody is taken unremembered`(
    _ kind: LedgerKind
  ) async throws {
    let (house, server, device) = try await scene(kind) { $0.assertionsRemembered = 2 }
    for id in 1...2 { _ = try await server.token(try signIn(device, house, id).body).get() }
    #expect(wait(await server.token(try signIn(device, house, 3).body)) == 5)
    house.clock.advance(milliseconds: 700_000)
    _ = try await server.token(try signIn(device, house, 4).body).get()
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 so many exchanges a minute`(_ kind: LedgerKind) async throws {
    let (house, server, device) = try await scene(kind) { $0.exchangesPerMinute = 3 }
    for _ in 1...3 { _ = try await device.exchange() }
    let body = try device.request(from: 1, count: 0, limit: 10).body
    #expect(wait(await server.exchange(body, as: device.principal)) == 60)
    house.clock.advance(milliseconds: 60_000)
    _ = try await device.exchange()
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 once a device has filled its day's share of the quarantine its pushes wait, and it goes on receiving`(
    _ kind: LedgerKind
  ) async throws {
    let (house, server, device) = try await scene(kind) { $0.quarantinedRowsPerDay = 2 }
    let dossier = try #require(Sample.dossier)
    func push() async throws -> Int? {
      try device.write(dossier, [try Sample.title("x")], by: UserID("u-0000000000001"))
      let from = (device.receipts.keys.max() ?? 0) + 1
      let request = try device.request(from: from, count: device.items.count - from + 1, limit: 10)
      let answer = await server.exchange(request.body, as: device.principal)
      if case .success(let bytes) = answer { try device.take(Answer(bytes)) }
      return wait(answer)
    }
    #expect(try await push() == nil)
    #expect(try await push() == nil)
    #expect(try await push() == 86_400)
    #expect(try await server.quarantine().count == 2)
    let pull = try device.request(from: 3, count: 0, limit: 10).body
    _ = try await server.exchange(pull, as: device.principal).get()
    house.clock.advance(milliseconds: 86_400_000)
    _ = try await device.exchange()
    #expect(try await server.quarantine().count == 3, "what waited in the outbox came")
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 the share of the quarantine is counted in bytes as well`(_ kind: LedgerKind) async throws {
    let (_, server, device) = try await scene(kind) { $0.quarantinedBytesPerDay = 300 }
    let dossier = try #require(Sample.dossier)
    try device.write(dossier, [try Sample.title(String(repeating: "x", count: 300))], by: UserID("u-0000000000001"))
    _ = try await device.exchange()
    try device.write(dossier, [try Sample.title("y")])
    let request = try device.request(from: 2, count: 1, limit: 10)
    #expect(wait(await server.exchange(request.body, as: device.principal)) == 86_400)
  }
}
