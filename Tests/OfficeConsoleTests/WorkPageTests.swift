import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@testable import OfficeConsole

@Suite struct `the work list` {
  @Test func `says that nothing waits, part by part`() async throws {
    let house = try WorkHouse()
    let office = try await house.person("Service certification", [.office])
    let html = try await house.html(office)
    #expect(html.contains("Rien n&#39;attend personne."))
    for section in WorkSection.allCases {
      #expect(html.part(section.rawValue).contains("<span class=\"count\">(0)</span>"), "\(section)")
      #expect(html.part(section.rawValue).contains("class=\"hint\""), "\(section)")
    }
    #expect(!html.contains("data-line"))
    #expect(!(try await house.html(office, "section=audits")).contains("Rien n&#39;attend personne."))
  }

  @Test func `what the reader may settle comes first, and of the rest it says for whom`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let lead = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let second = try await house.person("Dominique Second", [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: lead, team: [lead, second], first: "2026-09-21", last: "2026-09-22")
    try await house.diverge(body, indicator: 17, lead, second)
    try await house.write(body.organisation, by: office) {
      [$0.write("legalName", on: body.body, "ATELIERS DU VAL FICTIF SAS")]
    }

    let forOffice = try await house.html(office).part("divergences")
    let mine = try #require(forOffice.split(separator: "<h3>").dropFirst().first)
    #expect(mine.hasPrefix("Que vous pouvez trancher</h3>"))
    #expect(mine.contains("organisme, dénomination") && !mine.contains("cotation"))
    let others = try #require(forOffice.split(separator: "<h3>").dropFirst(2).first)
    #expect(others.hasPrefix("Que d&#39;autres tranchent</h3>"))
    #expect(others.contains("majeure / mineure"))
    #expect(others.contains("À trancher par Camille Meneuse, responsable d&#39;audit"))

    let forLead = try await house.html(lead)
    #expect(forLead.contains("2 divergences à trancher (dont 1 par vous)"))
    let first = try #require(forLead.part("divergences").split(separator: "<h3>").dropFirst().first)
    #expect(first.contains("cotation") && !first.contains("dénomination"))
    #expect(forLead.part("divergences").contains("À trancher par le service certification"))
    #expect(first.contains("href=\"/divergences/\(body.dossier)/D-"))
  }

  @Test func `a divergence settled since is gone from the next page`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    let receipt = try await house.write(body.organisation, by: office) {
      [$0.write("legalName", on: body.body, "AUTRE NOM")]
    }
    #expect(try await house.html(office).part("divergences").contains("(1)"))
    try await house.write(body.organisation, by: office) { desk in
      let heads = desk.fold.field("legalName", of: body.body, schema: AuditSchema.current)?.over ?? []
      #expect(heads.contains(receipt.id) && heads.count == 2)
      return [WorkHouse.set("legalName", body.body, "AUTRE NOM", over: heads, motive: "statuts lus")]
    }
    #expect(try await house.html(office).part("divergences").contains("(0)"))
  }

  @Test func `L4: nobody reads a line of a stream outside their scope`() async throws {
    let house = try WorkHouse()
    let own = try await house.body(1, "ORGANISME AFFECTE")
    let other = try await house.body(2, "ORGANISME TU")
    let auditor = try await house.person("Camille Meneuse", [.auditor], [own.dossier])
    let elsewhere = try await house.person("Dominique Ailleurs", [.auditor], [other.dossier])
    let writer = try await house.person("Alix Ecrit", [.auditor, .office])
    for body in [own, other] {
      try await house.plan(body, lead: writer, team: [writer], first: "2026-09-10", last: "2026-09-11")
      try await house.diverge(body, indicator: 4, writer, body.key == own.key ? auditor : elsewhere)
      try await house.write(body.dossier, by: writer) { [$0.request("audit.close", on: body.audit)] }
    }
    let html = try await house.html(auditor)
    #expect(html.contains("ORGANISME AFFECTE"))
    #expect(!html.contains("ORGANISME TU") && !html.contains(other.key) && !html.contains("Dominique Ailleurs"))
    for part in ["divergences", "refusals", "audits", "deadlines"] {
      #expect(html.part(part).contains("(1)"), "\(part)")
    }
    #expect(try await house.html(writer).part("divergences").contains("(2)"))
    for part in ["situations", "devices", "quarantine"] { #expect(!html.contains("id=\"\(part)\"")) }
    for part in WorkSection.allCases {
      #expect(!(try await house.html(auditor, "section=\(part.rawValue)")).contains("ORGANISME TU"))
    }
    try await house.server.assign(auditor.user, streams: [other.dossier])
    #expect(try await house.html(auditor).contains("ORGANISME TU"))
  }

  @Test func `fifty lines of a part, and all of it page by page`() async throws {
    let house = try WorkHouse()
    let office = try await house.person("Service certification", [.office])
    let other = try await house.person("Alix Ecrit", [.office])
    for number in 0..<120 {
      let body = try await house.body(number, "ORGANISME \(number)")
      try await house.write(body.organisation, by: other) { [$0.write("legalName", on: body.body, "AUTRE")] }
    }
    let first = try await house.html(office, "days=20")
    #expect(first.part("divergences").count(of: "data-line") == 50)
    #expect(first.contains("120 divergences à trancher (dont 120 par vous)"))
    #expect(first.contains("href=\"/?days=20&amp;section=divergences\""))
    let last = try await house.html(office, "section=divergences&page=3")
    #expect(last.count(of: "data-line") == 20 && last.contains("page 3 sur 3"))
    #expect(last.contains("href=\"/?section=divergences&amp;page=2\"") && !last.contains("rel=\"next\""))
    #expect(!last.contains("id=\"deadlines\""))
    let pages = [
      try await house.html(office, "section=divergences"), try await house.html(office, "section=divergences&page=2"),
      last,
    ]
    let links = pages.flatMap { page in
      page.split(separator: "href=\"/divergences/").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
    #expect(Set(links).count == 120)
    #expect(try await house.html(office, "section=divergences&page=99") == last, "a page past the end is the last")
    #expect(try await house.html(office, "section=nonsense&page=x&days=7").contains("id=\"deadlines\""))
  }

  @Test func `hostile text stays text`() async throws {
    let house = try WorkHouse()
    let hostile = "<script>alert(\"1\")</script>'\u{202E}&"
    let body = try await house.body(1, hostile)
    let auditor = try await house.person(hostile, [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: auditor, team: [auditor], first: "2026-09-10", last: "2026-09-11")
    try await house.write(body.organisation, by: office) {
      [$0.write("legalName", on: body.body, .string(hostile + "2"))]
    }
    let situation = try #require(EntityID("situation/S1"))
    try await house.write(body.organisation, by: auditor) {
      $0.situation(
        situation, subject: hostile, observed: .string(hostile), on: hostile, proofDue: hostile, note: hostile)
    }
    for language in Language.allCases {
      let html = try await house.html(office, "", language)
      #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
      #expect(!html.contains("alert(\"1\")"))
      #expect(html.contains("<bdi>&lt;script&gt;"), "what turns the direction of writing ends with its own text")
    }
  }

  @Test func `speaks English to those who read it`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: office, team: [office], first: "2026-09-10", last: "2026-09-11")
    try await house.write(body.dossier, by: office) { [$0.request("audit.close", on: body.audit)] }
    let html = try await house.html(office, "", .english)
    #expect(html.contains("1 refused act; 1 audit complete or waiting; 1 due date."))
    #expect(html.contains("Requested by Service certification") && html.contains("Overdue</h3>"))
    #expect(html.contains("The act is requested") || html.contains("The audit"))
  }
}
