import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `pushes that arrive together` {
  @Test(arguments: LedgerKind.allCases)
  func `L7 all are kept and answered for themselves, and one that is wrong holds up nobody`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    var devices: [FieldDevice] = []
    for seed in 0..<8 {
      let device = try await house.device("Auditeur \(seed)", [.auditor], seed: UInt64(40 + seed))
      try await house.server.assign(device.user, streams: [dossier])
      try await device.sync()
      try device.write(dossier, [try Sample.title("t\(seed)")])
      devices.append(device)
    }
    let before = await house.server.lastPosition()
    let requests = try devices.enumerated().map { place, device in
      var request = try device.request(from: 1, count: 1, limit: 0)
      // The fourth device's seal is missing.
      if place == 3 { request.seals = [] }
      return (request.body, device.principal)
    }
    let server = house.server
    let answers = await withTaskGroup(of: (Int, Result<[UInt8], Problem>).self) { group in
      for (place, (body, principal)) in requests.enumerated() {
        group.addTask { (place, await server.exchange(body, as: principal)) }
      }
      var answers: [Int: Result<[UInt8], Problem>] = [:]
      for await (place, answer) in group { answers[place] = answer }
      return answers
    }
    var positions: [Int] = []
    for place in devices.indices {
      switch try #require(answers[place]) {
      case .success(let bytes):
        let answer = try Answer(bytes)
        #expect(place != 3)
        guard case .accepted(let position) = answer.receipts[1] else {
          Issue.record("the line of device \(place) was not taken")
          continue
        }
        positions.append(position)
      case .failure(let problem):
        #expect(place == 3 && problem.code == .badSeal)
      }
    }
    #expect(Set(positions).count == 7)
    #expect(positions.allSatisfy { $0 > before })
    #expect(try await house.server.quarantine().isEmpty)
    // What was answered is in the log, line and seal, and nothing else is.
    #expect(await house.server.lastPosition() == before + 14)
  }
}
