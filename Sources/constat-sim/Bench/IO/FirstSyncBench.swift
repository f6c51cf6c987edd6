import SyncCore
import SyncProtocol

/// A first sync of a new profile by the real client program from a real server process.
struct FirstSyncBench {
  let scene: FieldScene
  let changes: Int
  let label: String

  /// - Returns: the rows, and the environment of the last profile synced.
  func run(runs: Int) async throws -> (rows: [BenchRow], profile: [String: String]) {
    var (walls, clients, stored, served): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    var profile: [String: String] = [:]
    for run in 0..<runs {
      profile = try await scene.joinProfile("\(label)-\(run)")
      let sync = try ProgramRun.run(
        "constat", ["sync", "--json"], environment: profile, output: scene.folder + "/sync.out",
        watchesMemory: true)
      let answer = WireJSON.value(Array(sync.output.dropLast()))
      guard answer?["received"]?.number ?? 0 >= changes else {
        throw BenchFault.answer(String(decoding: sync.output.prefix(300), as: UTF8.self))
      }
      walls.append(sync.milliseconds)
      clients.append(sync.residentMax)
      stored.append(Double(changes) * 1_000 / sync.milliseconds)
      served.append(try await serve())
    }
    return (
      [
        BenchRow(
          "first sync of \(changes) changes, \(label), whole program", walls, .milliseconds, floor: 3_000, aim: 1_200),
        BenchRow("served, \(label)", served, .changesPerSecond, aim: 250_000),
        BenchRow("stored, \(label)", stored, .changesPerSecond, aim: 83_000),
        BenchRow("client memory, \(label)", clients, .megabytes, floor: 150),
        BenchRow("server memory, \(label)", [try scene.server.residentMax()], .megabytes, floor: 100),
      ], profile
    )
  }

  /// All pages over the socket, nothing stored.
  private func serve() async throws -> Double {
    let device = try await scene.device()
    let clock = ContinuousClock()
    let start = clock.now
    var bookmark = ""
    var more = true
    while more {
      let answer = try await scene.exchange(device.pull(bookmark: bookmark), device.token)
      (bookmark, more) = try BenchWriter.end(of: answer)
    }
    return Double(changes) * 1_000 / start.duration(to: clock.now).milliseconds
  }
}
