import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// Changes of other tools: saved once, whatever is repeated.
struct SubmissionTests {
  private static func file(_ grade: String) -> [UInt8] {
    Array(
      """
      {
        "stream": "dossier.qualiopi.130002850",
        "ops": [ { "set": "comment", "on": "audit/A1/item/17", "to": "\(grade)" } ]
      }
      """.utf8)
  }

  private func submit(_ store: ReplicaStore, _ file: [UInt8], _ key: String) throws -> Submission {
    var random = SeededGenerator(seed: 3)
    return try store.submit(try SubmittedChange(reading: file), key: key, time: 1_000, random: &random)
  }

  @Test func `the same content under the same key is one change, also after the program was started again`() throws {
    let store = try Bench.store()
    let first = try submit(store, Self.file("Livret daté"), "batch-1")
    let id = try #require(first.change)
    #expect(first == .written(id))
    #expect(try submit(store, Self.file("Livret daté"), "batch-1") == .known(id))
    let laidOut = Self.file("Livret daté").filter { $0 != 0x0A }
    #expect(try submit(store, laidOut, "batch-1") == .known(id), "how it is laid out does not matter")
    try store.close()
    let again = try ReplicaStore.open(at: store.path)
    #expect(try submit(again, Self.file("Livret daté"), "batch-1") == .known(id))
    #expect(try again.outbox().map(\.id) == [id])
  }

  @Test func `another content under a key is refused and nothing is written`() throws {
    let store = try Bench.store()
    _ = try submit(store, Self.file("a"), "batch-1")
    #expect(throws: SubmissionKeyReused(key: "batch-1")) { try submit(store, Self.file("b"), "batch-1") }
    #expect(try store.outbox().count == 1)
    #expect(try submit(store, Self.file("b"), "batch-2").change != nil)
    #expect(try store.outbox().count == 2)
  }

  @Test func `a write takes the place of what the profile holds`() throws {
    let store = try Bench.store()
    let first = try #require(try submit(store, Self.file("a"), "1").change)
    _ = try submit(store, Self.file("b"), "2")
    guard case .set(_, _, _, let over, _) = try #require(try store.outbox().last).change.operations[0] else {
      Issue.record("no write")
      return
    }
    #expect(over == [first])
  }

  @Test func `a line written again under a new replica keeps its key`() throws {
    let store = try Bench.store()
    _ = try submit(store, Self.file("a"), "1")
    var random = SeededGenerator(seed: 4)
    let report = try store.becomeNewReplica(ReplicaID(bits: 0xC), random: &random)
    #expect(try submit(store, Self.file("a"), "1") == .known(report.reissued.first?.now))
  }

  @Test func `a file that is no change is told apart, at the limits too`() {
    func fault(_ text: String) -> SubmittedChange.Fault? {
      do throws(SubmittedChange.Fault) {
        _ = try SubmittedChange(reading: Array(text.utf8))
        return nil
      } catch {
        return error
      }
    }
    let step = #"{"delete":"audit/A1"}"#
    func steps(_ count: Int) -> String {
      #"{"stream":"directory","ops":["# + Array(repeating: step, count: count).joined(separator: ",") + "]}"
    }
    #expect(fault(steps(1)) == nil)
    #expect(fault(steps(SyncLimits.operationsMax)) == nil)
    #expect(fault(steps(SyncLimits.operationsMax + 1)) == .tooManySteps)
    #expect(fault(steps(0)) == .notAChange)
    #expect(fault("[]") == .notAChange)
    #expect(fault("{") == .notJSON("malformed-json"))
    for bad in [#"{"freeze":"audit/A1","at":{}}"#, #"{"set":"grade","on":"audit/A1"}"#, "1", #"{"delete":"nothing"}"#] {
      #expect(fault(#"{"stream":"directory","ops":["# + bad + "]}") == .step(0))
    }
    let room = String(repeating: " ", count: SubmittedChange.fileBytesMax - steps(1).utf8.count)
    #expect(fault(steps(1) + room) == nil)
    #expect(fault(steps(1) + room + " ") == .tooLarge)
  }
}
