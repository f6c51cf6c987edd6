import AuditModel
import AuditSchema
import SyncCore
import Testing

/// Who may write and settle what (DESIGN §5, laws L3 and L11).
struct WriteJudgementTests {
  private let stream: StreamID
  private let audit: EntityID
  private let item: EntityID
  private let ann: WriteAuthor
  private let ben: WriteAuthor
  private let lea: WriteAuthor
  private let desk: WriteAuthor

  init() throws {
    func author(_ name: String, _ roles: Set<Role>) throws -> WriteAuthor {
      WriteAuthor(user: try #require(UserID(name)), roles: roles)
    }
    stream = try #require(StreamID("dossier.qualiopi.130002850"))
    audit = try #require(EntityID("audit/A"))
    item = try #require(EntityID("audit/A/item/17"))
    ann = try author("u-ann", [.auditor])
    ben = try author("u-ben", [.auditor])
    lea = try author("u-lea", [.auditor])
    desk = try author("u-desk", [.office])
  }

  private func id(_ replica: UInt64, _ seq: Int = 1) -> ChangeID {
    ChangeID(replica: ReplicaID(bits: replica), seq: seq)
  }

  private func change(_ id: ChangeID, _ author: WriteAuthor, _ operations: [SyncCore.Operation]) -> Change {
    Change(
      id: id, salt: "04T8ZQK2M6V1N9B3H5J7R0D4XC", time: Int64(id.seq), by: author.user, stream: stream,
      operations: operations)
  }

  private func fold(_ changes: [Change]) -> StreamFold {
    var fold = StreamFold(stream: stream)
    for change in changes { fold.apply(change) }
    return fold
  }

  private func judge(
    _ operation: SyncCore.Operation, by author: WriteAuthor, on fold: StreamFold,
    beside others: [SyncCore.Operation] = []
  ) -> WriteRefusal? {
    AuditSchema.current.judge(
      operation, of: change(id(7, 99), author, others + [operation]), author: author, fold: fold)
  }

  private func lead(_ author: WriteAuthor, by replica: UInt64, over: [ChangeID] = []) -> Change {
    change(
      id(replica), desk,
      [.set("lead", on: audit, to: .string(author.user.description), over: over, motive: nil)])
  }

  private func grade(
    _ value: JSONValue, over: [ChangeID] = [], motive: String? = nil
  ) -> SyncCore.Operation { .set("grade", on: item, to: value, over: over, motive: motive) }

  /// Ann says minor, Ben says major.
  private var disputed: [Change] {
    [change(id(1), ann, [grade("minor")]), change(id(2), ben, [grade("major")])]
  }

  @Test func `a role writes the fields it has a right to, and an inspector writes none`() throws {
    let empty = fold([])
    #expect(judge(grade("minor"), by: ann, on: empty) == nil)
    #expect(judge(grade("minor"), by: desk, on: empty) == .notWriter(detail: "audit/item.grade"))
    let number = SyncCore.Operation.set(
      "number", on: try #require(EntityID("title/1")), to: "C-1", over: [], motive: nil)
    #expect(judge(number, by: desk, on: empty) == nil)
    #expect(judge(number, by: ann, on: empty) == .notWriter(detail: "title.number"))
    let inspector = WriteAuthor(user: ann.user, roles: [.inspector])
    for type in AuditSchema.current.types {
      let entity = try #require(EntityID(type.path.split(separator: "/").map { "\($0)/x" }.joined(separator: "/")))
      for rule in type.fields {
        let step: SyncCore.Operation? =
          switch rule.kind {
          case .set: .add(rule.name, on: entity, value: 1)
          case .journal: .append(rule.name, on: entity, value: 1, answers: nil)
          case .machine: nil
          default: .set(rule.name, on: entity, to: 1, over: [], motive: nil)
          }
        guard let step else { continue }
        #expect(judge(step, by: inspector, on: empty) == .notWriter(detail: "\(type.path).\(rule.name)"))
        for role in rule.writers {
          #expect(judge(step, by: WriteAuthor(user: ann.user, roles: [role]), on: empty) == nil)
        }
      }
    }
  }

  @Test func `L3 the recorded lead may settle a grade, and nobody else`() {
    let held = fold(disputed + [lead(lea, by: 9)])
    let settling = grade("minor", over: [id(1), id(2)], motive: "preuve vue sur place")
    #expect(judge(settling, by: lea, on: held) == nil)
    for author in [ann, ben] {
      #expect(judge(settling, by: author, on: held) == .notSettler(detail: "audit/item.grade"))
    }
    #expect(judge(settling, by: desk, on: held) == .notWriter(detail: "audit/item.grade"))
    #expect(judge(settling, by: lea, on: fold(disputed)) == .notSettler(detail: "audit/item.grade"))
  }

  @Test func `a settling of a grade without a motive is refused`() {
    let held = fold(disputed + [lead(lea, by: 9)])
    #expect(
      judge(grade("minor", over: [id(1), id(2)]), by: lea, on: held) == .notSettler(detail: "audit/item.grade motive"))
  }

  @Test func `L3 an auditor who may not settle cannot take the other's grade away by naming it alone`() {
    let held = fold(disputed + [lead(lea, by: 9)])
    #expect(judge(grade("conform", over: [id(2)]), by: ann, on: held) == .notSettler(detail: "audit/item.grade"))
  }

  @Test func `an inspector may not delete, restore or ask for acts, and an auditor may`() {
    let held = fold(disputed)
    let inspector = WriteAuthor(user: ann.user, roles: [.inspector])
    let steps: [SyncCore.Operation] = [
      .delete(audit, seen: SeenVector(), over: []), .restore(audit, over: []),
      .request("audit.close", on: audit, seen: SeenVector()),
    ]
    for step in steps {
      #expect(judge(step, by: inspector, on: held) == .notWriter(detail: "audit"))
      #expect(judge(step, by: ann, on: held) == nil)
    }
  }

  @Test func `an edit over one's own head, or over equal values, is no settling`() {
    let held = fold(disputed + [lead(lea, by: 9)])
    #expect(judge(grade("conform", over: [id(1)]), by: ann, on: held) == nil)
    let same = fold([change(id(1), ann, [grade("minor")]), change(id(2), ben, [grade("minor")])])
    #expect(judge(grade("major", over: [id(1), id(2)]), by: ann, on: same) == nil)
  }

  @Test func `while two different leads are recorded neither may settle`() {
    let held = fold(disputed + [lead(lea, by: 8), lead(ann, by: 9)])
    let settling = grade("minor", over: [id(1), id(2)], motive: "m")
    for author in [lea, ann] {
      #expect(!AuditSchema.current.isLead(author.user, of: item, fold: held))
      #expect(judge(settling, by: author, on: held) == .notSettler(detail: "audit/item.grade"))
    }
    let agreed = fold(disputed + [lead(lea, by: 8), lead(lea, by: 9)])
    #expect(judge(settling, by: lea, on: agreed) == nil)
    let changed = fold(disputed + [lead(lea, by: 8), lead(ann, by: 9, over: [id(8)])])
    #expect(judge(settling, by: ann, on: changed) == nil)
    #expect(judge(settling, by: lea, on: changed) != nil)
  }

  @Test func `a text is settled by its author or the lead, and by no stranger`() {
    func comment(_ text: JSONValue, over: [ChangeID] = []) -> SyncCore.Operation {
      .set("comment", on: item, to: text, over: over, motive: nil)
    }
    let held = fold([
      change(id(1), ann, [comment("a")]), change(id(2), ben, [comment("b")]), lead(lea, by: 9),
    ])
    let carl = WriteAuthor(user: UserID.server, roles: [.auditor])
    #expect(judge(comment("ab", over: [id(1), id(2)]), by: ann, on: held) == nil)
    #expect(judge(comment("ab", over: [id(1), id(2)]), by: lea, on: held) == nil)
    #expect(
      judge(comment("ab", over: [id(1), id(2)]), by: carl, on: held) == .notSettler(detail: "audit/item.comment"))
  }

