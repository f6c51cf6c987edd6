import Foundation
import Simulation
import SyncCore
import SyncProtocol
import Synchronization
import Testing

/// Faults planted between the parts: the judge finds each under the law it breaks, and the plan that shows it is small.
@Suite("planted faults")
struct ExploreFaultTests {
  /// Explores until a seed breaks a law, and gives back what it broke.
  private func firstFailure(
    _ wiring: ExploreWiring, within seeds: UInt64 = 6, shrinks: Bool = false
  ) async throws -> Explorer.Failure? {
    let explorer = Explorer(wiring: wiring, shrinks: shrinks)
    for seed in 1...seeds {
      if let failure = try await explorer.result(of: seed).failure { return failure }
    }
    return nil
  }

  @Test func `L1 a line acknowledged and not taken is found, and a few steps suffice to show it`() async throws {
    let wiring = ExploreWiring(transport: { _, link in MeddlingLink(link, meddling: .forgedReceipt) })
    let failure = try #require(try await firstFailure(wiring, shrinks: true))
    #expect(failure.violations.first?.law == .L1)
    #expect(failure.plan.steps.count <= 4)
    #expect(failure.scenario.contains("capture: "))
    #expect(failure.scenario.contains("seed \(failure.seed)`"))
  }

  @Test func `L5 an entry left out of a page is found, and a few steps suffice to show it`() async throws {
    let wiring = ExploreWiring(transport: { _, link in MeddlingLink(link, meddling: .skippedEntry) })
    let failure = try #require(try await firstFailure(wiring, shrinks: true))
    #expect(failure.violations.contains { $0.law == .L5 })
    #expect(failure.plan.steps.count <= 4)
  }

  @Test func `L6 a receipt that says something else the second time is found`() async throws {
    let wiring = ExploreWiring(transport: { _, link in MeddlingLink(link, meddling: .flippedReceipt) })
    let failure = try #require(try await firstFailure(wiring, within: 20))
    #expect(failure.violations.contains { $0.law == .L6 })
  }

  @Test func `L6 a line that stands twice in the log is found`() async throws {
    let wiring = ExploreWiring(log: { frames in
      frames.flatMap { frame in
        String(decoding: frame, as: UTF8.self).contains("\"set\":\"grade\"") ? [frame, frame] : [frame]
      }
    })
    let failure = try #require(try await firstFailure(wiring))
    #expect(failure.violations.contains { $0.law == .L6 && $0.detail.contains("twice") })
  }

  @Test func `L8 a line that never reaches the server keeps the world from coming to rest`() async throws {
    let wiring = ExploreWiring(transport: { _, link in MeddlingLink(link, meddling: .lostLine) })
    let failure = try #require(try await firstFailure(wiring))
    #expect(failure.violations.contains { $0.law == .L8 })
    // A whole world, whatever its steps, is told so that it can be read.
    let told = try Scenario(reading: Array(failure.scenario.utf8))
    #expect(told.people.count == failure.plan.people.count && told.steps.count > failure.plan.steps.count / 2)
  }
}

/// A network that does not only lose things but lies.
final class MeddlingLink: Transport {
  enum Meddling: Sendable {
    /// The lines are taken out of a push and their receipts forged.
    case forgedReceipt
    /// The last line of another replica is taken out of a page.
    case skippedEntry
    /// The receipt of a line answered before says that it was refused.
    case flippedReceipt
    /// The last line of every push of two or more is left out.
    case lostLine
  }

  private let way: any Transport
  private let meddling: Meddling
  private let answered = Mutex<Set<String>>([])

  init(_ way: any Transport, meddling: Meddling) {
    self.way = way
    self.meddling = meddling
  }

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    guard request.target == ProtocolPath.exchange else { return try await way.send(request) }
    switch meddling {
    case .forgedReceipt: return try await forge(request)
    case .skippedEntry: return skipping(try await way.send(request))
    case .flippedReceipt: return flipped(try await way.send(request), to: request)
    case .lostLine: return try await way.send(losing(request))
    }
  }

  private static func lines(_ body: [UInt8]) -> [String] {
    String(decoding: body, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func body(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private func forge(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    let lines = Self.lines(request.body)
    let pushed = lines.dropFirst().filter { $0.hasPrefix("{\"v\":1") }.count
    guard pushed > 0, let from = lines[0].firstMatch(of: /"from":(\d+)/).flatMap({ Int($0.1) }) else {
      return try await way.send(request)
    }
    var pull = request
    pull.body = Self.body([lines[0]])
    var response = try await way.send(pull)
    guard response.status == 200, response.header("content-type") == MediaType.ndjson else { return response }
    let receipts = (0..<pushed).map { "{\"receipt\":\(from + $0),\"position\":\(9_000 + from + $0)}" }
    response.body = Self.body(receipts + Self.lines(response.body))
    return response
  }

  private func skipping(_ response: TransportResponse) -> TransportResponse {
    var lines = Self.lines(response.body)
    guard let place = lines.lastIndex(where: { $0.contains("\"line\":") && $0.contains("dossier.") }) else {
      return response
    }
    lines.remove(at: place)
    var response = response
    response.body = Self.body(lines)
    return response
  }

  private func flipped(_ response: TransportResponse, to request: TransportRequest) -> TransportResponse {
    guard let replica = Self.lines(request.body)[0].firstMatch(of: /"replica":"(\w+)"/)?.1 else { return response }
    let lines = Self.lines(response.body).map { line -> String in
      guard let seq = line.firstMatch(of: /^\{"receipt":(\d+),"position"/)?.1 else { return line }
      let isFirst = answered.withLock { $0.insert("\(replica):\(seq)").inserted }
      return isFirst ? line : "{\"receipt\":\(seq),\"refused\":\"void\",\"detail\":\"\"}"
    }
    var response = response
    if response.status == 200, response.body.last == 0x0A { response.body = Self.body(lines) }
    return response
  }

  private func losing(_ request: TransportRequest) -> TransportRequest {
    var lines = Self.lines(request.body)
    let pushed = lines.indices.filter { lines[$0].hasPrefix("{\"v\":1") }
    guard pushed.count > 1, let last = pushed.last else { return request }
    lines.remove(at: last)
    var request = request
    request.body = Self.body(lines)
    return request
  }
}
