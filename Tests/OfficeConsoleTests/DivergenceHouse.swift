import AuditModel
import AuditSchema
import Crypto
import ServerHTTP
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

@testable import OfficeConsole
@testable import ServerCore

/// An office, a lead auditor and a colleague with a laptop each, all of whom sign in to the console as well.
final class DivergenceHouse: Sendable {
  static let body = "999123458"
  static let dossier = StreamID.dossier(scheme: "qualiopi", key: body)!
  static let organisation = StreamID.organisation(body)!
  static let audit = EntityID("audit/A1")!
  static let item = audit.child("item", "17")!
  static let register = EntityID("body/\(body)")!

  /// A person with a laptop and a session.
  struct Person: Sendable {
    let name: String
    let user: UserID
    let laptop: DivergenceLaptop
    let session: String
  }

  let core: ConstatServer
  let console: OfficeConsole
  let office: Person
  let lead: Person
  let colleague: Person

  private struct Clock: ServerClock {
    func now() -> Int64 { 1_790_000_000_000 }
  }

  init(names: [String] = ["Service", "Responsable", "Collègue"]) async throws {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("certificateur-fictif")), random: SystemRandomNumberGenerator())
    core = try ConstatServer(ledger: ledger, clock: Clock(), random: SystemRandomNumberGenerator())
    console = try OfficeConsole(core: core)
    office = try await Self.person(names[0], [.office], core)
    lead = try await Self.person(names[1], [.auditor], core)
    colleague = try await Self.person(names[2], [.auditor], core)
    for person in [lead, colleague] { try await core.assign(person.user, streams: [Self.dossier]) }
    try await say(
      office, Self.dossier,
      [
        .set("lead", on: Self.audit, to: .string(lead.user.description), over: [], motive: nil),
        .set("kind", on: Self.audit, to: "surveillance", over: [], motive: nil),
        .add("team", on: Self.audit, value: .string(lead.user.description)),
      ])
  }

  private static func person(_ name: String, _ roles: Set<Role>, _ core: ConstatServer) async throws
    -> Person
  {
    let user = try await core.addUser(name: name, roles: roles)
    let laptop = try await DivergenceLaptop(user, core)
    let session = "session-of-\(user)"
    try await core.open(session, of: user)
    return Person(name: name, user: user, laptop: laptop, session: session)
  }

  /// Writes steps on a person's laptop and exchanges.
  @discardableResult
  func say(_ person: Person, _ stream: StreamID, _ operations: [SyncCore.Operation]) async throws -> ChangeID {
    try await person.laptop.write(stream, operations, by: person.user, core)
  }

  /// Two grades for indicator 17 that nobody had seen of each other.
  @discardableResult
  func disputeGrade(_ item: EntityID = DivergenceHouse.item) async throws -> [ChangeID] {
    [
      try await say(lead, Self.dossier, [.set("grade", on: item, to: "conform", over: [], motive: nil)]),
      try await say(colleague, Self.dossier, [.set("grade", on: item, to: "major", over: [], motive: nil)]),
    ].sorted()
  }

  // MARK: the browser

  struct Shown {
    let status: Int
    let html: String
    let location: String?

    /// The values of an input by name, as the page holds them.
    func values(of name: String) -> [String] {
      html.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
    }
  }

  func get(_ path: String, as person: Person, english: Bool = false) async throws -> Shown {
    try await ask(.get, path, [], as: person, english: english)
  }

  func post(_ path: String, _ fields: [(String, String)], as person: Person) async throws -> Shown {
    try await ask(.post, path, fields, as: person, english: false)
  }

  private func ask(
    _ method: PageRoute.Method, _ target: String, _ fields: [(String, String)], as person: Person, english: Bool
  ) async throws -> Shown {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let words = parts[0].split(separator: "/").map(String.init)
    let route = try #require(
      console.routes.first { route in
        let pattern = route.path.split(separator: "/").map(String.init)
        return route.method == method && pattern.count == words.count
          && zip(pattern, words).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
      }, "no route for \(target)")
    var parameters: [String: String] = [:]
    for (pattern, word) in zip(route.path.split(separator: "/"), words) where pattern.hasPrefix("{") {
      parameters[String(pattern.dropFirst().dropLast())] = word
    }
    let answer = await console.answer(
      PageRequest(
        path: parts[0], query: parts.count > 1 ? parts[1] : "", parameters: parameters,
        form: FormFields(fields.map { FormFields.Field($0.0, $0.1) }),
        cookies: ["constat-session": person.session, "constat-language": english ? "en" : "fr"],
        origin: "http://constat.example", host: "constat.example"),
      on: route)
    guard case .bytes(let bytes) = answer.body else { throw PageFault.notFound }
    return Shown(
      status: answer.status, html: String(decoding: bytes, as: UTF8.self),
      location: answer.headers.first { $0.name == "Location" }?.value)
  }
}