  @Test func `what the office settles, not even the lead auditor may settle`() {
    func kind(_ value: JSONValue, over: [ChangeID] = [], motive: String? = nil) -> SyncCore.Operation {
      .set("kind", on: audit, to: value, over: over, motive: motive)
    }
    let held = fold([change(id(1), ann, [kind("initial")]), change(id(2), ben, [kind("renewal")]), lead(lea, by: 9)])
    let settling = kind("initial", over: [id(1), id(2)], motive: "m")
    #expect(judge(settling, by: desk, on: held) == nil)
    #expect(judge(settling, by: lea, on: held) == .notSettler(detail: "audit.kind"))
  }

  @Test func `a step of another kind than its field's is refused`() {
    let empty = fold([])
    #expect(
      judge(.add("grade", on: item, value: "minor"), by: ann, on: empty) == .wrongKind(detail: "audit/item.grade"))
    #expect(
      judge(.set("team", on: audit, to: "x", over: [], motive: nil), by: ann, on: empty)
        == .wrongKind(detail: "audit.team"))
    #expect(
      judge(.append("team", on: audit, value: "x", answers: nil), by: ann, on: empty)
        == .wrongKind(detail: "audit.team"))
    #expect(
      judge(.set("interviews", on: audit, to: "x", over: [], motive: nil), by: ann, on: empty)
        == .wrongKind(detail: "audit.interviews"))
    let all = WriteAuthor(user: ann.user, roles: Set(Role.allCases))
    #expect(
      judge(.set("stage", on: audit, to: "closed", over: [], motive: nil), by: all, on: empty)
        == .wrongKind(detail: "audit.stage"))
  }

  @Test func `a write on a deleted entity is let in, and the deletion is disputed from then on`() {
    let deletion = change(id(1, 2), ann, [.delete(audit, seen: SeenVector([ReplicaID(bits: 1): 1]), over: [])])
    var held = fold([change(id(1), ann, [grade("minor")]), deletion])
    #expect(held.life(of: item) == .deleted)
    #expect(judge(grade("major"), by: ben, on: held) == nil)
    held.apply(change(id(2), ben, [grade("major")]))
    #expect(held.life(of: audit) == .disputed(deletions: [deletion.id]))
  }

  @Test func `a field or type of a newer version is accepted`() throws {
    let empty = fold([])
    #expect(judge(.set("weather", on: audit, to: 1, over: [], motive: nil), by: ann, on: empty) == nil)
    let future = try #require(EntityID("future/1"))
    #expect(judge(.add("weather", on: future, value: 1), by: ann, on: empty) == nil)
  }
}
