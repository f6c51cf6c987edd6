import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

private let phrase = "une phrase de passe"

@Suite struct `signing in to the console` {

  /// A house with one person of the office who has a password.
  private struct Office {
    let house: House
    let user: UserID

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      user = try await house.server.addUser(name: "Service certification", roles: [.office])
      try await house.server.setPassword(
        of: user, login: try #require(LoginName("Bureau")), password: phrase)
    }

    func signIn(_ login: String = "bureau", _ password: String = phrase) async
      -> Result<(secret: String, expires: Int64), Problem>
    {
      await house.server.signIn(login: login, password: password)
    }

    func code(_ login: String, _ password: String) async -> ProblemCode? {
      if case .failure(let problem) = await signIn(login, password) { problem.code } else { nil }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `the right pair opens a session that says who, whatever the case of the name`(_ kind: LedgerKind) async throws {
    let office = try await Office(kind)
    let session = try await office.signIn("BUREAU").get()
    let principal = try await office.house.server.authenticate(session: session.secret).get()
    #expect(principal.user == office.user)
    #expect(principal.roles == [.office])
    #expect(session.expires == office.house.clock.now() + Int64(ServerLimits.sessionSecondsMax) * 1_000)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a wrong name and a wrong password are answered alike`(_ kind: LedgerKind) async throws {
    let office = try await Office(kind)
    #expect(await office.code("bureau", "une autre phrase") == .unauthenticated)
    #expect(await office.code("personne", phrase) == .unauthenticated)
    #expect(await office.code("", "") == .unauthenticated)
    #expect(
      await office.code("bureau", String(repeating: "x", count: ServerLimits.passwordBytesMax + 1)) == .unauthenticated)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 past the wrong passwords allowed a login waits, even with the right one, and others do not`(
    _ kind: LedgerKind
  ) async throws {
    let office = try await Office(kind)
    for _ in 1..<ServerLimits.signInsWrongPerLoginMax { _ = await office.code("bureau", "fausse") }
    #expect(await office.code("bureau", phrase) == nil)
    for _ in 1...ServerLimits.signInsWrongPerLoginMax {
      #expect(await office.code("bureau", "fausse") == .unauthenticated)
    }
    #expect(await office.code("bureau", phrase) == .tooManyRequests)
    #expect(await office.code("autre", phrase) == .unauthenticated)
    office.house.clock.advance(milliseconds: Int64(ServerLimits.signInWindowSeconds) * 1_000)
    #expect(await office.code("bureau", phrase) == nil)
  }

  @Test func `a session ends at its time, at sign-out, at sign-out everywhere, and with a new password`() async throws {
    let office = try await Office(.inMemory)
    let server = office.house.server
    func isOpen(_ secret: String) async -> Bool {
      if case .success = await server.authenticate(session: secret) { true } else { false }
    }
    let (first, second) = (try await office.signIn().get().secret, try await office.signIn().get().secret)
    #expect(first != second)
    try await server.signOut(session: first).get()
    #expect(await !isOpen(first))
    #expect(await isOpen(second))
    let third = try await office.signIn().get().secret
    try await server.signOutEverywhere(office.user).get()
    #expect(await !isOpen(second))
    #expect(await !isOpen(third))
    let fourth = try await office.signIn().get().secret
    try await server.setPassword(
      of: office.user, login: try #require(LoginName("bureau")), password: "encore une phrase")
    #expect(await !isOpen(fourth))
    let fifth = try await office.signIn("bureau", "encore une phrase").get()
    office.house.clock.advance(milliseconds: Int64(ServerLimits.sessionSecondsMax) * 1_000 - 1)
    #expect(await isOpen(fifth.secret))
    office.house.clock.advance(milliseconds: 1)
    #expect(await !isOpen(fifth.secret))
  }

  @Test(arguments: LedgerKind.allCases)
  func `a password too short, too long or under a name that is taken is not kept`(_ kind: LedgerKind) async throws {
    let office = try await Office(kind)
    let server = office.house.server
    let other = try await server.addUser(name: "Décideuse", roles: [.decider])
    let (free, taken) = (try #require(LoginName("decision")), try #require(LoginName("bureau")))
    let short = String(repeating: "é", count: ServerLimits.passwordCharactersMin - 1)
    await #expect(throws: PasswordFault.tooShort) {
      try await server.setPassword(of: other, login: free, password: short)
    }
    await #expect(throws: PasswordFault.tooLong) {
      try await server.setPassword(
        of: other, login: free, password: String(repeating: "x", count: ServerLimits.passwordBytesMax + 1))
    }
    await #expect(throws: PasswordFault.loginTaken(taken)) {
      try await server.setPassword(of: other, login: taken, password: phrase)
    }
    let nobody = try #require(UserID("u-0000000000000"))
    await #expect(throws: AdministrationFault.unknownUser(nobody)) {
      try await server.setPassword(of: nobody, login: free, password: phrase)
    }
    #expect(await office.code("decision", phrase) == .unauthenticated)
    try await server.setPassword(of: other, login: free, password: short + "é")
    #expect(await office.code("decision", short + "é") == nil)
  }

  @Test func `somebody no longer active is neither signed in nor kept signed in`() async throws {
    let office = try await Office(.inMemory)
    let secret = try await office.signIn().get().secret
    let administrator = try await office.house.device("Administration", [.administrator, .office], seed: 5)
    try await administrator.sync()
    let person = try #require(AuditNames.person(office.user))
    try administrator.write(.directory, [.set("active", on: person, to: .bool(false), over: [], motive: nil)])
    try await administrator.sync()
    await #expect(throws: Problem.self) { try await office.house.server.authenticate(session: secret).get() }
    #expect(await office.code("bureau", phrase) == .unauthenticated)
  }

  @Test(arguments: LedgerKind.allCases)
  func `nothing of a password or a session's secret is in the log`(_ kind: LedgerKind) async throws {
    let office = try await Office(kind)
    let secret = try await office.signIn().get().secret
    var log: [UInt8] = []
    try office.house.ledger.read { reading in
      try reading.visit(nil, after: 0, through: Int.max) { record in
        log += record.frame
        return true
      }
    }
    let text = String(decoding: log, as: UTF8.self)
    #expect(!text.contains(secret))
    #expect(!text.contains("bureau"))
    #expect(!text.contains(phrase))
  }

