import AuditModel
import AuditSchema
import ReplicaStore
import SyncCore
import Testing

import AuditDesk
@testable import FieldClient

@Suite("what lists tell of a stream")
struct StreamOverviewTests {
  @Test func `an overview read back is the one that was kept`() throws {
    var world = SmallWorld.planned()
    world.write(
      SmallWorld.lead, at: 2, [.set("startedOn", on: SmallWorld.audit, to: "2026-05-04", over: [], motive: nil)])
    let overview = StreamOverview(world.fold, user: SmallWorld.lead)
    #expect(overview.audits.map(\.id) == [SmallWorld.audit])
    #expect(overview.audits[0].started?.time != nil)
    #expect(StreamOverview(world.fold, user: SmallWorld.colleague).audits[0].started == nil)
    #expect(StreamOverview(StreamSummary(stream: world.fold.stream, value: overview.json)) == overview)
  }

  @Test func `anything else that was kept is not taken for an overview`() {
    for value: JSONValue in [
      .null, .array([]), .array([.array([]), .array([1, 2])]), .array([.array([1]), .array([1, 2, 3])]),
    ] {
      #expect(StreamOverview(StreamSummary(stream: .office, value: value)) == nil)
    }
  }
}
