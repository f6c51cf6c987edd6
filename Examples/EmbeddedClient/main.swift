// The smallest program on Constat's client libraries: EmbeddedClient URL CODE FOLDER
// joins, receives its dossiers, shows indicator 17 of the first, reads a grade from standard input, saves it, syncs.
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import Foundation
import HTTPTransport
import ReplicaStore
import SyncCore

func fail(_ reason: String) -> Never {
  FileHandle.standardError.write(Data("EmbeddedClient: \(reason)\n".utf8))
  exit(1)
}
@Sendable func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
func sync(_ engine: SyncEngine) async throws {
  let report = try await engine.sync()
  guard report.isComplete, report.refused.isEmpty else { fail("\(report.end.english) \(report.refused)") }
}

let words = CommandLine.arguments
guard words.count == 4 else { fail("Usage: EmbeddedClient URL CODE FOLDER") }
do {
  var random = SystemRandomNumberGenerator()
  let transport = try CurlTransport(base: words[1])
  let store = try await JoinClient.createProfile(
    at: words[3] + "/replica.sqlite", server: words[1], code: words[2], transport: transport,
    replica: ReplicaID(bits: random.next()))
  let engine = SyncEngine(
    store: store, transport: transport, sleep: { try await Task.sleep(for: .milliseconds($0)) }, now: now,
    random: random, deviceKeys: { try $0.sealKeys() })
  try await sync(engine)
  guard let dossier = try store.streams().first(where: { $0.description.hasPrefix("dossier.") }),
    let audit = try store.fold(dossier).standing(ofType: "audit").first ?? EntityID("audit/A1"),
    let item = AuditNames.item(audit, indicator: 17)
  else { fail("No dossier is assigned to this user. Run: constat-server assign USER dossier.qualiopi.SIREN") }
  func show() throws {
    let grade = try store.fold(dossier).field("grade", of: item, schema: AuditSchema.current)
    // A later write overwrites what was on the screen, and nothing that a sync brings meanwhile.
    try store.shown(grade?.over ?? [], field: "grade", entity: item, stream: dossier)
    print("\(item) \(grade?.shown?.text ?? "-")\(grade?.conflict == nil ? "" : " (conflict)")")
    fflush(nil)
  }
  try show()
  let grades = Rankings.qualiopiGrade.gravestFirst
  guard let grade = readLine(), grades.contains(grade) else { fail("Give a grade: \(grades.joined(separator: ", "))") }
  try store.captureAtDesk(stream: dossier, time: now(), random: &random) { desk in
    desk.grade(item, grade, comment: nil, lack: nil)
  }
  try await sync(engine)
  try show()
} catch let refusal as JoinRefusal {
  fail(refusal.english)
} catch let error as ReplicaStoreError {
  fail(error.english)
} catch {
  fail("\(error)")
}
