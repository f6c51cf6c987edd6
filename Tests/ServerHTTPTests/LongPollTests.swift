import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ServiceLifecycle
import SyncProtocol
import Testing

@testable import ServerCore
@testable import ServerHTTP

/// Requests that are held: what ends them, and how many there may be.
@Suite(.timeLimit(.minutes(1))) struct LongPollTests {
  private static let poll = "/v1/streams/office?offset=7&live=long-poll"

  private static func get(_ client: any TestClientProtocol, _ uri: String) async throws -> TestResponse {
    try await client.executeRequest(
      uri: uri, method: .get, headers: [.authorization: ScriptedCore.token], body: nil)
  }

  @Test(arguments: ["/v1/streams/office", "/v1/feed"])
  func `a held poll is answered by the commit it waits for`(path: String) async throws {
    let server = try TestServer()
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      async let answer = Self.get(client, path + "?offset=7&live=long-poll&cursor=5")
      try await until { await hub.held == 1 }
      await core.commit(.of("[8]", next: "8"))
      let got = try await answer
      #expect(got.status == .ok)
      #expect(got.text == "[8]")
      #expect(got.headers[.streamNextOffset] == "8")
      #expect(got.headers[.streamUpToDate] == "true")
      #expect(got.headers[.streamCursor] == String(FixedTime().milliseconds / 20_000))
      #expect(await hub.held == 0)
    }
  }

  @Test func `a commit elsewhere in the log looks again and goes on holding`() async throws {
    let server = try TestServer()
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      async let answer = Self.get(client, Self.poll)
      try await until { await hub.held == 1 }
      await core.commit(nil)
      try await until { await core.asked.count == 2 }
      #expect(await hub.held == 1)
      await core.commit(.of("[9]", next: "9"))
      #expect(try await answer.text == "[9]")
    }
  }

  @Test func `a poll from now looks on from the end it was shown, not from the end as it moves`() async throws {
    let server = try TestServer()
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      async let answer = Self.get(client, "/v1/feed?offset=now&live=long-poll")
      try await until { await hub.held == 1 }
      await core.commit(.of("[8]", next: "8"))
      #expect(try await answer.status == .ok)
    }
    #expect(await core.asked.map(\.offset) == ["now", "7"])
  }

  @Test func `a commit of another process is found by looking now and then`() async throws {
    let server = try TestServer()
    let (core, hub, waits) = (server.core, server.http.hub, server.waits)
    try await server.routed { client in
      async let answer = Self.get(client, Self.poll)
      try await until { await hub.held == 1 && waits.sleepers(for: .milliseconds(500)) == 1 }
      await core.commitElsewhere(.of("[8]", next: "8"))
      waits.advance(by: .milliseconds(500))
      #expect(try await answer.text == "[8]")
    }
  }

  @Test func `a poll without news ends after its time with 204 and the headers`() async throws {
    let server = try TestServer()
    let (hub, waits) = (server.http.hub, server.waits)
    try await server.routed { client in
      async let answer = Self.get(client, Self.poll)
      try await until { await hub.held == 1 && waits.sleepers(for: .seconds(25)) == 1 }
      waits.advance(by: .seconds(25))
      let got = try await answer
      #expect(got.status == .noContent)
      #expect(got.text.isEmpty)
      #expect(got.headers[.streamNextOffset] == "7")
      #expect(got.headers[.streamUpToDate] == "true")
      #expect(got.headers[.streamCursor] != nil)
      #expect(got.headers[.cacheControl] == "private, no-cache")
    }
  }

  @Test func `a poll behind the log's end is answered without waiting`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[8]", next: "8")))
    try await server.routed { client in
      let answer = try await Self.get(client, Self.poll)
      #expect(answer.status == .ok)
      #expect(answer.headers[.streamCursor] != nil)
    }
  }

  @Test func `one poll more than may be held is 503, and the place is free again afterwards`() async throws {
    let server = try TestServer { $0.longPollsMax = 1 }
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      async let first = Self.get(client, Self.poll)
      try await until { await hub.held == 1 }
      let second = try await Self.get(client, Self.poll)
      #expect(second.problem?.code == .unavailable)
      #expect(second.headers[.retryAfter] == "5")
      await core.commit(.of("[8]", next: "8"))
      #expect(try await first.status == .ok)
      #expect(try await Self.get(client, Self.poll).status == .ok)
    }
  }

  @Test func `a thousand idle polls hold up nobody, and one commit answers them all`() async throws {
    let server = try TestServer()
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for _ in 0..<1_000 { group.addTask { try await Self.get(client, Self.poll).status } }
        try await until { await hub.held == 1_000 }
        #expect(try await Self.get(client, "/readyz").status == .ok)
        await core.commit(.of("[8]", next: "8"))
        for try await status in group { #expect(status == .ok) }
      }
      #expect(await hub.held == 0)
    }
  }

  @Test func `a device revoked while it waits gets 401, not the news`() async throws {
    let server = try TestServer()
    let (core, hub) = (server.core, server.http.hub)
    try await server.routed { client in
      async let answer = Self.get(client, Self.poll)
      try await until { await hub.held == 1 }
      await core.revoke()
      await core.commit(.of("[8]", next: "8"))
      #expect(try await answer.status == .unauthorized)
      #expect(await hub.held == 0)
    }
  }

  @Test func `a commit between reading and waiting is not missed`() async throws {
    let hub = LongPollHub(heldMax: 10, clock: HandClock())
    await hub.advance(to: 8)
    let outcome = try await hub.hold(beyond: 7, for: .seconds(25)) { Optional("news") }
    guard case .found("news") = outcome else {
      Issue.record("it ended with \(outcome)")
      return
    }
  }

  @Test func `a stop answers held polls at once and then ends`() async throws {
    let server = try TestServer()
    let hub = server.http.hub
    let answer = try await server.live { port, group in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(
          "GET \(Self.poll) HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(ScriptedCore.token)\r\n\r\n")
        try await until { await hub.held == 1 }
        await group.triggerGracefulShutdown()
        return await connection.readToEnd()
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 204 No Content\r\n"))
    #expect(answer.lowercased().contains("stream-next-offset: 7\r\n"))
  }
}
