import AuditModel
import SyncCore
import SyncProtocol
import Testing

@testable import ServerCore

@Suite struct `pushes that arrive together` {
  @Test(arguments: LedgerKind.allCases)
  func `L7 all are kept in one commit and answered for themselves, and one that is wrong holds up nobody`(
    _ kind: LedgerKind
  ) async throws {
    let crowd = try await Crowd(kind, count: 8)
    var requests = try crowd.requests()
    // The fourth device's seal is missing.
    requests[3].seals = []
    crowd.ledger.startOver()
    let answers = try await crowd.pushTogether(requests)
    #expect(crowd.ledger.begun == 1 && crowd.ledger.committed == 1)
    #expect(answers[3].problem?.code == .badSeal)
    let positions = try answers.indices.filter { $0 != 3 }.map { try #require(try answers[$0].position) }
    #expect(Set(positions).count == 7 && positions.allSatisfy { $0 > crowd.before })
    #expect(try await crowd.house.server.quarantine().isEmpty)
    // What was answered is in the log, line and seal, and nothing else is.
    #expect(await crowd.house.server.lastPosition() == crowd.before + 14)
    #expect(await crowd.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `L7 when the storage refuses one of them, each of the others is committed alone`(_ kind: LedgerKind) async throws
  {
    let crowd = try await Crowd(kind, count: 8)
    let requests = try crowd.requests()
    crowd.ledger.startOver(unstorable: ChangeID(replica: crowd.devices[3].replica, seq: 1))
    let answers = try await crowd.pushTogether(requests)
    // Together once, then each alone.
    #expect(crowd.ledger.begun == 9 && crowd.ledger.committed == 7)
    #expect(answers[3].problem?.code == .internalFault)
    let positions = try answers.indices.filter { $0 != 3 }.map { try #require(try answers[$0].position) }
    #expect(positions == Array(stride(from: crowd.before + 1, to: crowd.before + 15, by: 2)))
    #expect(await crowd.house.server.lastPosition() == crowd.before + 14)
    // The same request again, once there is room; nobody else's line is there twice.
    crowd.ledger.startOver()
    let again = try await crowd.pushTogether(requests)
    #expect(try again[3].position == crowd.before + 15)
    #expect(try again.indices.filter { $0 != 3 }.map { try again[$0].position } == positions)
    #expect(await crowd.house.server.lastPosition() == crowd.before + 16)
    #expect(await crowd.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 when the storage is busy they wait for it once, not one after the other`(_ kind: LedgerKind) async throws {
    let crowd = try await Crowd(kind, count: 8)
    let requests = try crowd.requests()
    crowd.ledger.startOver(isBusy: true)
    for answer in try await crowd.pushTogether(requests) { #expect(answer.problem?.code == .unavailable) }
    #expect(crowd.ledger.begun == 1 && crowd.ledger.committed == 0)
    crowd.ledger.startOver()
    for answer in try await crowd.pushTogether(requests) { #expect(try answer.position != nil) }
    #expect(crowd.ledger.begun == 1 && crowd.ledger.committed == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 no more of them share a commit than its bound, and the rest do not wait for it`(_ kind: LedgerKind)
    async throws
  {
    let beyond = 3
    let crowd = try await Crowd(kind, count: ServerLimits.pushesPerCommitMax + beyond)
    let requests = try crowd.requests()
    crowd.ledger.startOver()
    let answers = try await crowd.pushTogether(requests)
    #expect(crowd.ledger.committed == 1 + beyond)
    #expect(Set(try answers.map { try #require(try $0.position) }).count == answers.count)
    // Those beyond the bound were committed while the others gathered: theirs are the first positions.
    let last = try answers.suffix(beyond).map { try #require(try $0.position) }
    #expect(last == Array(stride(from: crowd.before + 1, to: crowd.before + 1 + 2 * beyond, by: 2)))
  }

  @Test(arguments: LedgerKind.allCases)
  func `L7 however requests come upon each other, each is answered for itself`(_ kind: LedgerKind) async throws {
    let crowd = try await Crowd(kind, count: 8)
    let (server, devices, requests) = (crowd.house.server, crowd.devices, try crowd.requests())
    crowd.ledger.startOver()
    let answers = await withTaskGroup(of: Result<[UInt8], Problem>.self) { group in
      for (request, device) in zip(requests, devices) {
        let (body, principal) = (request.body, device.principal)
        group.addTask { await server.exchange(body, as: principal) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(try answers.map { try #require(try $0.position) }).count == 8)
    #expect((1...8).contains(crowd.ledger.committed))
    #expect(await server.lastPosition() == crowd.before + 16)
  }
}

/// Devices of one dossier with one line each to push, and a server whose transactions are counted.
private struct Crowd {
  let house: House
  let ledger: WatchedLedger
  let devices: [FieldDevice]
  /// The log's last position before anybody pushes.
  let before: Int

  init(_ kind: LedgerKind, count: Int) async throws {
    house = try House(kind) { WatchedLedger($0) }
    ledger = try #require(house.ledger as? WatchedLedger)
    let dossier = try #require(Sample.dossier)
    var devices: [FieldDevice] = []
    for number in 0..<count {
      let device = try await house.device("Auditeur \(number)", [.auditor], seed: UInt64(40 + number))
      try await house.server.assign(device.user, streams: [dossier])
      try await device.sync()
      try device.write(dossier, [try Sample.title("t\(number)")])
      devices.append(device)
    }
    self.devices = devices
    before = await house.server.lastPosition()
  }

  /// Each device's push, sealed.
  func requests() throws -> [ExchangeRequest] { try devices.map { try $0.request(from: 1, count: 1, limit: 0) } }

  /// The answers to pushes none of which begins before all are in line for the server.
  func pushTogether(_ requests: [ExchangeRequest]) async throws -> [Result<[UInt8], Problem>] {
    let pushes = zip(requests, devices).map { request, device in
      Push(
        request: request,
        lines: request.items.enumerated().map {
          PushedLine($1, id: ChangeID(replica: device.replica, seq: request.header.from + $0))
        }, principal: device.principal)
    }
    var answers: [Result<[UInt8], Problem>] = []
    for task in await house.server.lineUp(pushes) { answers.append(await task.value) }
    return answers
  }
}

extension ConstatServer {
  /// Puts pushes in line in one step of the actor.
  fileprivate func lineUp(_ pushes: [Push]) -> [Task<Result<[UInt8], Problem>, Never>] {
    pushes.map { push in Task { await self.committed(push) } }
  }
}

extension Result where Success == [UInt8], Failure == Problem {
  /// Where the one line of the push was placed; nil when it was not taken.
  fileprivate var position: Int? {
    get throws {
      guard case .success(let bytes) = self, case .accepted(let position) = try Answer(bytes).receipts[1] else {
        return nil
      }
      return position
    }
  }

  fileprivate var problem: Problem? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