  @Test(arguments: [("bureau", true), ("A.b_c-d@e", true), ("ab", false), ("a b c", false), ("é-é-é", false)])
  func `a login is three to sixty-four plain characters`(_ typed: String, _ isOne: Bool) {
    #expect((LoginName(typed) != nil) == isOne)
    #expect(LoginName(String(repeating: "a", count: 64)) != nil)
    #expect(LoginName(String(repeating: "a", count: 65)) == nil)
  }

  @Test func `L12 a flood of wrong names locks nobody out, and is remembered within its bound`() async throws {
    let office = try await Office(.inMemory)
    for _ in 1...(ServerLimits.signInsWrongPerLoginMax + 1) { _ = await office.code("pas un identifiant", "fausse") }
    #expect(await office.code("pas un identifiant", "fausse") == .tooManyRequests)
    #expect(await office.code("bureau", phrase) == nil)
  }

  @Test func `somebody whose console was revoked is neither signed in nor kept signed in`() async throws {
    let office = try await Office(.inMemory)
    let secret = try await office.signIn().get().secret
    let principal = try await office.house.server.authenticate(session: secret).get()
    let administrator = try await office.house.device("Administration", [.administrator, .office], seed: 6)
    try await administrator.sync()
    let console = try #require(AuditNames.directoryDevice(principal.replica))
    try administrator.write(.directory, [.set("revoked", on: console, to: .bool(true), over: [], motive: nil)])
    try await administrator.sync()
    await #expect(throws: Problem.self) { try await office.house.server.authenticate(session: secret).get() }
    #expect(await office.code("bureau", phrase) == .unauthenticated)
  }
}
