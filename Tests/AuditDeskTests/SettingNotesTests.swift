import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// A setting written by the office: dated, replaced on its own day only, read by what is judged.
struct SettingNotesTests {
  private func set(_ value: String, from day: String, in directory: inout StreamFold, seq: Int) throws {
    let setting = try #require(SettingCatalogue.named("minorMax"))
    let id = ChangeID(replica: ReplicaID(bits: 9), seq: seq)
    let desk = CaptureDesk(
      fold: directory, author: WriteAuthor(user: UserID("u-office")!, roles: [.office]), seen: SeenVector(),
      shown: { _, _ in [] }, newEntity: { type, _ in EntityID("\(type)/x")! })
    let from = try #require(CivilDate(day))
    directory.apply(
      Change(
        id: id, salt: String(repeating: "0", count: 26), time: Int64(seq), by: desk.author.user, stream: .directory,
        operations: desk.setting(setting, to: SettingValue(from: from, text: value))))
  }

  private func minorMax(_ directory: StreamFold, on day: String) throws -> Int {
    QualiopiSettings.inForce(directory: directory, on: try #require(CivilDate(day))).minorMax
  }

  @Test
  func `R-TIME-19 a value of another day joins, a value of the same day takes its place`() throws {
    var directory = StreamFold(stream: .directory)
    try set("6", from: "2026-01-01", in: &directory, seq: 1)
    try set("9", from: "2026-06-01", in: &directory, seq: 2)
    try set("5", from: "2026-06-01", in: &directory, seq: 3)
    #expect(try minorMax(directory, on: "2025-12-31") == 4)
    #expect(try minorMax(directory, on: "2026-05-31") == 6)
    #expect(try minorMax(directory, on: "2026-06-01") == 5)
    let setting = try #require(SettingCatalogue.named("minorMax"))
    #expect(SettingValue.all(of: setting, in: directory).map(\.text) == ["6", "5"])
  }
}
