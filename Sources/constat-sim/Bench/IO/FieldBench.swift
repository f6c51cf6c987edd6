import SyncCore
import SyncProtocol

/// The client program on a profile of 100,000 changes, from its start to its end.
struct FieldBench {
  let scene: FieldScene
  let profile: [String: String]
  private static let times = 15

  func run(runs: Int) throws -> [BenchRow] {
    var (least, opened, bare): ([Double], [Double], [Double]) = ([], [], [])
    var (status, capture): ([Double], [Double]) = ([], [])
    for run in 0...runs {
      var (leasts, opens, bares): ([Double], [Double], [Double]) = ([], [], [])
      var (statuses, captures): ([Double], [Double]) = ([], [])
      for time in 0..<Self.times {
        leasts.append(try ProgramRun.run("/bin/true", [], environment: [:], output: output).milliseconds)
        opens.append(try Stopwatch.time { try RawReading.firstRow(of: store) }.milliseconds)
        bares.append(try program(["--version"]))
        statuses.append(try program(["status", "--json"]))
        let audit = BenchWriter.audit(scene.streams[(run * Self.times + time) * 7 % scene.streams.count])
        guard let name = audit?.localName else { throw BenchFault.answer("audit") }
        captures.append(
          try program([
            "audit", "grade", String(1 + time % 32), time % 2 == 0 ? "minor" : "conform", "--audit", name, "--json",
          ]))
      }
      if run == 0 { continue }
      least.append(BenchSpread.middle(leasts.sorted()))
      opened.append(BenchSpread.middle(opens.sorted()))
      bare.append(BenchSpread.middle(bares.sorted()))
      status.append(BenchSpread.middle(statuses.sorted()))
      capture.append(BenchSpread.middle(captures.sorted()))
    }
    let start = BenchRow("a program that does nothing (true)", least, .milliseconds)
    let version = BenchRow("constat --version, whole program", bare, .milliseconds, beside: start)
    return [
      start, version,
      BenchRow("SQLite alone: the profile opened, one row read, closed", opened, .milliseconds),
      BenchRow(
        "constat status after 100,000 changes, whole program", status, .milliseconds, floor: 40, beside: version),
      BenchRow(
        "constat audit grade after 100,000 changes, whole program", capture, .milliseconds, floor: 40, beside: version),
    ]
  }

  private func program(_ arguments: [String]) throws -> Double {
    try ProgramRun.run("constat", arguments, environment: profile, output: output).milliseconds
  }

  private var output: String { scene.folder + "/field.out" }
  private var store: String { FieldScene.store(of: profile) }
}
