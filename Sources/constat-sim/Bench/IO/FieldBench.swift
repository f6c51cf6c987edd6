import SyncCore
import SyncProtocol

/// The client program on a profile of 100,000 changes, from its start to its end.
struct FieldBench {
  let scene: FieldScene
  let profile: [String: String]
  private static let times = 15

  func run(runs: Int) throws -> [BenchRow] {
    var (bare, status, capture): ([Double], [Double], [Double]) = ([], [], [])
    for run in 0...runs {
      var (bares, statuses, captures): ([Double], [Double], [Double]) = ([], [], [])
      for time in 0..<Self.times {
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
      bare.append(BenchSpread.middle(bares.sorted()))
      status.append(BenchSpread.middle(statuses.sorted()))
      capture.append(BenchSpread.middle(captures.sorted()))
    }
    return [
      BenchRow("constat --version, whole program", bare, .milliseconds),
      BenchRow("constat status after 100,000 changes, whole program", status, .milliseconds, floor: 40),
      BenchRow("constat audit grade after 100,000 changes, whole program", capture, .milliseconds, floor: 40),
    ]
  }

  private func program(_ arguments: [String]) throws -> Double {
    try ProgramRun.run("constat", arguments, environment: profile, output: scene.folder + "/field.out").milliseconds
  }
}
