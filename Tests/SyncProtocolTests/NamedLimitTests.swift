import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// `GET /v1/limits`, `GET /v1` and pages of feeds, as bodies.
struct NamedLimitTests {
  @Test func `every limit of both files is listed once, under its name`() throws {
    let declared = try ["Sources/SyncProtocol/ProtocolLimits.swift", "Sources/SyncCore/SyncLimits.swift"].flatMap {
      try RepositoryFiles.text($0).matches(of: /static let (\w+)/).map { String($0.1) }
    }
    #expect(NamedLimit.all.map(\.name) == declared)
    #expect(Set(declared).count == declared.count)
  }

  @Test func `the limits come back from their body with their values`() throws {
    let values = try #require(NamedLimit.values(reading: NamedLimit.body))
    #expect(values["pushLinesMax"] == 500)
    #expect(values == Dictionary(uniqueKeysWithValues: NamedLimit.all.map { ($0.name, $0.value) }))
    #expect(NamedLimit.values(reading: Array("{}".utf8)) == nil)
    #expect(NamedLimit.values(reading: Array(#"{"limits":{"a":{"value":1}}}"#.utf8)) == nil)
  }

  @Test func `the versions come back from their body, and a newer server's do too`() throws {
    let versions = ServedVersions(schemaVersion: 1)
    #expect(ServedVersions(reading: versions.body) == versions)
    let newer = ServedVersions(name: "another", protocolVersions: [1, 2], schemaVersion: 4)
    #expect(ServedVersions(reading: newer.body) == newer)
    #expect(ServedVersions(reading: Array("<html>".utf8)) == nil)
  }

  @Test func `a page of a feed is read to the deepest line, and nothing else is a page`() throws {
    var value = JSONValue.string("x")
    // The envelope, its steps and the step are three levels.
    for _ in 0..<(SyncLimits.depthMax - 4) { value = .array([value]) }
    let deep = Operation.set(
      "note", on: try #require(EntityID("audit/A1")), to: value, over: [], motive: nil)
    let line = try ChangeLine(
      printing: Change(
        id: ChangeID(replica: Frames.replica, seq: 1), salt: Crockford32.encode(high: 1, low: 2), time: 1,
        by: try #require(UserID("u-4K")), stream: .office, operations: [deep]))
    let entry = LogEntry(position: 3, received: 4, content: .line(line))
    var bytes: [UInt8] = []
    entry.append(to: &bytes)
    let page = Array("[".utf8) + bytes.dropLast() + Array("]".utf8)
    #expect(FeedBody.entries(reading: page) == [entry])
    #expect(FeedBody.entries(reading: Array("[]".utf8)) == [])
    for text in ["{}", "[1]", "[{}]", "", "[", "<html>"] { #expect(FeedBody.entries(reading: Array(text.utf8)) == nil) }
  }
}
