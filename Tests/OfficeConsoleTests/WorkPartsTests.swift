import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing
import WorkingDays

@testable import OfficeConsole
@testable import ServerCore

@Suite struct `the parts of the work list` {
  @Test func `a refused act stands with rule and sentence until it is asked for again`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let lead = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: lead, team: [lead], first: "2026-09-20", last: "2026-09-21")
    let refused = try await house.write(body.dossier, by: lead) { [$0.request("audit.close", on: body.audit)] }
    #expect(refused.rulings.map(\.verdict) == [.refused])
    let html = try await house.html(office).part("refusals")
    #expect(
      html.contains("(1)") && html.contains("clôturer l&#39;audit") && html.contains("Demandé par Camille Meneuse"))
    let reason = try #require(RefusedActReading.reasons(of: refused).first)
    #expect(html.contains("\(reason.rule) — "))
    #expect(html.contains("href=\"/dossiers/\(body.dossier)/audits/A1\""))

    house.clock.advance(minutes: 5)
    try await house.write(body.dossier, by: lead) { [$0.request("audit.close", on: body.audit)] }
    #expect(try await house.html(office).part("refusals").contains("(1)"), "the same act refused again is one line")

    house.clock.advance(minutes: 5)
    let seen = SeenVector()
    let request = try await house.say(body.dossier, [.request("audit.close", on: body.audit, seen: seen)])
    try await house.say(
      body.dossier,
      [.rule(Ruling(request: request, verdict: .accepted, rules: ["T-QUAL-A07"], pack: "p", reasons: .null))])
    #expect(try await house.html(office).part("refusals").contains("(0)"))
  }

  @Test func `a decision written anew for the same audit repeats the one refused`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    for number in 1...2 {
      let decision = try #require(EntityID("decision/D\(number)"))
      let request = try await house.say(
        body.dossier,
        [
          WorkHouse.set("audit", decision, .string(body.audit.description)),
          .request("decision.record", on: decision, seen: SeenVector()),
        ])
      let verdict: Ruling.Verdict = number == 1 ? .refused : .accepted
      try await house.say(
        body.dossier, [.rule(Ruling(request: request, verdict: verdict, rules: [], pack: "p", reasons: .null))])
      #expect(try await house.html(office).part("refusals").contains(number == 1 ? "(1)" : "(0)"))
      house.clock.advance(minutes: 1)
    }
  }

  @Test func `a reported change waits for the office until it is answered or the register says so`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let auditor = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    let ids = try (1...2).map { try #require(EntityID("situation/S\($0)")) }
    for id in ids {
      try await house.write(body.organisation, by: auditor) {
        $0.situation(
          id, subject: "name", observed: .string(id == ids[0] ? "Nouveau nom" : "Autre"), on: "2026-09-20",
          proofDue: "Kbis", note: nil)
      }
    }
    let html = try await house.html(office).part("situations")
    #expect(html.contains("(2)") && html.contains("href=\"/situations/\(body.organisation)/S1\""))
    #expect(html.contains("dénomination") && html.contains("Nouveau nom") && html.contains("Kbis"))
    #expect(html.contains("20 septembre 2026"))
    #expect(!(try await house.html(auditor)).contains("id=\"situations\""))

    try await house.say(body.organisation, [WorkHouse.set("answer", ids[1], .sorted([("outcome", "set-aside")]))])
    #expect(try await house.html(office).part("situations").contains("(1)"))
    try await house.write(body.organisation, by: office) { desk in
      let heads = desk.fold.field("legalName", of: body.body, schema: AuditSchema.current)?.over ?? []
      return [WorkHouse.set("legalName", body.body, "NOUVEAU NOM", over: heads)]
    }
    #expect(try await house.html(office).part("situations").contains("(0)"))
  }

  @Test func `an audit waits for a member, then for lines, then is complete, then over`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let lead = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let second = try await house.person("Dominique Second", [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: lead, team: [lead, second], first: "2026-09-23", last: "2026-09-24")
    #expect(try await house.html(office).part("audits").contains("(0)"), "its last day is to come and nobody is done")
    try await house.write(body.dossier, by: lead) { $0.done(body.audit, replica: lead.principal.replica, lastSeq: 0) }
    var html = try await house.html(office).part("audits")
    #expect(html.contains("En attente d&#39;un poste</h3>"))
    #expect(html.contains("la saisie\u{202F}: Dominique Second<"))

    let replica = second.principal.replica
    let device = try #require(AuditNames.device(body.audit, replica))
    func isDone(through seq: Int) -> JSONValue {
      .sorted([
        ("last", .integer(Int64(seq))), ("seen", SeenVector([replica: seq]).json),
        ("user", .string(second.user.description)),
      ])
    }
    let early = try await house.say(body.dossier, [WorkHouse.set("done", device, isDone(through: 9))])
    html = try await house.html(office).part("audits")
    #expect(html.contains("des lignes ne sont pas arrivées") && html.contains("Dominique Second"))
    try await house.say(
      body.dossier,
      [
        WorkHouse.set(
          "done", device, .sorted([("last", 0), ("seen", .sorted([])), ("user", .string(second.user.description))]),
          over: [early])
      ])
    html = try await house.html(office).part("audits")
    #expect(html.contains("Complets</h3>") && html.contains("complet</span>"))
    try await house.say(body.dossier, [.state("stage", on: body.audit, to: "reportProvisional", over: [])])
    #expect(try await house.html(office).part("audits").contains("(0)"))
  }

  @Test func `due dates overdue first, as far ahead as asked`() async throws {
    let house = try WorkHouse()
    let office = try await house.person("Service certification", [.office])
    let late = try await house.body(1, "EN RETARD")
    try await house.plan(late, lead: office, team: [office], first: "2026-09-01", last: "2026-09-01")
    let soon = try await house.body(2, "BIENTOT")
    try await house.plan(soon, lead: office, team: [office], first: "2026-09-18", last: "2026-09-18")
    let later = try await house.body(3, "PLUS TARD")
    try await house.plan(later, lead: office, team: [office], first: "2026-09-25", last: "2026-09-25")
    let html = try await house.html(office, "days=5").part("deadlines")
    #expect(html.contains("(2)") && !html.contains("PLUS TARD"))
    let groups = html.split(separator: "<h3>").dropFirst()
    #expect(groups.first?.hasPrefix("Dépassées") == true && groups.first?.contains("EN RETARD") == true)
    #expect(groups.last?.hasPrefix("À venir") == true && groups.last?.contains("4 jours ouvrés") == true)
    #expect(html.contains("R-QUAL-66") && html.contains("rapport provisoire à remettre"))
    #expect(html.contains("25 septembre 2026"))
    #expect(try await house.html(office).part("deadlines").contains("PLUS TARD"))
    try await house.say(late.dossier, [.state("stage", on: late.audit, to: "reportProvisional", over: [])])
    #expect(!(try await house.html(office).part("deadlines")).contains("EN RETARD"))
  }

  @Test func `a surveillance held, a certificate ended and delays of no open non-conformity are over`() async throws {
    let house = try WorkHouse()
    let office = try await house.person("Service certification", [.office])
    func dates(_ number: Int, validFrom: String, _ more: (WorkHouse.Body) async throws -> Void = { _ in }) async throws
      -> String
    {
      let body = try await house.body(number, "ORGANISME \(number)")
      try await house.say(body.dossier, [WorkHouse.set("validFrom", body.entity, .string(validFrom))])
      try await more(body)
      let lines = try await house.html(office, "section=deadlines").part("deadlines")
      return lines.split(separator: "<li>").filter { $0.contains("ORGANISME \(number) ") }.joined(separator: "\n")
    }
    // Eighteen months on 1 October 2026.
    #expect(try await dates(1, validFrom: "2025-04-01").contains("jour de référence"))
    #expect(
      try await dates(2, validFrom: "2025-04-01") { body in
        try await house.say(
          body.dossier,
          [
            WorkHouse.set("kind", try #require(EntityID("audit/S2")), "surveillance"),
            WorkHouse.set("startedOn", try #require(EntityID("audit/S2")), "2026-06-15"),
          ])
      }.isEmpty)
    let unwatched = try await dates(3, validFrom: "2024-09-01")
    #expect(
      unwatched.contains("dernier jour") && unwatched.contains("R-QUAL-49")
        && !unwatched.contains("peut être planifiée"))
    #expect(try await dates(4, validFrom: "2023-09-20").isEmpty, "three years ended yesterday")
    #expect(try await dates(5, validFrom: "2023-09-25").contains("fin de validité du certificat"))
    let beyond = try await dates(6, validFrom: "9998-01-01")
    #expect(beyond.contains("échéance incalculable\u{202F}: une date est hors du calendrier"))
    #expect(beyond.contains("fin de validité du certificat") && !beyond.contains("jour de référence"))
    func majors(_ number: Int, _ stage: String) async throws -> String {
      try await dates(number, validFrom: "2026-06-01") { body in
        try await house.plan(body, lead: office, team: [office], first: "2026-06-25", last: "2026-06-25")
        try await house.say(body.dossier, [.state("stage", on: body.audit, to: "reportProvisional", over: [])])
        let found = try #require(EntityID("nonconformity/N\(number)"))
        try await house.say(
          body.dossier,
          [
            WorkHouse.set("grade", found, "major"),
            WorkHouse.set("origin", found, .string(body.audit.description)),
            .state("stage", on: found, to: stage, over: []),
          ])
      }
    }
    #expect(try await majors(7, "raised").contains("preuves sur les non-conformités majeures"))
    #expect(try await majors(8, "lifted").isEmpty)
  }

  @Test func `a device of somebody at work is silent after five working days`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    let assigned = try await house.person("Camille Affectée", [.auditor], [body.dossier])
    let idle = try await house.person("Dominique Oisif", [.auditor])
    let leading = try await house.person("Alix Responsable", [.auditor])
    let laptops = [101, 102, 103].map { ReplicaID(bits: $0) }
    for (laptop, person) in zip(laptops, [assigned, idle, leading]) {
      let key = [UInt8](repeating: UInt8(laptop.bits), count: 32)
      try await house.say(
        .directory, DirectoryOperations.device(replica: laptop, user: person.user, publicKey: key))
    }
    func hear(_ laptops: [ReplicaID], _ time: Int64) throws {
      try house.ledger.write { ledger in
        for laptop in laptops { try ledger.put(DeviceContact(device: laptop, last: time)) }
      }
    }
    let never = try await house.html(office).part("devices")
    #expect(never.contains("(1)") && never.contains("Camille Affectée") && never.contains("jamais synchronisé"))
    // Monday last week: Tuesday to Monday are five working days.
    try hear(laptops, house.clock.now() - 7 * 86_400_000)
    #expect(try await house.html(office).part("devices").contains("(0)"))
    try hear(laptops, house.clock.now() - 10 * 86_400_000)
    var html = try await house.html(office).part("devices")
    #expect(html.contains("(1)") && html.contains("Camille Affectée") && !html.contains("Oisif"))
    #expect(html.contains("silencieux depuis le 11 septembre 2026"))
    try await house.plan(body, lead: leading, team: [leading], first: "2026-09-20", last: "2026-09-21")
    html = try await house.html(office).part("devices")
    #expect(html.contains("(2)") && html.contains("Alix Responsable"))
    let device = try #require(AuditNames.directoryDevice(laptops[0]))
    try await house.say(.directory, [WorkHouse.set("revoked", device, true)])
    #expect(!(try await house.html(office).part("devices")).contains("Camille Affectée"))
  }

  @Test func `lines kept aside are counted by reason, the newest listed`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    let auditor = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let (now, replica) = (house.clock.now(), auditor.principal.replica)
    try house.ledger.write { ledger in
      for number in 1...600 {
        try ledger.add(
          QuarantineRow(
            id: ChangeID(replica: replica, seq: number), user: auditor.user, received: now + Int64(number) * 60_000,
            code: number % 3 == 0 ? .notWriter : .outOfScope, detail: "stream", stream: body.dossier, bytes: [1, 2]))
      }
    }
    let html = try await house.html(office)
    #expect(html.contains("600 lignes mises de côté"))
    let part = html.part("quarantine")
    #expect(part.contains("dossier non affecté à la personne</th><td>400</td>"))
    #expect(part.contains("champ que ce rôle n&#39;écrit pas</th><td>200</td>"))
    #expect(part.contains("La liste montre les 200 plus récentes."))
    #expect(part.count(of: "<li>") == 50 && part.contains("href=\"/quarantine?row=600#row-600\""))
    #expect(try await house.html(office, "section=quarantine&page=4").count(of: "<li>") == 50)
    #expect(!(try await house.html(auditor)).contains("id=\"quarantine\""))
  }
}

/// The reasons of a refused edit.
private enum RefusedActReading {
  static func reasons(of receipt: ConsoleReceipt) -> [(rule: String, code: String)] {
    receipt.rulings.flatMap { $0.reasons.elements ?? [] }.compactMap { entry in
      guard let rule = entry["rule"]?.text, let code = entry["code"]?.text else { return nil }
      return (rule, code)
    }
  }
}
