import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import Testing

@testable import OfficeConsole
@testable import ServerCore

@Suite struct `the index of the work list` {
  @Test func `reads so many streams at once and says how far it is`() async throws {
    let house = try WorkHouse()
    for number in 0..<100 { _ = try await house.body(number, "ORGANISME \(number)") }
    let office = try await house.person("Service certification", [.office])
    var state = WorkState()
    var steps: [(read: Int, of: Int)] = []
    while !state.isWhole {
      state = try await house.server.survey { [state] reading in
        var state = state
        try state.advance(reading)
        return state
      }
      steps.append(state.progress)
      if steps.count == 1 {
        let reader = try await house.server.look(as: office.principal) { reading in
          try WorkReader(reading, People(reading, Phrasing(.french)))
        }
        let view = WorkView(state, for: reader, WorkQuery())
        let wording = WorkWording(phrasing: Phrasing(.french), people: reader.people, today: reader.today)
        let html = try PageTemplates(OfficeConsole.templates).render(
          "work", wording.values(view, WorkQuery()), in: .french)
        #expect(html.contains("\(WorkState.streamsAtOnce) dossiers et organismes lus sur \(state.progress.of)"))
        #expect(html.contains("pas encore complète") && !html.contains("Rien n&#39;attend personne"))
        #expect(html.part("divergences").contains("Rien pour l&#39;instant.") && !html.contains("Aucune divergence"))
      }
    }
    #expect(steps.first?.read == WorkState.streamsAtOnce)
    #expect(steps.last.map { $0.read == $0.of } == true && steps.count == 4)
    #expect(state.summaries.count == 100, "the dossiers of audits nobody waits for leave nothing")
  }

  @Test func `L4: how many streams there are is told to those alone who see them all`() async throws {
    let house = try WorkHouse()
    for number in 0..<100 { _ = try await house.body(number, "ORGANISME \(number)") }
    let auditor = try await house.person("Camille Meneuse", [.auditor])
    let state = try await house.server.survey { reading in
      var state = WorkState()
      try state.advance(reading)
      return state
    }
    let reader = try await house.server.look(as: auditor.principal) { reading in
      try WorkReader(reading, People(reading, Phrasing(.french)))
    }
    let view = WorkView(state, for: reader, WorkQuery())
    #expect(!view.isWhole && view.progress == nil)
  }

  @Test func `is read to its end in the background, without anybody looking`() async throws {
    let house = try WorkHouse()
    for number in 0..<200 { _ = try await house.body(number, "ORGANISME \(number)") }
    let index = WorkIndex(house.server)
    #expect(index.look { !$0.isWhole && $0.summaries.isEmpty })
    index.warm()
    for _ in 0..<1_000_000 where !index.look({ $0.isWhole }) { await Task.yield() }
    #expect(index.look { $0.isWhole && $0.summaries.count == 200 })
  }

  @Test func `what changed since is read before what was never read`() async throws {
    let house = try WorkHouse()
    var bodies: [WorkHouse.Body] = []
    for number in 0..<100 { bodies.append(try await house.body(number, "ORGANISME \(number)")) }
    func advanced(_ state: WorkState) async throws -> WorkState {
      try await house.server.survey { reading in
        var state = state
        try state.advance(reading)
        return state
      }
    }
    var state = try await advanced(WorkState())
    let last = bodies[99]
    #expect(state.summaries[last.organisation] == nil)
    try await house.say(last.organisation, [WorkHouse.set("legalName", last.body, "AUTRE")])
    state = try await advanced(state)
    #expect(state.summaries[last.organisation]?.divergences.count == 1)
    #expect(!state.isWhole)
  }

  @Test func `a stream that cannot be read is said to be missing, and only to those who may see it`() async throws {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let office = try await house.person("Service certification", [.office])
    let auditor = try await house.person("Camille Meneuse", [.auditor])
    try await house.write(body.organisation, by: office) { [$0.write("legalName", on: body.body, "AUTRE")] }
    try house.ledger.write { ledger in
      let tip = try ledger.tip()
      let record = LogRecord(
        position: tip.position + 1, stream: body.organisation, kind: .line,
        id: ChangeID(replica: office.principal.replica, seq: 99), frame: Array("{}\n".utf8))
      try ledger.insert(record, hash: tip.hash)
    }
    let html = try await house.html(office)
    #expect(html.contains("absents de cette liste\u{202F}: 1.") && html.part("divergences").contains("(0)"))
    #expect(!(try await house.html(auditor)).contains("absents de cette liste"))
  }

  @Test(arguments: [SettleRight.none, .office, .lead, .authorOrLead], [true, false])
  func `says of every reader what the schema says with the stream at hand`(_ right: SettleRight, _ isDisputed: Bool)
    async throws
  {
    let house = try WorkHouse()
    let body = try await house.body(1, "ATELIERS DU VAL FICTIF")
    let lead = try await house.person("Camille Meneuse", [.auditor], [body.dossier])
    let second = try await house.person("Dominique Second", [.auditor], [body.dossier])
    let other = try await house.person("Alix Tiers", [.auditor], [body.dossier])
    let office = try await house.person("Service certification", [.office])
    try await house.plan(body, lead: lead, team: [lead, second], first: "2026-09-21", last: "2026-09-22")
    if isDisputed {
      try await house.say(body.dossier, [WorkHouse.set("lead", body.audit, .string(other.user.description))])
    }
    try await house.diverge(body, indicator: 17, second, other)
    let item = try #require(AuditNames.item(body.audit, indicator: 17))
    let fold = try await house.server.survey { try $0.fold(body.dossier) }
    let named = try #require(fold.field("grade", of: item, schema: AuditSchema.current)?.conflict?.alternatives)
    let settlers = Settlers(of: item, right: right, named: named, in: fold)
    for person in [lead, second, other, office] {
      let author = WriteAuthor(user: person.user, roles: person.principal.roles)
      #expect(
        settlers.include(author)
          == AuditSchema.current.maySettle(right, of: item, named: named, author: author, fold: fold))
    }
    #expect(settlers.lead == (isDisputed ? nil : lead.user))
  }

  @Test func `a log that has become shorter is read anew`() async throws {
    let (long, short) = (try WorkHouse(), try WorkHouse())
    for number in 0..<10 { _ = try await long.body(number, "LONG \(number)") }
    let kept = try await short.body(50, "COURT")
    func advanced(_ state: WorkState, _ house: WorkHouse) async throws -> WorkState {
      try await house.server.survey { reading in
        var state = state
        try state.advance(reading)
        return state
      }
    }
    let state = try await advanced(try await advanced(WorkState(), long), short)
    #expect(Set(state.summaries.keys) == [kept.organisation])
  }
}

@Suite struct `short texts` {
  @Test func `are cut to a line, however long one character is`() {
    let cut = ShortText.cut("e" + String(repeating: "\u{301}", count: 5_000))
    #expect(cut.unicodeScalars.count == 61 && cut.hasSuffix("…"))
    #expect(ShortText.cut("deux\r\nlignes") == "deux  lignes")
    #expect(ShortText.cut(String(repeating: "a", count: 60)) == String(repeating: "a", count: 60))
  }
}
