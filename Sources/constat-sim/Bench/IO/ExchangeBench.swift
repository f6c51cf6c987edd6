import SyncCore
import SyncProtocol

/// Exchanges over a loopback socket with a server process that holds 100,000 changes: libcurl to Hummingbird and back.
struct ExchangeBench {
  let scene: FieldScene
  private static let times = 60

  func run(runs: Int) async throws -> [BenchRow] {
    let device = try await scene.device()
    var bookmark = ""
    var more = true
    while more {
      let answer = try await scene.exchange(device.pull(bookmark: bookmark), device.token)
      (bookmark, more) = try BenchWriter.end(of: answer)
    }
    var (nothing, pulled, pushed, cold): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    var pinged: [Double] = []
    for run in 0...runs {
      var (idle, pulls, pushes, firsts): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
      var pings: [Double] = []
      for place in 0..<Self.times {
        // Ten pushes in a row into one dossier; the first finds it not in memory.
        let spent = try await scene.send(try scene.prepare(100, run * 37 + place / 10))
        if place % 10 == 0 { firsts.append(spent) } else { pushes.append(spent) }
        let (down, after) = try await pull(device, bookmark)
        pulls.append(down)
        let (none, end) = try await pull(device, after)
        idle.append(none)
        bookmark = end
        pings.append(try await scene.ping())
      }
      // The first round warms connections and statements up.
      if run == 0 { continue }
      pinged.append(BenchSpread.middle(pings.sorted()))
      nothing.append(BenchSpread.middle(idle.sorted()))
      pulled.append(BenchSpread.middle(pulls.sorted()))
      pushed.append(BenchSpread.middle(pushes.sorted()))
      cold.append(BenchSpread.middle(firsts.sorted()))
    }
    let ping = BenchRow("GET /healthz on the same connection, p50", pinged, .milliseconds)
    return [
      ping,
      BenchRow(
        "exchange of nothing new, p50", nothing, .milliseconds, floor: 1, aim: 0.2, beside: ping,
        remark: "Kinto 2.6 ms, Anki 0.18 ms"),
      BenchRow(
        "exchange that brings 100 changes, p50", pulled, .milliseconds, floor: 3, aim: 0.8, beside: ping,
        remark: "Kinto 4.2 ms, Anki 7.0 ms"),
      BenchRow("exchange that takes 100 changes, p50", pushed, .milliseconds, floor: 3, aim: 0.8, beside: ping),
      BenchRow("the same, first into a dossier not in memory, p50", cold, .milliseconds, beside: ping),
    ]
  }

  private func pull(_ device: BenchWriter, _ bookmark: String) async throws -> (Double, String) {
    let body = device.pull(bookmark: bookmark)
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await scene.exchange(body, device.token)
    let spent = start.duration(to: clock.now).milliseconds
    let end = try BenchWriter.end(of: answer)
    guard !end.more else { throw BenchFault.answer("more than one page") }
    return (spent, end.bookmark)
  }
}
