import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import Logging
import NIOCore
import ServiceLifecycle
import SyncProtocol
import Testing

@testable import ServerCore
@testable import ServerHTTP

/// A server over a scripted core, with waits that stand still.
struct TestServer {
  let core = ScriptedCore()
  let waits = HandClock()
  let http: HTTPServer<ScriptedCore>

  init(
    hasTestClock: Bool = false, tls: TLSIdentity? = nil, pages: (any PageService)? = nil,
    _ change: (inout HTTPLimits) -> Void = { _ in }
  ) throws {
    var limits = HTTPLimits()
    change(&limits)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    http = try HTTPServer(
      core: core, clock: FixedTime(), hasTestClock: hasTestClock,
      address: try #require(ListenAddress("127.0.0.1:0")), tls: tls, pages: pages, limits: limits, waits: waits,
      logger: logger)
  }

  /// Runs a test against the router alone.
  func routed(_ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
    let application = try http.application()
    try await application.test(.router) { client in try await test(client) }
  }

  /// Serves on a port of the system's choice while the test runs, then stops gracefully.
  ///
  /// - Returns: what the test gives; the server has ended by then.
  func live<Value: Sendable>(
    _ test: @escaping @Sendable (_ port: Int, _ group: ServiceGroup) async throws -> Value
  ) async throws -> Value {
    let http = http
    let (ready, announce) = AsyncStream.makeStream(of: String.self)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [Running { try await http.run { announce.yield($0) } }], logger: http.logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var iterator = ready.makeAsyncIterator()
      let url = try #require(await iterator.next())
      let port = try #require(url.split(separator: ":").last.flatMap { Int($0) })
      do {
        let value = try await test(port, group)
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return value
      } catch {
        tasks.cancelAll()
        throw error
      }
    }
  }
}

private struct Running: Service {
  let body: @Sendable () async throws -> Void
  init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }
  func run() async throws { try await body() }
}

extension TestResponse {
  /// The problem in the body; nil when it is none.
  var problem: Problem? { Problem(reading: Array(body.readableBytesView)) }
  /// The body as text.
  var text: String { String(buffer: body) }
}
