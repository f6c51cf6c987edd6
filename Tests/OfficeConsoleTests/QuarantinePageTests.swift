import AuditModel
import AuditSchema
import Crypto
import ServerCore
import ServerHTTP
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import OfficeConsole

/// What the server kept aside and which devices are silent, on their page.
@Suite(.timeLimit(.minutes(2))) struct QuarantinePageTests {
  private static let key = "999123458"

  private let house: DossierHouse
  private let stream: StreamID
  private let auditor: StrayLaptop

  init() async throws {
    house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif")
    stream = try await house.dossier("qualiopi", Self.key)
    auditor = try await StrayLaptop("Auditrice <b>fictive</b>", house.core)
  }

  private func note(_ text: String) throws -> [SyncCore.Operation] {
    [
      .set(
        "planningNote", on: try #require(AuditNames.dossier(Self.key)), to: .string(text), over: [], motive: nil)
    ]
  }

  private func admit(_ row: String, as cookie: String? = nil) async throws -> (status: Int, html: String, to: String?) {
    let sent = try await house.send("/quarantine", [("row", row)], as: cookie ?? house.cookie)
    return (sent.page.status, sent.page.html, sent.location)
  }

  @Test func `a line kept aside says who sent it, why it was not taken and what it would have written`() async throws {
    let empty = try await house.open("/quarantine").html
    #expect(empty.contains("Aucune ligne n'a été mise de côté."))
    try await auditor.push(stream, try note("<script>vu</script>"))
    let html = try await house.open("/quarantine").html
    #expect(html.contains("Atelier fictif — Qualiopi") && html.contains("dossier non affecté à la personne"))
    #expect(html.contains("a renseigné le dossier — note de planification\u{202F}: &lt;script&gt;vu&lt;/script&gt;"))
    #expect(html.contains("Auditrice &lt;b&gt;fictive&lt;/b&gt;") && !html.contains("<script>vu"))
    #expect(html.contains("Admettre en mon nom") && html.contains("href=\"/quarantine/1\" download"))
    let english = try await house.open("/quarantine", language: "en").html
    #expect(english.contains("dossier not assigned to the person") && english.contains("Admit under my name"))
    #expect(!english.contains("{{") && !english.contains("Mis de côté"))
    let work = try await house.open("/").html
    #expect(work.contains("href=\"/quarantine?row=1#row-1\""))
  }

  @Test func `admitting writes it anew under one's name, once`() async throws {
    try await auditor.push(stream, try note("vu sur place"))
    let admitted = try await admit("1")
    #expect(admitted.status == 303 && admitted.to == "/quarantine?admitted=1#row-1")
    let html = try await house.open("/quarantine?admitted=1").html
    #expect(html.contains("Écrit de nouveau à votre nom."))
    #expect(html.contains("écrit de nouveau par Service certification, le ") && !html.contains("Admettre en mon nom"))
    let dossier = try #require(AuditNames.dossier(Self.key))
    let fold = try await house.fold(stream)
    #expect(fold.field("planningNote", of: dossier, schema: AuditSchema.current)?.shown == "vu sur place")
    let again = try await admit("1")
    #expect(again.status == 303 && again.to == admitted.to, "it was admitted, and that is what is shown")
    #expect(try await house.fold(stream) == fold)
  }

  @Test func `what one may not write oneself stays aside, and the page says who can`() async throws {
    let audit = try #require(EntityID("audit/A1"))
    try await auditor.push(stream, [.set("startedOn", on: audit, to: "2026-05-04", over: [], motive: nil)])
    let refused = try await admit("1")
    #expect(refused.status == 409)
    #expect(refused.html.contains("La même règle vaut pour vous\u{202F}: champ que ce rôle n&#39;écrit pas."))
    #expect(refused.html.contains("Demandez à quelqu&#39;un qui a ce droit"))
    #expect(try await house.core.quarantine().count == 1)
  }

  @Test func `a line leaves as the very bytes that came`() async throws {
    try await auditor.push(stream, try note("vu"))
    let bytes = try #require(try await house.core.quarantine().first?.bytes)
    let route = try #require(house.console.routes.first { $0.path == "/quarantine/{row}" })
    let answer = await house.console.answer(
      PageRequest(
        path: "/quarantine/1", parameters: ["row": "1"], cookies: ["constat-session": house.cookie], host: "localhost"),
      on: route)
    guard case .bytes(let body) = answer.body else {
      Issue.record("a file is no stream of events")
      return
    }
    #expect(answer.status == 200 && body == bytes)
    let headers = Dictionary(answer.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(headers["Content-Disposition"] == "attachment; filename=\"constat-quarantine-1.json\"")
    #expect(headers["Content-Type"] == "application/octet-stream")
  }

  @Test func `a long list is read page by page, the newest first`() async throws {
    for number in 1...60 { try await auditor.push(stream, try note("note \(number).")) }
    let newest = try await house.open("/quarantine").html
    #expect(newest.contains("note 60.") && newest.contains("note 36.") && !newest.contains("note 35."))
    #expect(newest.contains("href=\"/quarantine?row=35\"") && !newest.contains("rel=\"prev\""))
    let middle = try await house.open("/quarantine?row=35").html
    #expect(
      middle.contains("note 35.") && middle.contains("note 11.") && middle.contains("href=\"/quarantine?row=60\""))
    let of = try await house.open("/quarantine?row=20").html
    #expect(of.contains("id=\"row-20\""))
    let oldest = try await house.open("/quarantine?row=10").html
    #expect(oldest.contains("note 1.") && !oldest.contains("rel=\"next\""))
  }

  @Test func `devices stand with their last exchange, and who may not admit has no such page`() async throws {
    let html = try await house.open("/quarantine").html
    let devices = try #require(html.split(separator: "<h2 id=\"devices\">").last)
    #expect(devices.contains("Service certification") && devices.contains("aujourd&#39;hui"))
    #expect(devices.contains("Auditrice &lt;b&gt;fictive&lt;/b&gt;"))
    let cookie = try await DossierHouse.signIn(auditor.user, "auditrice", house.core, house.ledger)
    #expect(try await house.open("/quarantine", as: cookie).status == 404)
    try await auditor.push(stream, try note("vu"))
    #expect(try await admit("1", as: cookie).status == 404)
    #expect(try await house.open("/quarantine/1", as: cookie).status == 404)
    #expect(!(try await house.open("/", as: cookie).html.contains("/quarantine")))
    #expect(try await house.open("/", as: house.cookie).html.contains("<a href=\"/quarantine\""))
    #expect(try await admit("zéro").status == 400)
  }
}

/// A joined device whose lines the server may not admit.
private final class StrayLaptop {
  let user: UserID
  private let core: ConstatServer
  private let principal: Principal
  private let replica: ReplicaID
  private let key = Curve25519.Signing.PrivateKey()
  private let tenant: TenantID
  private var last: SyncCore.Digest?
  private var seq = 0
  private var link: [StreamID: Link] = [:]

  init(_ name: String, _ core: ConstatServer) async throws {
    self.core = core
    user = try await core.addUser(name: name, roles: [.auditor])
    replica = ReplicaID(bits: UInt64.random(in: 1...UInt64.max))
    let code = try await core.invite(user).code
    let request = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation))
    let answer = try #require(JoinAnswer(reading: try await core.join(request.body).get()))
    tenant = answer.tenant
    let signIn = TestSignIn(answer, replica: replica, key: key, at: answer.serverTime / 1_000)
    let token = try #require(TokenAnswer(reading: try await core.token(signIn.body).get())).token
    principal = try await core.authenticate(authorization: "Bearer \(token)").get()
  }

  func push(_ stream: StreamID, _ steps: [SyncCore.Operation]) async throws {
    seq += 1
    let line = try ChangeLine(
      printing: Change(
        id: ChangeID(replica: replica, seq: seq), salt: String(repeating: "0", count: 26), time: DossierHouse.start,
        by: user, stream: stream, operations: steps))
    let next = (link[stream] ?? .origin(tenant: tenant, stream: stream, replica: replica))
      .next(seq: seq, line: line.digest)
    link[stream] = next
    let seal = ExchangeRequest.Seal(
      stream: stream, seq: seq,
      signature: try Seal(stream: stream, through: line.change.id, link: next, key: key).signature)
    let header = ExchangeRequest.Header(replica: replica, from: seq, last: seq, digest: last, bookmark: "", limit: 1)
    last = line.digest
    let body = ExchangeRequest(header: header, items: [.line(line.bytes)], seals: [seal]).body
    let answer = try await core.exchange(body, as: principal).get()
    let refused = answer.dropLast().split(separator: 0x0A).contains { frame in
      if case .receipt(self.seq, .refused) = ExchangeFrame(reading: Array(frame)) { true } else { false }
    }
    try #require(refused, "the server took the line: \(String(decoding: answer, as: UTF8.self))")
  }
}
