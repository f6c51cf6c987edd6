/// First sync, exchange and the client's commands on one tenant of 500 dossiers with 200 changes each, and a first sync
/// of a single stream that holds as many.
struct FieldDayBench: BenchSection {
  static let name = "field"

  func rows(runs: Int) async throws -> [BenchRow] {
    try await BenchFolder.with { try await rows(runs: runs, in: $0) }
  }

  private func rows(runs: Int, in folder: String) async throws -> [BenchRow] {
    let scene = try await FieldScene(folder: folder + "/field", streams: 500, changes: 200)
    defer { scene.server.stop() }
    var rows = [
      BenchRow("server memory after 100,000 changes pushed", [try scene.server.residentMax()], .megabytes, floor: 100)
    ]
    let first = try await FirstSyncBench(scene: scene, changes: 100_000, label: "500 streams").run(runs: runs)
    rows += first.rows
    rows += try FieldBench(scene: scene, profile: first.profile).run(runs: runs)
    rows += try await ExchangeBench(scene: scene).run(runs: runs)
    return rows
  }
}

/// The same in one stream: a stress, not a day in the field.
struct OneStreamBench: BenchSection {
  static let name = "one-stream"

  func rows(runs: Int) async throws -> [BenchRow] {
    try await BenchFolder.with { try await rows(runs: runs, in: $0) }
  }

  private func rows(runs: Int, in folder: String) async throws -> [BenchRow] {
    let scene = try await FieldScene(folder: folder + "/one", streams: 1, changes: 100_000)
    defer { scene.server.stop() }
    var rows = [
      BenchRow(
        "server memory after 100,000 changes pushed into one stream", [try scene.server.residentMax()], .megabytes)
    ]
    rows += try await FirstSyncBench(scene: scene, changes: 100_000, label: "one stream").run(runs: runs).rows
    rows += try await ExchangeBench(scene: scene).run(runs: runs)
    return rows
  }
}
