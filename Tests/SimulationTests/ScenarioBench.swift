import Foundation
import TestSupport
import Testing

@testable import Simulation

/// Plays scenarios in folders that are gone afterwards.
enum ScenarioBench {
  static func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
  }

  static func play(_ bytes: [UInt8], file: String = "scenario.yaml", only: Int? = nil) async throws -> ScenarioResult {
    let scenario = try Scenario(reading: bytes)
    return try await withFolder { folder in
      await ScenarioRunner(only: only) { run in
        let place = folder.appendingPathComponent("\(run)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return try InProcessStage(scenario, folder: place)
      }.run(scenario, file: file)
    }
  }

  static func play(_ text: String, only: Int? = nil) async throws -> ScenarioResult {
    try await play(Array(text.utf8), only: only)
  }

  /// A scenario of two auditors with these steps.
  static func file(_ steps: String) -> String {
    """
    scenario: A test
    people: {anne: auditor, bruno: auditor, office: office}
    devices: {anne-laptop: anne, bruno-laptop: bruno, desk: office}
    dossiers: [dossier.qualiopi.900010000]
    steps:
    \(steps)
    """
  }

  /// The files of `Examples/scenarios`, by name.
  static func examples() throws -> [URL] { try files(in: "Examples/scenarios") }

  /// The lives of a certification, told by forms and fast-forwarded, by name.
  static func lives() throws -> [URL] { try files(in: "Examples/scenarios/qualiopi") }

  private static func files(in folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: RepositoryFiles.root.appendingPathComponent(folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
  }
}
