import AuditModel
import Crypto
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import OfficeConsole

/// A tenant with an office, two auditors and their laptops, one body and one planned audit: what the audit page is tried
/// on.
struct AuditHouse {
  static let key = "999123458"

  let server: ConstatServer
  let templates: PageTemplates
  let stream: StreamID
  let audit: EntityID
  let office: AuditLaptop
  let lead: AuditLaptop
  let second: AuditLaptop

  init(scheme: Scheme = .qualiopi) async throws {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("cabinet-exemple")), random: AuditHouseRandom(1))
    let server = try ConstatServer(ledger: ledger, clock: AuditHouseClock(), random: AuditHouseRandom(78))
    self.server = server
    templates = try PageTemplates(OfficeConsole.templates)
    let stream = try #require(StreamID.dossier(scheme: scheme.rawValue, key: Self.key))
    self.stream = stream
    audit = try #require(EntityID("audit/A1"))
    office = try await AuditLaptop("Bureau", [.office], on: server, seed: 10)
    lead = try await AuditLaptop("Claire Responsable", [.auditor], on: server, seed: 20)
    second = try await AuditLaptop("Denis Auditeur", [.auditor], on: server, seed: 30)
    for auditor in [lead, second] { try await server.assign(auditor.user, streams: [stream]) }
  }

  /// The plan of an ordinary surveillance audit, led by the first auditor.
  func plan(lead: AuditLaptop? = nil, scope: [Int] = [1, 4, 17], days: (String, String) = ("2026-05-12", "2026-05-13"))
    async throws
  {
    let body = try #require(AuditNames.body(Self.key))
    let organisation = try #require(StreamID.organisation(Self.key))
    let dossier = try #require(AuditNames.dossier(Self.key))
    try await office.push(
      organisation, [.set("legalName", on: body, to: "ATELIERS DU VAL", over: [], motive: nil)])
    try await office.push(
      stream,
      [
        set("profile", .sorted([("categories", .array(["AF"]))]), on: dossier),
        set("kind", "surveillance"), set("mode", "on-site"),
        set("days", .sorted([("first", .string(days.0)), ("last", .string(days.1))])),
        set("lead", .string((lead ?? self.lead).user.description)),
        set("scope", .array(scope.map { .integer(Int64($0)) })), set("guide", "V9"), set("pack", "qualiopi-2026-01"),
        .add("team", on: audit, value: .string(self.lead.user.description)),
        .add("team", on: audit, value: .string(second.user.description)),
        .add("sites", on: audit, value: .sorted([("key", "siege"), ("name", "Siège")])),
        .add("sites", on: audit, value: .sorted([("key", "atelier"), ("name", "Atelier du port")])),
        .add("samples", on: audit, value: .sorted([("key", "cap"), ("title", "CAP électricien")])),
        .add("documents", on: audit, value: "bpf"),
      ])
  }

  func set(_ field: FieldName, _ value: JSONValue, on entity: EntityID? = nil, over: [ChangeID] = []) -> Operation {
    .set(field, on: entity ?? audit, to: value, over: over, motive: nil)
  }

  func item(_ code: Int) throws -> EntityID { try #require(AuditNames.item(audit, indicator: code)) }

  /// The page as one person gets it.
  func page(
    as reader: AuditLaptop? = nil, query: String = "", language: Language = .french
  ) async throws -> String {
    let reply = try await AuditPage.answer(visit(as: reader, query: query, language: language), templates)
    guard case .page(_, let main, 200) = reply else {
      Issue.record("no page but \(reply)")
      return ""
    }
    #expect(!main.contains("{{") && !main.contains("[["))
    return main
  }

  func report() async throws -> PageReply { try await AuditReportPage.answer(visit(), templates) }

  func visit(
    as reader: AuditLaptop? = nil, audit name: String? = nil, stream other: StreamID? = nil, query: String = "",
    language: Language = .french
  ) -> Visit {
    Visit(
      core: server, principal: (reader ?? office).principal,
      request: PageRequest(
        path: "/", query: query,
        parameters: ["stream": (other ?? stream).description, "audit": name ?? audit.localName], host: "localhost"),
      language: language)
  }
}

/// A laptop that writes lines and pushes each at once.
final class AuditLaptop {
  let user: UserID
  let replica: ReplicaID
  let principal: Principal
  private let server: ConstatServer
  private let key: Curve25519.Signing.PrivateKey
  private let tenant: TenantID
  private var random: AuditHouseRandom
  private var lines: [[UInt8]] = []
  private var chainEnds: [StreamID: Link] = [:]

  init(_ name: String, _ roles: Set<Role>, on server: ConstatServer, seed: UInt64) async throws {
    self.server = server
    var random = AuditHouseRandom(seed)
    user = try await server.addUser(name: name, roles: roles)
    key = try Curve25519.Signing.PrivateKey(
      rawRepresentation: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    replica = ReplicaID(bits: random.next())
    let code = try await server.invite(user).code
    let body = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation)).body
    let answer = try #require(JoinAnswer(reading: try await server.join(body).get()))
    tenant = answer.tenant
    self.random = random
    let signIn = TestSignIn(answer, replica: replica, key: key, at: answer.serverTime / 1_000)
    let token = try #require(TokenAnswer(reading: try await server.token(signIn.body).get())).token
    principal = try await server.authenticate(authorization: "Bearer \(token)").get()
  }

  /// Writes one change and has the server take it; the test fails when it does not.
  @discardableResult
  func push(_ stream: StreamID, _ operations: [SyncCore.Operation]) async throws -> ChangeID {
    let seq = lines.count + 1
    let line = try ChangeLine(
      printing: Change(
        id: ChangeID(replica: replica, seq: seq),
        salt: Crockford32.encode(high: random.next(), low: random.next()),
        time: AuditHouseClock.start + Int64(seq) * 60_000, by: user, stream: stream, operations: operations))
    let before = chainEnds[stream] ?? .origin(tenant: tenant, stream: stream, replica: replica)
    let link = before.next(seq: seq, line: SyncCore.Digest(of: line.bytes))
    let last = lines.last.map { SyncCore.Digest(of: $0) }
    lines.append(line.bytes)
    chainEnds[stream] = link
    let seal = try Seal(stream: stream, through: ChangeID(replica: replica, seq: seq), link: link, key: key)
    let request = ExchangeRequest(
      header: ExchangeRequest.Header(
        replica: replica, from: seq, last: seq, digest: last, bookmark: "", limit: 1),
      items: [.line(line.bytes)], seals: [ExchangeRequest.Seal(stream: stream, seq: seq, signature: seal.signature)])
    let answer = try await server.exchange(request.body, as: principal).get()
    let receipts = try answer.dropLast().split(separator: 0x0A).map { try #require(ExchangeFrame(reading: Array($0))) }
      .compactMap { if case .receipt(_, let receipt) = $0 { receipt } else { nil } }
    guard case .accepted? = receipts.first else {
      Issue.record("the server did not accept \(operations): \(receipts)")
      return ChangeID(replica: replica, seq: seq)
    }
    return ChangeID(replica: replica, seq: seq)
  }
}

/// A clock that stands still: 20 May 2026, 11 h in Paris.
struct AuditHouseClock: ServerClock {
  static let start: Int64 = 1_779_267_600_000
  func now() -> Int64 { Self.start }
}

/// SplitMix64: the same numbers in every run.
struct AuditHouseRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
