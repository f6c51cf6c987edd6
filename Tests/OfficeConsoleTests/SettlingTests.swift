import AuditDesk
import AuditModel
import AuditSchema
import ServerHTTP
import SyncCore
import Testing

@testable import OfficeConsole

@Suite("what a settling is made of") struct SettlingTests {
  private static func read(_ input: FieldInput, _ typed: [String: String]) -> JSONValue? {
    if case .success(let value) = input.value(typed) { value } else { nil }
  }

  @Test(arguments: [
    ("12/05/2026", "2026-05-12"), (" 2026-05-12 ", "2026-05-12"), ("1/5/2026", "2026-05-01"),
    ("31/02/2026", nil), ("12/05/26", nil), ("12.05.2026", nil), ("", nil), ("+1/05/2026", nil),
  ])
  func `a date is read as people type it, and as nothing else`(typed: String, date: String?) {
    #expect(Self.read(.date, ["other": typed]) == date.map { .string($0) })
  }

  @Test func `each kind of value is read by its own form`() {
    #expect(Self.read(.number, ["other": "17"]) == 17)
    #expect(Self.read(.number, ["other": "1, 2"]) == nil)
    #expect(Self.read(.number, ["other": "9007199254740992"]) == nil)
    #expect(Self.read(.numbers, ["other": "3, 1 ,3"]) == .array([1, 3]))
    #expect(Self.read(.siren, ["other": "130 002 850"]) == "130002850")
    #expect(Self.read(.siren, ["other": "130002851"]) == nil)
    #expect(Self.read(.text, ["other": " a\r\nb \r\n"]) == "a\nb")
    #expect(Self.read(.line, ["other": String(repeating: "é", count: 10_001)]) == nil)
    #expect(Self.read(.address, ["street": "1 rue A", "city": ""]) == nil)
    #expect(
      Self.read(.address, ["street": "1 rue A", "city": "Lyon"]) == .sorted([("city", "Lyon"), ("street", "1 rue A")]))
    #expect(Self.read(.period, ["first": "13/05/2026", "last": "12/05/2026"]) == nil)
    #expect(
      Self.read(.period, ["first": "12/05/2026", "last": "13/05/2026"])
        == .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]))
    #expect(Self.read(.choice([.init(value: true, words: "oui")]), ["value": "true"]) == true)
    #expect(Self.read(.choice([.init(value: true, words: "oui")]), ["value": "false"]) == nil)
    #expect(Self.read(.choice([.init(value: "minor", words: "mineure")]), ["value": "minor"]) == "minor")
    #expect(Self.read(.choice([.init(value: "minor", words: "mineure")]), ["value": "0"]) == nil)
    #expect(Self.read(.none, ["other": "x"]) == nil)
  }

  @Test(arguments: [
    ("La salle est claire.", "La salle est sombre.", ["La salle est ", "+sombre."]),
    ("un deux trois", "un trois", ["un ", "trois"]), ("", "tout neuf", ["+tout neuf"]),
    ("pareil", "pareil", ["pareil"]), ("a b", "", []),
  ])
  func `a text shows what differs from its base, and loses nothing`(base: String, text: String, pieces: [String]) {
    let cut = TextPiece.pieces(of: text, since: base).filter { !$0.text.isEmpty }
    #expect(cut.map { ($0.isNew ? "+" : "") + $0.text } == pieces)
    #expect(cut.map(\.text).joined() == text)
  }

  @Test(arguments: [(2_000, true), (2_001, false), (0, false)])
  func `a motive has one to two thousand characters`(count: Int, isTaken: Bool) {
    #expect((SettlingForm.mistake(motive: String(repeating: "m", count: count)) == nil) == isTaken)
  }

  @Test func `values a presented report holds fixed are settled by nobody here`() throws {
    let stream = DivergenceHouse.dossier
    let (lead, other) = (try #require(UserID("u-lead")), try #require(UserID("u-other")))
    var fold = StreamFold(stream: stream)
    var heads: [ChangeID] = []
    func write(_ user: UserID, _ bits: UInt64, _ seq: Int, _ operations: [SyncCore.Operation]) -> ChangeID {
      let id = ChangeID(replica: ReplicaID(bits: bits), seq: seq)
      fold.apply(
        Change(
          id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: user, stream: stream,
          operations: operations))
      return id
    }
    let item = DivergenceHouse.item
    let named = write(
      other, 3, 1,
      [.set("lead", on: DivergenceHouse.audit, to: .string(lead.description), over: [], motive: nil)])
    heads.append(write(lead, 1, 1, [.set("grade", on: item, to: "conform", over: [], motive: nil)]))
    heads.append(write(other, 2, 1, [.set("grade", on: item, to: "major", over: [], motive: nil)]))
    func attempt() -> SettlingFault? {
      let settlement = Settlement(entity: item, outcome: .value("grade", "minor"), motive: "vu", shown: Set(heads))
      let desk = CaptureDesk(
        fold: fold, author: WriteAuthor(user: lead, roles: [.auditor]), seen: SeenVector(),
        shown: { _, _ in heads }, newEntity: { _, _ in item })
      do throws(SettlingFault) {
        _ = try settlement.operations(desk, replica: ReplicaID(bits: 9))
        return nil
      } catch { return error }
    }
    func waits() -> [Bool] {
      WaitingDivergence.all(in: fold).map { $0.waits(for: WriteAuthor(user: lead, roles: [.auditor])) }
    }
    #expect(attempt() == nil)
    #expect(waits() == [true])
    _ = write(
      .server, 8, 1,
      [
        .freeze(
          DivergenceHouse.audit,
          at: SeenVector(Dictionary(uniqueKeysWithValues: ([named] + heads).map { ($0.replica, $0.seq) })))
      ])
    #expect(attempt() == .frozen)
    #expect(waits() == [false])
  }

  @Test func `an accepted street leaves the rest of the register's address in place`() {
    let before = JSONValue.sorted([("city", "ORLEANS"), ("postcode", "45000"), ("street", "3 RUE A")])
    #expect(
      SituationSubject.address.registerValue(observed: .sorted([("street", "9 rue B")]), before: before)
        == .sorted([("city", "ORLEANS"), ("postcode", "45000"), ("street", "9 rue B")]))
    #expect(SituationSubject.name.registerValue(observed: "X", before: "Y") == "X")
  }
}