/// A laptop written from the protocol alone: each change is pushed at once, with its seal.
actor DivergenceLaptop {
  private let replica: ReplicaID
  private let key = Curve25519.Signing.PrivateKey()
  private let principal: Principal
  private let tenant: TenantID
  private var seq = 0
  private var last: SyncCore.Digest?
  private var ends: [StreamID: Link] = [:]

  init(_ user: UserID, _ core: ConstatServer) async throws {
    replica = ReplicaID(bits: UInt64.random(in: 1...UInt64.max))
    let code = try await core.invite(user).code
    let body = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation)).body
    let answer = try #require(JoinAnswer(reading: try await core.join(body).get()))
    tenant = answer.tenant
    let signIn = TestSignIn(answer, replica: replica, key: key, at: answer.serverTime / 1_000)
    let token = try #require(TokenAnswer(reading: try await core.token(signIn.body).get())).token
    principal = try await core.authenticate(authorization: "Bearer \(token)").get()
  }

  func write(_ stream: StreamID, _ operations: [SyncCore.Operation], by user: UserID, _ core: ConstatServer)
    async throws
    -> ChangeID
  {
    seq += 1
    let id = ChangeID(replica: replica, seq: seq)
    let line = try ChangeLine(
      printing: Change(
        id: id, salt: Crockford32.encode(high: UInt64(seq), low: 7), time: 1_789_000_000_000 + Int64(seq), by: user,
        stream: stream, operations: operations))
    let before = ends[stream] ?? .origin(tenant: tenant, stream: stream, replica: replica)
    let link = before.next(seq: seq, line: line.digest)
    ends[stream] = link
    let seal = ExchangeRequest.Seal(
      stream: stream, seq: seq, signature: try Seal(stream: stream, through: id, link: link, key: key).signature)
    let request = ExchangeRequest(
      header: ExchangeRequest.Header(
        replica: replica, from: seq, last: seq, digest: last, bookmark: "", limit: 1),
      items: [.line(line.bytes)], seals: [seal])
    last = line.digest
    let answer = try await core.exchange(request.body, as: principal).get()
    #expect(
      String(decoding: answer, as: UTF8.self).contains("\"refused\"") == false, "a line of the laptop was refused")
    return id
  }
}

extension ConstatServer {
  /// A session without its password, whose key takes its time by design.
  fileprivate func open(_ secret: String, of user: UserID) throws {
    try write { workspace in
      try workspace.introduceConsole(of: user)
      try workspace.ledger.put(
        ConsoleSession(hash: SyncCore.Digest(of: Array(secret.utf8)), user: user, expires: workspace.now + 86_400_000))
    }
  }
}

extension String {
  func components(separatedBy marker: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(marker) {
        parts.append(current)
        current = ""
        rest = rest.dropFirst(marker.count)
      } else {
        current.append(rest.removeFirst())
      }
    }
    return parts + [current]
  }
}
