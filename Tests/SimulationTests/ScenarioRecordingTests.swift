import AuditModel
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import Testing

@testable import Simulation

@Suite struct ScenarioRecordingTests {
  /// Plays a scenario and records one of its devices.
  static func record(_ bytes: [UInt8], device: String, keepsValues: Bool) async throws -> SessionRecording {
    let scenario = try Scenario(reading: bytes)
    return try await ScenarioBench.withFolder { folder in
      var run = ScenarioRun(scenario, stage: try InProcessStage(scenario, folder: folder))
      await run.play(ScenarioOrders.runs(of: scenario.steps)[0].steps)
      #expect(run.isWhole)
      let recording = try SessionRecording(
        of: run.device(device).store, streams: nil, title: scenario.name, keepsValues: keepsValues)
      try run.close()
      return recording
    }
  }

  @Test(arguments: [true, false])
  func `what a device holds at the end of each example can be played again to the same state`(keepsValues: Bool)
    async throws
  {
    // The texts make a difference to a few only.
    for file in try ScenarioBench.examples().filter({ !keepsValues || $0.path.contains("disjoint") }) {
      let name = file.lastPathComponent
      let recording = try await Self.record(
        Array(try Data(contentsOf: file)), device: "anne-laptop", keepsValues: keepsValues)
      #expect(recording.leftOut == 0, "\(name)")
      #expect(recording.expectations > 0, "\(name)")
      do {
        let again = try await ScenarioBench.play(recording.text)
        #expect(again.failures.isEmpty, "\(name)\n\(recording.text)\n\(TAPReport.text([again]))")
      } catch let fault as ScenarioFault {
        Issue.record("\(name):\(fault.line): \(fault.text.en)\n\(recording.text)")
      }
    }
  }

  @Test func `work that waits in the outbox and lines that came by file are told too`() async throws {
    let steps = """
      - {capture: desk, entity: audit/A1, set: {lead: {person: anne}}}
      - sync: all
      - sync: all
      - {capture: bruno-laptop, entity: audit/A1/item/3, set: {grade: minor}}
      - {handover: {from: bruno-laptop, to: anne-laptop}}
      - {capture: anne-laptop, entity: audit/A1/item/3, set: {comment: "Vu avec Bruno"}}
      - expect: {device: anne-laptop, outbox: 1}
      """
    let recording = try await Self.record(
      Array(ScenarioBench.file(steps).utf8), device: "anne-laptop", keepsValues: true)
    #expect(recording.captures == 3)
    #expect(recording.text.contains("- {handover: {from: auditor-2-device-1, to: auditor-1-device-1"))
    let again = try await ScenarioBench.play(recording.text)
    #expect(again.failures.isEmpty, "\(recording.text)\n\(TAPReport.text([again]))")
  }

  @Test func `no word of a text and no name of a person stands in a recording without values`() async throws {
    let steps = """
      - {capture: anne-laptop, entity: audit/A1, set: {summary: "Accueil réservé aux apprentis.\\nRéservé !"}}
      - {capture: anne-laptop, entity: audit/A1/item/2, set: {grade: minor, lack: "Livret"}}
      - sync: anne-laptop
      - expect: {outbox: 0}
      """
    let bytes = Array(ScenarioBench.file(steps).utf8)
    let told = try await Self.record(bytes, device: "anne-laptop", keepsValues: false).text
    for word in ["Accueil", "réservé", "apprentis", "Livret", "anne", "bruno"] {
      #expect(!told.contains(word), "\(word) stands in\n\(told)")
    }
    // Same length, same punctuation, grades kept.
    #expect(told.contains("{\"summary\": \"aaaaaaa aaaaaab aaa aaaaaaaaa.\\naaaaaac !\"}"))
    #expect(told.contains("{\"grade\": \"minor\"}"))
    let kept = try await Self.record(bytes, device: "anne-laptop", keepsValues: true).text
    #expect(kept.contains("Accueil réservé aux apprentis.\\nRéservé !"))
  }
}
