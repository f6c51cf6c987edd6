import Foundation
import HTTPTransport
import ServerCore
import SyncCore
import SyncProtocol

/// A served tenant with so many dossiers of so many changes each, and a second auditor who sees them all.
final class FieldScene {
  let server: BenchServer
  let streams: [StreamID]
  let reader: UserID
  /// The device that wrote everything, still able to push.
  private(set) var writer: BenchWriter
  private(set) var bookmark = ""
  let transport: CurlTransport
  let folder: String

  /// Starts a server process and pushes everything into it over HTTP.
  init(folder: String, streams count: Int, changes: Int) async throws {
    self.folder = folder
    server = try BenchServer(folder: folder + "/data")
    streams = BenchWriter.dossiers(count)
    let author = try await server.auditor("Première auditrice", of: Set(streams))
    reader = try await server.auditor("Second auditeur", of: Set(streams))
    try server.start()
    transport = try CurlTransport(base: server.url)
    writer = try await BenchWriter(code: try await server.office.invite(author).code, transport: transport)
    try await catchUp()
    for stream in streams {
      var left = changes
      while left > 0 {
        let push = try writer.push(min(100, left), into: stream)
        let answer = try await exchange(writer.body(push, bookmark: bookmark), writer.token)
        bookmark = try BenchWriter.end(of: answer).bookmark
        left -= push.count
      }
    }
  }

  /// A new device of the reader.
  func device() async throws -> BenchWriter {
    try await BenchWriter(code: try await server.office.invite(reader).code, transport: transport)
  }

  /// Prepares a push of the author's.
  func prepare(_ lines: Int, _ place: Int) throws -> BenchWriter.Push {
    try writer.push(lines, into: streams[place % streams.count])
  }

  /// Sends a push of the author's.
  /// - Returns: the milliseconds from the request to the whole answer.
  func send(_ push: BenchWriter.Push) async throws -> Double {
    let body = writer.body(push, bookmark: bookmark)
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await exchange(body, writer.token)
    let spent = start.duration(to: clock.now).milliseconds
    guard BenchWriter.acceptedCount(answer) == push.count else { throw BenchFault.answer("a line was not taken") }
    bookmark = try BenchWriter.end(of: answer).bookmark
    return spent
  }

  /// One exchange over the socket.
  func exchange(_ body: [UInt8], _ token: String) async throws -> [UInt8] {
    let response = try await transport.send(
      TransportRequest(
        method: "POST", target: ProtocolPath.exchange,
        headers: [
          TransportHeader("authorization", "Bearer \(token)"), TransportHeader("content-type", MediaType.ndjson),
          TransportHeader("accept", MediaType.ndjson),
        ], body: body, answerBytesMax: ProtocolLimits.answerBytesMax,
        timeLimit: .seconds(120)))
    guard response.status == 200 else {
      throw BenchFault.answer("\(response.status) \(String(decoding: response.body.prefix(300), as: UTF8.self))")
    }
    return response.body
  }

  private func catchUp() async throws {
    var more = true
    while more {
      (bookmark, more) = try BenchWriter.end(of: await exchange(writer.pull(bookmark: bookmark), writer.token))
    }
  }

  /// The file of a profile's store.
  static func store(of profile: [String: String]) -> String {
    (profile["XDG_DATA_HOME"] ?? "") + "/constat/default/replica.sqlite"
  }

  /// One request that neither reads nor writes anything.
  /// - Returns: the milliseconds from the request to the whole answer.
  func ping() async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    let response = try await transport.send(
      TransportRequest(method: "GET", target: "/healthz", answerBytesMax: 65_536, timeLimit: .seconds(10)))
    let spent = start.duration(to: clock.now).milliseconds
    guard response.status == 200 else { throw BenchFault.answer("\(response.status)") }
    return spent
  }

  /// Joins a new profile of the reader with the real client program.
  func joinProfile(_ name: String) async throws -> [String: String] {
    let place = folder + "/" + name
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let environment = ["XDG_DATA_HOME": place, "LANG": "C.UTF-8", "PATH": "/usr/bin", "NO_PROXY": "127.0.0.1"]
    _ = try ProgramRun.run(
      "constat", ["join", server.url, try await server.office.invite(reader).code, "--json"],
      environment: environment, output: place + "/join.out")
    return environment
  }
}
