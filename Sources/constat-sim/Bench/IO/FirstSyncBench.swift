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
    var (raw, scans): ([Double], [Double]) = ([], [])
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
      let (rate, pages) = try await serve()
      served.append(rate)
      raw.append(try insert(pages, run))
      scans.append(try Stopwatch.time { try RawReading.whole(FieldScene.store(of: profile)) }.milliseconds)
    }
    let bare = BenchRow("SQLite alone: the same lines, a transaction a page", raw, .changesPerSecond)
    let scan = BenchRow("the profile's file read from end to end", scans, .milliseconds)
    return (
      [
        bare, scan,
        BenchRow(
          "first sync of \(changes) changes, \(label), whole program", walls, .milliseconds, floor: 3_000, aim: 1_200,
          beside: scan),
        BenchRow(
          "served, \(label)", served, .changesPerSecond, aim: 250_000, remark: "Kinto 51,000/s, nothing stored"),
        BenchRow(
          "stored, \(label)", stored, .changesPerSecond, aim: 83_000, beside: bare,
          remark: "Anki 83,000/s, a file copied whole"),
        BenchRow("client memory, \(label)", clients, .megabytes, floor: 150),
        BenchRow("server memory, \(label)", [try scene.server.residentMax()], .megabytes, floor: 100),
      ], profile
    )
  }

  /// All pages over the socket, nothing stored.
  private func serve() async throws -> (rate: Double, pages: [[UInt8]]) {
    let device = try await scene.device()
    let clock = ContinuousClock()
    let start = clock.now
    var bookmark = ""
    var more = true
    var pages: [[UInt8]] = []
    while more {
      let answer = try await scene.exchange(device.pull(bookmark: bookmark), device.token)
      (bookmark, more) = try BenchWriter.end(of: answer)
      pages.append(answer)
    }
    return (Double(changes) * 1_000 / start.duration(to: clock.now).milliseconds, pages)
  }

  /// Puts the lines of the pages into a bare table.
  /// - Returns: changes a second.
  private func insert(_ pages: [[UInt8]], _ run: Int) throws -> Double {
    let cut = pages.map { $0.split(separator: 0x0A).map(Array.init) }
    let path = scene.folder + "/raw-\(run).sqlite"
    let table = try RawInsertBaseline(path: path)
    let spent = try Stopwatch.time { for lines in cut { try table.write(lines) } }.milliseconds
    return Double(changes) * 1_000 / spent
  }
}
