import AuditDesk
import AuditModel
import AuditSchema
import ServerHTTP
import SyncCore
import SyncProtocol
import Synchronization
import Testing

@testable import OfficeConsole
@testable import ServerCore

/// A tenant with people at their browsers, on Monday 21 September 2026.
struct WorkHouse {
  final class Clock: ServerClock {
    private let time = Mutex<Int64>(1_790_000_000_000)
    func now() -> Int64 { time.withLock { $0 } }
    func advance(days: Int64) { time.withLock { $0 += days * 86_400_000 } }
    func advance(minutes: Int64) { time.withLock { $0 += minutes * 60_000 } }
  }

  struct Random: RandomNumberGenerator, Sendable {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  struct Person: Sendable {
    let user: UserID
    let secret: String
    let principal: Principal
  }

  /// One body with its dossier and an audit.
  struct Body: Sendable {
    let organisation: StreamID
    let dossier: StreamID
    let audit: EntityID
    let body: EntityID
    let entity: EntityID
    let key: String
  }

  let clock = Clock()
  let ledger = InMemoryLedger()
  let server: ConstatServer
  let console: OfficeConsole

  init() throws {
    let tenant = try #require(TenantID("cabinet-exemple"))
    try ConstatServer.createTenant(ledger: ledger, tenant: tenant, random: Random(state: 1))
    server = try ConstatServer(ledger: ledger, clock: clock, random: Random(state: 2))
    console = try OfficeConsole(core: server)
  }

  func person(_ name: String, _ roles: Set<Role>, _ streams: Set<StreamID> = []) async throws -> Person {
    let user = try await server.addUser(name: name, roles: roles)
    if !streams.isEmpty { try await server.assign(user, streams: streams) }
    let secret = "secret-\(user)"
    try await server.write { workspace in
      try workspace.introduceConsole(of: user)
      try workspace.ledger.put(
        ConsoleSession(
          hash: Digest(of: Array(secret.utf8)), user: user, expires: workspace.now + 400 * 86_400_000))
    }
    return Person(user: user, secret: secret, principal: try await server.authenticate(session: secret).get())
  }

  /// Opens the streams of a body whose name the public list gave, with an audit nobody has planned yet.
  func body(_ number: Int, _ name: String) async throws -> Body {
    let key = Self.siren(number)
    let body = Body(
      organisation: try #require(.organisation(key)), dossier: try #require(.dossier(scheme: "qualiopi", key: key)),
      audit: try #require(EntityID("audit/A\(number)")), body: try #require(AuditNames.body(key)),
      entity: try #require(AuditNames.dossier(key)), key: key)
    try await server.write { workspace in
      try workspace.write([Self.set("legalName", body.body, .string(name))], in: body.organisation, as: .publicList)
      try workspace.write([Self.set("kind", body.audit, "initial")], in: body.dossier, as: .server)
    }
    return body
  }

  /// The server says so, as rulings and imports do.
  @discardableResult
  func say(_ stream: StreamID, _ operations: [SyncCore.Operation]) async throws -> ChangeID {
    try await server.write { try $0.write(operations, in: stream, as: .server) }
  }

  /// A person says so, without having seen what others wrote.
  @discardableResult
  func write(
    _ stream: StreamID, by person: Person, _ intention: @Sendable (CaptureDesk) throws -> [SyncCore.Operation]
  ) async throws -> ConsoleReceipt {
    let receipt = try await server.submit(in: stream, as: person.principal, shown: [], intention: intention)
    return try #require(receipt)
  }

  /// Two people write what does not go together.
  func diverge(_ body: Body, indicator: Int, _ first: Person, _ second: Person) async throws {
    let item = try #require(AuditNames.item(body.audit, indicator: indicator))
    try await write(body.dossier, by: first) { [$0.write("grade", on: item, "major")] }
    try await write(body.dossier, by: second) { [$0.write("grade", on: item, "minor")] }
  }

  func plan(_ body: Body, lead: Person, team: [Person], first: String, last: String, started: Bool = true) async throws
  {
    let days = JSONValue.sorted([("first", .string(first)), ("last", .string(last))])
    try await say(
      body.dossier,
      [Self.set("lead", body.audit, .string(lead.user.description)), Self.set("days", body.audit, days)]
        + (started ? [Self.set("startedOn", body.audit, .string(first))] : [])
        + team.map { .add("team", on: body.audit, value: .string($0.user.description)) })
  }

  /// The page as a person sees it: status and what stands in `<main>`.
  func page(_ person: Person, _ query: String = "", _ language: Language = .french) async throws -> (Int, String) {
    let answer = await console.answer(
      PageRequest(
        path: "/", query: query,
        cookies: ["constat-session": person.secret, "constat-language": language.rawValue], host: "localhost"),
      on: PageRoute(.get, "/"))
    guard case .bytes(let bytes) = answer.body else { throw Unexpected.events }
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(!html.contains("{{"))
    let main = try #require(html.split(separator: "<main").last?.split(separator: "</main>").first)
    return (answer.status, String(main))
  }

  func html(_ person: Person, _ query: String = "", _ language: Language = .french) async throws -> String {
    let (status, html) = try await page(person, query, language)
    #expect(status == 200)
    return html
  }

  enum Unexpected: Error { case events }

  static func set(
    _ field: FieldName, _ entity: EntityID, _ value: JSONValue, over: [ChangeID] = [], motive: String? = nil
  ) -> SyncCore.Operation {
    .set(field, on: entity, to: value, over: over, motive: motive)
  }

  /// Nine digits whose last makes the key right, of a body that does not exist.
  static func siren(_ number: Int) -> String {
    let digits = String(90_000_000 + number)
    return (0...9).map { digits + String($0) }.first { SIREN($0)?.hasValidKey ?? false } ?? digits + "0"
  }
}

extension String {
  /// How often a text occurs.
  func count(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count - 1 }

  /// What stands between the heading of a part and the next.
  func part(_ id: String) -> String {
    guard let start = split(separator: "<h2 id=\"\(id)\">", maxSplits: 1).dropFirst().first else { return "" }
    return String(start.split(separator: "</section>", maxSplits: 1).first ?? "")
  }
}
