import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOConcurrencyHelpers
import NIOCore
import ServiceLifecycle
import SyncProtocol
import Testing

@testable import ServerCore
@testable import ServerHTTP

/// `live=sse` (Durable Streams §5.7), over real sockets: what comes, when it ends, and how many there may be.
@Suite(.timeLimit(.minutes(1))) struct EventStreamTests {
  private static let events = "/v1/feed?offset=7&live=sse"

  private static func request(_ target: String, token: String = ScriptedCore.token) -> String {
    "GET \(target) HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(token)\r\n\r\n"
  }

  private static func control(_ offset: String, upToDate: Bool = true) -> String {
    let cursor = String(FixedTime().milliseconds / 20_000)
    return "\"streamNextOffset\":\"\(offset)\",\"streamCursor\":\"\(cursor)\"" + (upToDate ? ",\"upToDate\":true" : "")
  }

  @Test(arguments: ["/v1/feed", "/v1/streams/office"])
  func `entries come as data, and after each batch control says where to go on`(path: String) async throws {
    let server = try TestServer()
    let (core, events) = (server.core, server.http.events)
    try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request(path + "?offset=7&live=sse&cursor=3"))
        let reader = TextReader(connection)
        try await reader.until("event: control\n", "\n\n")
        #expect(reader.all.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(reader.all.lowercased().contains("content-type: text/event-stream\r\n"))
        #expect(reader.all.lowercased().contains("cache-control: no-store\r\n"))
        #expect(reader.all.contains("event: control\ndata: {\(Self.control("7"))}\n\n"))
        #expect(!reader.all.contains("event: data"))
        #expect(events.held == 1)
        await core.commit(.of("[8]", next: "8"))
        try await reader.until("event: data\ndata: [8]\n\nevent: control\n", "\"streamNextOffset\":\"8\"")
      }
      try await until { events.held == 0 }
    }
    // The second look is the one after the commit, from where the first had ended.
    #expect(await core.asked.prefix(2).map(\.offset) == ["7", "7"])
    #expect(await core.asked.allSatisfy { $0.limit == ProtocolLimits.eventEntriesMax })
  }

  @Test func `a backlog comes batch by batch before it waits, and a page of nothing moves on`() async throws {
    let server = try TestServer()
    let core = server.core
    await core.shows(first: [
      .of("[1]", next: "1", upToDate: false), .of("[]", next: "5", upToDate: false),
      .of("[6]", next: "6", upToDate: false), .of("[]", next: "7"),
    ])
    try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request("/v1/feed?offset=-1&live=sse"))
        let reader = TextReader(connection)
        try await reader.until("\"streamNextOffset\":\"7\"", "\"upToDate\":true")
        let data = reader.all.matches(of: /event: data\ndata: (.*)\n/).map { String($0.1) }
        #expect(data == ["[1]", "[6]"])
        let offsets = reader.all.matches(of: /streamNextOffset":"(.)"/).map { String($0.1) }
        #expect(offsets == ["1", "6", "7"])
        #expect(reader.all.matches(of: /upToDate/).count == 1)
        let cursors = reader.all.matches(of: /streamCursor":"(\d+)"/).compactMap { Int($0.1) }
        #expect(cursors == cursors.sorted() && Set(cursors).count == cursors.count, "no cursor comes twice")
      }
    }
    #expect(await core.asked.map(\.offset).prefix(4) == [nil, "1", "5", "6"])
  }

  @Test func `in silence it says now and then that it stands, and ends after its time`() async throws {
    let server = try TestServer()
    let (events, waits) = (server.http.events, server.waits)
    try await server.live { port, _ in
      let text = try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request(Self.events))
        for _ in 0..<3 {
          try await until { waits.sleepers(for: .seconds(15)) == 1 }
          waits.advance(by: .seconds(15))
        }
        try await until { waits.sleepers(for: .seconds(5)) == 1 }
        waits.advance(by: .seconds(5))
        return try await TextReader(connection).end()
      }
      #expect(text.matches(of: /\r\n:\n\n\r\n/).count == 3)
      #expect(text.hasSuffix("0\r\n\r\n"), "it ends in order")
      try await until { events.held == 0 }
    }
  }

  @Test func `a device revoked while it reads gets no more, and the connection ends`() async throws {
    let server = try TestServer()
    let (core, events) = (server.core, server.http.events)
    try await server.live { port, _ in
      let text = try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request(Self.events))
        try await until { events.held == 1 }
        let reader = TextReader(connection)
        try await reader.until("event: control\n")
        await core.revoke()
        await core.commit(.of("[8]", next: "8"))
        return try await reader.end()
      }
      #expect(!text.contains("event: data"))
      #expect(text.hasSuffix("0\r\n\r\n"))
    }
  }

  @Test func `what refuses a page refuses events before they begin`() async throws {
    let server = try TestServer()
    let core = server.core
    try await server.routed { client in
      func ask(_ token: String) async throws -> TestResponse {
        try await client.executeRequest(uri: Self.events, method: .get, headers: [.authorization: token], body: nil)
      }
      let stranger = try await ask("Bearer bad")
      #expect(stranger.problem?.code == .unauthenticated)
      await core.shows(.failure(Problem(.bookmarkGone, detail: "Start over.", bookmark: "")))
      let late = try await ask(ScriptedCore.token)
      #expect(late.problem?.code == .bookmarkGone)
    }
  }

  @Test func `HEAD of events holds no place`() async throws {
    let server = try TestServer()
    let events = server.http.events
    try await server.routed { client in
      let answer = try await client.executeRequest(
        uri: Self.events, method: .head, headers: [.authorization: ScriptedCore.token], body: nil)
      #expect(answer.status == .ok && answer.headers[.contentType] == "text/event-stream")
    }
    try await until { events.held == 0 }
  }

  @Test func `L12 one more than a device may hold is 429, one more than all may is 503, and places come free`()
    async throws
  {
    let server = try TestServer {
      $0.eventStreamsPerDeviceMax = 1
      $0.eventStreamsMax = 2
    }
    let events = server.http.events
    try await server.live { port, _ in
      @Sendable func ask(_ token: String) async throws -> String {
        try await RawConnection.with(port: port) { connection in
          try await connection.send(Self.request(Self.events, token: token))
          return try await connection.readSome()
        }
      }
      try await RawConnection.with(port: port) { first in
        try await first.send(Self.request(Self.events))
        try await until { events.held == 1 }
        let past = try await ask(ScriptedCore.token)
        #expect(past.contains("\"code\":\"too-many-requests\""))
        try await RawConnection.with(port: port) { second in
          try await second.send(Self.request(Self.events, token: ScriptedCore.otherToken))
          try await until { events.held == 2 }
          let full = try await ask(ScriptedCore.otherToken)
          #expect(full.contains("\"code\":\"unavailable\""))
        }
        try await until { events.held == 1 }
        let free = try await ask(ScriptedCore.otherToken)
        #expect(free.hasPrefix("HTTP/1.1 200 "))
      }
    }
  }

  @Test func `a reader that never reads is cut, and what waits for it is bounded`() async throws {
    let server = try TestServer { $0.eventCutTime = .milliseconds(300) }
    let (core, events) = (server.core, server.http.events)
    // Each batch is a mebibyte, and there is always another.
    await core.shows(
      .success(.of("[\"\(String(repeating: "a", count: 1_048_576))\"]", next: "8", upToDate: false)))
    try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request(Self.events))
        try await until { events.held == 1 }
        // Nothing is read here but what the channel takes by itself: the server has to end it.
        try await until { events.held == 0 }
      }
    }
    // The kernel's buffers take a few; without awaited writes it would be hundreds.
    #expect(await core.asked.count < 64)
  }

  @Test func `a graceful stop ends events at once`() async throws {
    let server = try TestServer()
    let events = server.http.events
    let text = try await server.live { port, group in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.request(Self.events))
        try await until { events.held == 1 }
        await group.triggerGracefulShutdown()
        return await connection.readToEnd()
      }
    }
    #expect(text.hasSuffix("0\r\n\r\n"))
  }
}
