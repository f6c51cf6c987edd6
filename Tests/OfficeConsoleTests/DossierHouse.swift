import AuditModel
import AuditSchema
import Crypto
import OfficeConsole
import ServerHTTP
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ServerCore

/// A tenant with its console, the office signed in, and laptops that push dossiers.
struct DossierHouse {
  /// The 4th of May 2026, nine o'clock in Paris.
  static let start: Int64 = 1_777_878_000_000

  struct Clock: ServerClock {
    func now() -> Int64 { DossierHouse.start + 86_400_000 }
  }

  let ledger = InMemoryLedger()
  let core: ConstatServer
  let console: OfficeConsole
  let office: Laptop
  let cookie: String

  init() async throws {
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("certificateur-fictif")), random: SystemRandomNumberGenerator())
    core = try ConstatServer(ledger: ledger, clock: Clock(), random: SystemRandomNumberGenerator())
    console = try OfficeConsole(core: core)
    office = try await Laptop("Service certification", [.office], core)
    cookie = try await Self.signIn(office.user, "bureau", core, ledger)
  }

  /// Signs somebody in; their password is kept at the least cost, which sign-in reads from its record.
  static func signIn(
    _ user: UserID, _ login: String, _ core: ConstatServer, _ ledger: InMemoryLedger
  ) async throws -> String {
    let (password, salt) = ("une phrase de passe longue", [UInt8](repeating: 7, count: PasswordKey.saltBytes))
    let key = try PasswordKey.derive(Array(password.utf8), salt: salt, costLog2: 1)
    let record = PasswordRecord(login: try #require(LoginName(login)), user: user, salt: salt, key: key, costLog2: 1)
    try ledger.write { try $0.put(record) }
    return try await core.signIn(login: login, password: password).get().secret
  }

  /// An answer as text with its status.
  func get(_ path: String, as cookie: String? = nil, language: String = "fr") async throws -> (
    status: Int, html: String
  ) {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let segments = parts[0].split(separator: "/").map(String.init)
    let route = PageRoute(.get, segments.count == 1 ? parts[0] : "/\(segments[0])/{stream}")
    try #require(console.routes.contains(route))
    let answer = await console.answer(
      PageRequest(
        path: parts[0], query: parts.count > 1 ? parts[1] : "",
        parameters: segments.count > 1 ? ["stream": segments[1]] : [:],
        cookies: ["constat-session": cookie ?? self.cookie], host: "localhost", acceptLanguage: language), on: route)
    guard case .bytes(let bytes) = answer.body else {
      Issue.record("a page is no stream of events")
      return (answer.status, "")
    }
    return (answer.status, String(decoding: bytes, as: UTF8.self))
  }

  /// A body with its facts, as the office writes them.
  func body(_ key: String, name: String, site: String? = nil) async throws {
    let (stream, body) = (try #require(StreamID.organisation(key)), try #require(AuditNames.body(key)))
    var steps: [SyncCore.Operation] = [
      .set("legalName", on: body, to: .string(name), over: [], motive: nil),
      .set("nda", on: body, to: "24450999945", over: [], motive: nil),
    ]
    if let site {
      let place = try #require(AuditNames.site(key, siret: key + "00013"))
      steps.append(.set("name", on: place, to: .string(site), over: [], motive: nil))
    }
    try await office.push(stream, steps)
  }

  func dossier(_ scheme: String, _ key: String) async throws -> StreamID {
    let stream = try #require(StreamID.dossier(scheme: scheme, key: key))
    let dossier = try #require(AuditNames.dossier(key))
    let profile = JSONValue.sorted([("categories", .array(["AF", "CFA"])), ("certifying", true)])
    try await office.push(
      stream,
      [
        .set("profile", on: dossier, to: profile, over: [], motive: nil),
        .set("validFrom", on: dossier, to: "2024-11-15", over: [], motive: nil),
      ])
    return stream
  }

  /// A surveillance audit with its team.
  func audit(_ stream: StreamID, lead: UserID) async throws -> EntityID {
    let audit = try #require(EntityID("audit/A1"))
    try await office.push(
      stream,
      [
        .set("kind", on: audit, to: "surveillance", over: [], motive: nil),
        .set("days", on: audit, to: .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]), over: [], motive: nil),
        .set("lead", on: audit, to: .string(lead.description), over: [], motive: nil),
        .add("team", on: audit, value: .string(lead.description)),
      ])
    return audit
  }
}

/// A joined device that pushes at once what its user writes.
final class Laptop {
  let user: UserID
  private let core: ConstatServer
  private let principal: Principal
  private let replica: ReplicaID
  private let key: Curve25519.Signing.PrivateKey
  private let tenant: TenantID
  private var digests: [SyncCore.Digest] = []
  private var ends: [StreamID: Link] = [:]

  init(_ name: String, _ roles: Set<Role>, _ core: ConstatServer) async throws {
    user = try await core.addUser(name: name, roles: roles)
    self.core = core
    key = Curve25519.Signing.PrivateKey()
    replica = ReplicaID(bits: UInt64.random(in: 1...UInt64.max))
    let code = try await core.invite(user).code
    let request = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation))
    let answer = try #require(JoinAnswer(reading: try await core.join(request.body).get()))
    tenant = answer.tenant
    let signIn = TestSignIn(answer, replica: replica, key: key, at: answer.serverTime / 1_000)
    let token = try #require(TokenAnswer(reading: try await core.token(signIn.body).get())).token
    principal = try await core.authenticate(authorization: "Bearer \(token)").get()
  }

  /// The id of the last change pushed.
  var last: ChangeID { ChangeID(replica: replica, seq: digests.count) }

  @discardableResult
  func push(_ stream: StreamID, _ steps: [SyncCore.Operation]) async throws -> ChangeID {
    let seq = digests.count + 1
    let change = Change(
      id: ChangeID(replica: replica, seq: seq), salt: String(repeating: "0", count: 26),
      time: DossierHouse.start + Int64(seq) * 1_000, by: user, stream: stream, operations: steps)
    let line = try ChangeLine(printing: change)
    let link = (ends[stream] ?? .origin(tenant: tenant, stream: stream, replica: replica))
      .next(seq: seq, line: line.digest)
    let seal = ExchangeRequest.Seal(
      stream: stream, seq: seq, signature: try Seal(stream: stream, through: change.id, link: link, key: key).signature)
    let header = ExchangeRequest.Header(
      replica: replica, from: seq, last: seq, digest: digests.last, bookmark: "", limit: 1)
    let request = ExchangeRequest(header: header, items: [.line(line.bytes)], seals: [seal])
    let answer = try await core.exchange(request.body, as: principal).get()
    let accepted = answer.dropLast().split(separator: 0x0A).contains { frame in
      if case .receipt(seq, .accepted) = ExchangeFrame(reading: Array(frame)) { true } else { false }
    }
    try #require(accepted, "the server took no line: \(String(decoding: answer, as: UTF8.self))")
    digests.append(line.digest)
    ends[stream] = link
    return change.id
  }
}
