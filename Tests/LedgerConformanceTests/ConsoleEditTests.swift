import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `edits in the browser` {
  private struct Scene {
    let house: House
    let office: Principal
    let auditor: FieldDevice
    let organisation: StreamID
    let body: EntityID

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      let user = try await house.server.addUser(name: "Service certification", roles: [.office])
      let login = try #require(LoginName("bureau"))
      try await house.server.setPassword(of: user, login: login, password: "une phrase de passe")
      let session = try await house.server.signIn(login: "bureau", password: "une phrase de passe").get()
      office = try await house.server.authenticate(session: session.secret).get()
      organisation = try #require(StreamID.organisation("900000019"))
      body = try #require(AuditNames.body("900000019"))
      auditor = try await house.device("Auditrice", [.auditor], seed: 3)
      try await house.server.assign(auditor.user, streams: [organisation])
      let desk = try await house.device(of: user, seed: 4)
      try await desk.sync()
      try desk.write(organisation, [.set("legalName", on: body, to: "EXEMPLE", over: [], motive: nil)])
      try await desk.sync()
    }

    func rename(_ name: String, shown: [ChangeID]) async throws -> ConsoleReceipt? {
      let body = body
      return try await house.server.submit(
        in: organisation, as: office, shown: [ShownField(entity: body, field: "legalName", heads: shown)]
      ) { [$0.write("legalName", on: body, .string(name), motive: "courrier reçu")] }
    }

    func name() async throws -> FieldView? {
      let (organisation, body) = (organisation, body)
      return try await house.server.look(as: office) {
        try $0.fold(organisation)?.field("legalName", of: body, schema: AuditSchema.current)
      }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `an edit is an ordinary change of the person, by a replica of the console's own, sealed and relayed`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let before = try #require(try await scene.name())
    let receipt = try #require(try await scene.rename("EXEMPLE NOUVEAU", shown: before.over))
    guard case .accepted(let position) = receipt.receipt else {
      Issue.record("\(receipt.receipt)")
      return
    }
    #expect(receipt.id.replica == scene.office.replica)
    let (organisation, id) = (scene.organisation, receipt.id)
    let arrival = try #require(
      try await scene.house.server.look(as: scene.office) { try $0.arrival(of: id, in: organisation) })
    #expect(arrival.position == position)
    #expect(arrival.line.change.by == scene.office.user)
    #expect(arrival.received == scene.house.clock.now())
    #expect(try await scene.name()?.shown == "EXEMPLE NOUVEAU")
    // The auditor's device receives it with its seal, checks both, and holds the same set.
    try await scene.auditor.sync()
    #expect(scene.auditor.held[organisation]?.contains { $0.position == position } == true)
    let digests = await scene.house.server.setDigests()
    #expect(try digests[organisation] == scene.auditor.frontier(of: organisation).setDigest)
    let report = await scene.house.server.verify()
    #expect(report.faults.isEmpty)
  }

  @Test(arguments: LedgerKind.allCases)
  func `what a form did not show is not overwritten: both values stay (L3)`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    _ = try await scene.rename("PREMIER", shown: try #require(try await scene.name()).over)
    let colleague = try await scene.house.server.addUser(name: "Autre bureau", roles: [.office])
    let other = try await scene.house.device(of: colleague, seed: 9)
    try await other.sync()
    try other.write(
      scene.organisation,
      [.set("legalName", on: scene.body, to: "SECOND", over: try #require(try await scene.name()).over, motive: nil)])
    try await other.sync()
    // The form still shows the state before: the console's own first write.
    _ = try await scene.rename("TROISIEME", shown: [])
    let view = try #require(try await scene.name())
    #expect(Set(view.heads.map(\.value)) == ["SECOND", "TROISIEME"])
  }

  @Test(arguments: LedgerKind.allCases)
  func `L4 a stream out of the person's scope is not there for them, to read or to write`(_ kind: LedgerKind)
    async throws
  {
    let scene = try await Scene(kind)
    let user = try await scene.house.server.addUser(name: "Auditeur", roles: [.auditor])
    try await scene.house.server.setPassword(
      of: user, login: try #require(LoginName("auditeur")), password: "une phrase de passe")
    let session = try await scene.house.server.signIn(login: "auditeur", password: "une phrase de passe").get()
    let stranger = try await scene.house.server.authenticate(session: session.secret).get()
    let (organisation, body) = (scene.organisation, scene.body)
    let seen = try await scene.house.server.look(as: stranger) { reading in
      (
        fold: try reading.fold(organisation) != nil, streams: try reading.streams().map(\.stream),
        changed: try reading.streams(changedAfter: 0), history: try reading.history(of: organisation, limit: 10).count,
        seen: try reading.seen(organisation).last.count, contacts: try reading.contacts().count
      )
    }
    #expect(!seen.fold)
    #expect(seen.streams == [.directory])
    #expect(seen.changed == [.directory])
    #expect([seen.history, seen.seen, seen.contacts] == [0, 0, 0])
    let before = await scene.house.server.lastPosition()
    await #expect(throws: Problem.self) {
      try await scene.house.server.submit(in: organisation, as: stranger, shown: []) {
        [$0.write("phone", on: body, "01 02 03 04 05")]
      }
    }
    #expect(await scene.house.server.lastPosition() == before)
  }

  @Test(arguments: LedgerKind.allCases)
  func `what the table does not let a person write is refused with a receipt and kept in quarantine`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let situation = try #require(EntityID("situation/x-1-1-00000000"))
    let receipt = try #require(
      try await scene.house.server.submit(in: scene.organisation, as: scene.office, shown: []) {
        [$0.write("subject", on: situation, "address")]
      })
    guard case .refused(let code, _) = receipt.receipt else {
      Issue.record("it was accepted")
      return
    }
    #expect(code == .notWriter)
    #expect(try await scene.house.server.quarantine().map(\.id) == [receipt.id])
    // The console goes on after it, and its chain still verifies.
    _ = try await scene.rename("APRES", shown: try #require(try await scene.name()).over)
    #expect(try await scene.name()?.shown == "APRES")
    #expect(await scene.house.server.verify().faults.isEmpty)
  }

  @Test(arguments: LedgerKind.allCases)
  func `an intention that throws or says nothing writes nothing`(_ kind: LedgerKind) async throws {
    struct Stale: Error {}
    let scene = try await Scene(kind)
    let before = await scene.house.server.lastPosition()
    await #expect(throws: Stale.self) {
      try await scene.house.server.submit(in: scene.organisation, as: scene.office, shown: []) { _ in throw Stale() }
    }
    #expect(try await scene.house.server.submit(in: scene.organisation, as: scene.office, shown: []) { _ in [] } == nil)
    #expect(await scene.house.server.lastPosition() == before)
  }

  @Test(arguments: LedgerKind.allCases)
  func `nobody can push under the console's name from outside`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let body = ExchangeRequest(
      header: .init(replica: scene.office.replica, from: 1, last: 0, digest: nil, bookmark: "", limit: 10)
    ).body
    guard case .failure(let problem) = await scene.house.server.exchange(body, as: scene.auditor.principal) else {
      Issue.record("it was answered")
      return
    }
    #expect(problem.code == .foreignReplica)
  }

  @Test(arguments: LedgerKind.allCases)
  func `devices are heard of at each exchange, and written down at most once an hour`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    func last() async throws -> Int64? {
      let device = scene.auditor.replica
      return try await scene.house.server.look(as: scene.office) {
        try $0.contacts().first { $0.device == device }?.last
      }
    }
    try await scene.auditor.sync()
    let first = try #require(try await last())
    #expect(first == scene.house.clock.now())
    scene.house.clock.advance(milliseconds: Int64(ServerLimits.contactSecondsMin) * 1_000 - 1)
    try await scene.auditor.sync()
    #expect(try await last() == first)
    scene.house.clock.advance(milliseconds: 1)
    try await scene.auditor.sync()
    #expect(try await last() == scene.house.clock.now())
  }
}
