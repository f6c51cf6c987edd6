import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// Rules on roles that hold by how the whole is made: who writes which field, which act moves what, who sees what.
@Suite struct RoleRulesHeldTests {
  private static let title = AuditNames.title("999123458")!

  private func judge(_ step: SyncCore.Operation, roles: Set<Role>) -> WriteRefusal? {
    let fold = StreamFold(stream: StreamID("dossier.qualiopi.999123458")!)
    let author = WriteAuthor(user: DossierWorld.other, roles: roles)
    let change = Change(
      id: ChangeID(replica: DossierWorld.replica, seq: 1), salt: String(repeating: "0", count: 26), time: 1,
      by: author.user, stream: fold.stream, operations: [step])
    return AuditSchema.current.judge(step, of: change, author: author, fold: fold)
  }

  @Test func `R-ROLE-02 lifting, answering and closing a report leave the certificate as it was, a decision moves it`()
    throws
  {
    var world = DossierWorld.closed([17: "major"])
    var rulings = [world.accept("report.present"), world.plan("17")]
    rulings.append(world.evidence("17", received: "2026-06-01", recordedOn: "2026-06-01"))
    rulings.append(world.lift("17", today: "2026-06-02"))
    let letter = world.mail("report", sent: "2026-05-20")
    let answer = world.mail("answer", received: "2026-05-25")
    let followUp = try #require(AuditNames.followUp(DossierWorld.audit))
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("presented", followUp, .sorted([("mail", .string(letter.description))])),
        DossierWorld.set("answer", followUp, .sorted([("mail", .string(answer.description)), ("validated", true)])),
      ])
    let day = try #require(CivilDate("2026-06-02"))
    for act in ["report.answer", "report.close", "report.submit"] as [ActName] {
      rulings.append(world.accept(act, today: day))
    }
    #expect(rulings.map(\.verdict) == Array(repeating: .accepted, count: 7))
    #expect(!rulings.flatMap(\.effects).contains { $0.entity?.typePath == "title" })
    #expect(CertificateRecord(world.fold).standing == .notGranted)

    var decided = CertificateWorld(validFrom: nil, on: "2026-06-03")
    decided.audit(.initial, "2026-05-12")
    #expect(decided.decide(.grant).effects.contains { $0.entity == CertificateWorld.title })
    #expect(decided.record.standing == .active)
  }

  @Test func `R-ROLE-02 no person writes the state of a certificate, whatever their roles`() {
    let step = DossierWorld.set("standing", Self.title, "active")
    #expect(judge(step, roles: Set(Role.allCases)) == .wrongKind(detail: "title.standing"))
  }

  @Test func `R-ROLE-15 findings, grades and opinions are the auditors' to write, and of nobody else`() throws {
    for path in ["audit/sheet", "audit/item", "audit/point", "audit/observation", "audit/evidence", "audit/report"] {
      let type = try #require(AuditSchema.current.type(path))
      for field in type.fields where field.kind != .machine {
        #expect(field.writers == [.auditor], "\(path).\(field.name)")
      }
    }
    let item = try #require(AuditNames.item(DossierWorld.audit, indicator: 17))
    let mark = DossierWorld.found("17")
    for (step, place) in [
      (DossierWorld.set("grade", item, "conform"), "audit/item.grade"),
      (DossierWorld.set("assessment", mark, .sorted([("found", "sufficient")])), "nonconformity.assessment"),
    ] {
      #expect(judge(step, roles: [.auditor]) == nil)
      #expect(judge(step, roles: Set(Role.allCases).subtracting([.auditor])) == .notWriter(detail: place))
    }
    // What the body says comes by mail, and whoever opens the mail records it.
    let plan = SyncCore.Operation.set(
      "planMail", on: mark, to: .string("mail/M1"), over: [], motive: nil)
    #expect(judge(plan, roles: [.office]) == nil)
  }

  @Test func `R-ROLE-14 a person sees the dossiers they are assigned to, and no other`() throws {
    let mine = try #require(StreamID("dossier.qualiopi.999123458"))
    var office = StreamFold(stream: .office)
    office.apply(
      Change(
        id: ChangeID(replica: DossierWorld.replica, seq: 1), salt: String(repeating: "0", count: 26), time: 1,
        by: DossierWorld.office, stream: .office,
        operations: AssignmentOperations.assign(user: DossierWorld.lead, streams: [mine])))
    #expect(AssignmentView(office).streams(of: DossierWorld.lead) == [mine])
    #expect(AssignmentView(office).streams(of: DossierWorld.other) == [])
  }

  @Test func `R-ROLE-20 A-107 who is not in a certifier's own directory has no role there and writes nothing`() throws {
    func directory(_ user: UserID, replica: ReplicaID) -> DirectoryView {
      var fold = StreamFold(stream: .directory)
      fold.apply(
        Change(
          id: ChangeID(replica: replica, seq: 1), salt: String(repeating: "0", count: 26), time: 1, by: user,
          stream: .directory,
          operations: DirectoryOperations.person(user: user, name: "Personne fictive", roles: [.auditor])
            + DirectoryOperations.device(
              replica: replica, user: user, publicKey: Array(repeating: 7, count: 32))))
      return DirectoryView(fold)
    }
    let here = directory(DossierWorld.lead, replica: ReplicaID(bits: 1))
    let elsewhere = directory(DossierWorld.other, replica: ReplicaID(bits: 2))
    #expect(here.roles(of: DossierWorld.lead) == [.auditor] && elsewhere.roles(of: DossierWorld.other) == [.auditor])
    #expect(here.roles(of: DossierWorld.other) == [])
    #expect(here.device(ReplicaID(bits: 2)) == nil)
    let item = try #require(AuditNames.item(DossierWorld.audit, indicator: 17))
    #expect(
      judge(DossierWorld.set("grade", item, "major"), roles: here.roles(of: DossierWorld.other))
        == .notWriter(detail: "audit/item.grade"))
  }

  @Test func `R-ROLE-23 an audit begun against the rules is recorded and marked, and only the act after it is refused`()
  {
    var world = DossierWorld.quoted()
    world.write(DossierWorld.lead, [DossierWorld.set("startedOn", DossierWorld.audit, "2026-06-02")])
    #expect(
      world.fold.field("startedOn", of: DossierWorld.audit, schema: AuditSchema.current)?.shown?.text == "2026-06-02")
    #expect(world.marks() == ["R-QUAL-57 step-skipped"])
    #expect(world.perform("audit.plan").verdict == .refused)
  }
}
