import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

/// What was kept aside, written anew by somebody who admits it.
@Suite struct `a line kept aside` {
  private struct Scene {
    let house: House
    let office: Principal
    let auditor: FieldDevice
    let stream: StreamID
    let dossier: EntityID

    /// An auditor whose dossier was taken from them before they synced.
    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      let user = try await house.server.addUser(name: "Service certification", roles: [.office])
      office = try await Self.signIn(user, "bureau", house)
      stream = try #require(StreamID.dossier(scheme: "qualiopi", key: "900000019"))
      dossier = try #require(AuditNames.dossier("900000019"))
      let desk = try await house.device(of: user, seed: 4)
      try await desk.sync()
      try desk.write(stream, [.set("planningNote", on: dossier, to: "avant", over: [], motive: nil)])
      try await desk.sync()
      auditor = try await house.device("Auditrice", [.auditor], seed: 3)
    }

    static func signIn(_ user: UserID, _ name: String, _ house: House) async throws -> Principal {
      let login = try #require(LoginName(name))
      try await house.server.setPassword(of: user, login: login, password: "une phrase de passe")
      let session = try await house.server.signIn(login: name, password: "une phrase de passe").get()
      return try await house.server.authenticate(session: session.secret).get()
    }

    /// Pushes lines the server keeps aside.
    /// - Returns: their row numbers.
    func keepAside(_ changes: [[SyncCore.Operation]]) async throws -> [Int] {
      for steps in changes { try auditor.write(stream, steps) }
      try await auditor.sync()
      return try await house.server.quarantine().map(\.number)
    }

    func note() async throws -> FieldView? {
      let (stream, dossier) = (stream, dossier)
      return try await house.server.look(as: office) {
        try $0.fold(stream)?.field("planningNote", of: dossier, schema: AuditSchema.current)
      }
    }

    func set(_ text: String, over: [ChangeID] = []) -> SyncCore.Operation {
      .set("planningNote", on: dossier, to: .string(text), over: over, motive: nil)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `is written anew by whoever admits it, names what it was, and stays where it is`(_ kind: LedgerKind) async throws
  {
    let scene = try await Scene(kind)
    let rows = try await scene.keepAside([[scene.set("vu sur place")]])
    #expect(rows == [1])
    let receipt = try await scene.house.server.reissue(1, as: scene.office)
    guard case .accepted = receipt.receipt else {
      Issue.record("\(receipt.receipt)")
      return
    }
    #expect(receipt.id.replica == scene.office.replica)
    let (stream, id) = (scene.stream, receipt.id)
    let arrival = try #require(
      try await scene.house.server.look(as: scene.office) { try $0.arrival(of: id, in: stream) })
    #expect(arrival.line.change.was == ChangeID(replica: scene.auditor.replica, seq: 1))
    #expect(arrival.line.change.by == scene.office.user)
    #expect(try await scene.note()?.heads.map(\.value).contains("vu sur place") == true)
    #expect(try await scene.house.server.quarantine().count == 1)
    let reissues = try await scene.house.server.look(as: scene.office) { try $0.reissues(of: stream) }
    #expect(reissues?[ChangeID(replica: scene.auditor.replica, seq: 1)] == id)
    #expect(await scene.house.server.verify().faults.isEmpty)
  }

  @Test(arguments: LedgerKind.allCases)
  func `is written anew once, however often one asks`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    _ = try await scene.keepAside([[scene.set("vu sur place")]])
    let first = try await scene.house.server.reissue(1, as: scene.office)
    let digests = await scene.house.server.setDigests()
    await #expect(throws: QuarantineFault.reissued(first.id)) {
      try await scene.house.server.reissue(1, as: scene.office)
    }
    #expect(await scene.house.server.setDigests() == digests)
  }

  @Test(arguments: LedgerKind.allCases)
  func `that followed another line kept aside stands without it`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let first = ChangeID(replica: scene.auditor.replica, seq: 1)
    let rows = try await scene.keepAside([[scene.set("premier")], [scene.set("second", over: [first])]])
    #expect(rows == [1, 2])
    _ = try await scene.house.server.reissue(2, as: scene.office)
    #expect(try await scene.note()?.heads.map(\.value).contains("second") == true)
  }

  @Test(arguments: LedgerKind.allCases)
  func `is judged like any line of whoever admits it, and a refusal leaves nothing behind (L11)`(_ kind: LedgerKind)
    async throws
  {
    let scene = try await Scene(kind)
    let audit = try #require(EntityID("audit/A1"))
    _ = try await scene.keepAside([[.set("startedOn", on: audit, to: "2026-05-04", over: [], motive: nil)]])
    let digests = await scene.house.server.setDigests()
    do {
      _ = try await scene.house.server.reissue(1, as: scene.office)
      Issue.record("the office does not start an audit")
    } catch QuarantineFault.refused(let code, _) {
      #expect(code == .notWriter)
    }
    #expect(await scene.house.server.setDigests() == digests)
    #expect(try await scene.house.server.quarantine().count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `that nobody can read, or that is not there, or is not for this person, is not written`(_ kind: LedgerKind)
    async throws
  {
    let scene = try await Scene(kind)
    scene.auditor.add(Array("pas une ligne".utf8), chain: nil)
    try await scene.auditor.sync()
    await #expect(throws: QuarantineFault.unreadable) { try await scene.house.server.reissue(1, as: scene.office) }
    await #expect(throws: QuarantineFault.unknownRow) { try await scene.house.server.reissue(2, as: scene.office) }
    await #expect(throws: QuarantineFault.unknownRow) { try await scene.house.server.reissue(0, as: scene.office) }
    let colleague = try await scene.house.server.addUser(name: "Collègue", roles: [.auditor])
    let principal = try await Scene.signIn(colleague, "collegue", scene.house)
    await #expect(throws: QuarantineFault.unknownRow) { try await scene.house.server.reissue(1, as: principal) }
    #expect(try await scene.house.server.look(as: principal) { try $0.quarantine(after: 0, limit: 9) }.isEmpty)
  }
}
