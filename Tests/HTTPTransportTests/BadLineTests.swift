import HTTPTransport
import SyncProtocol
import Testing

/// A bad line gives a failure that says which, and never a part of an answer.
@Suite struct BadLineTests {
  private static func failure(
    settings: CurlTransportSettings = .init(), request: TransportRequest = .get(),
    _ serve: @escaping @Sendable (Connection) -> Void
  ) async throws -> TransportFailure? {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      serve(connection)
    }
    return try await CurlTransport(base: server.base, settings: settings).failure(of: request)
  }

  @Test func `an answer shorter than its Content-Length is cut`() async throws {
    let failure = try await Self.failure { $0.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789") }
    #expect(failure?.isCut == true)
  }

  @Test func `an answer whose last chunk did not come is cut`() async throws {
    let failure = try await Self.failure {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwhole\r\n")
    }
    #expect(failure?.isCut == true)
  }

  @Test func `an answer reset in its middle is cut`() async throws {
    let failure = try await Self.failure {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789")
      $0.reset()
    }
    #expect(failure?.isCut == true)
  }

  @Test(arguments: ["HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"])
  func `an answer cut within its headers is cut`(part: String) async throws {
    #expect(try await Self.failure { $0.write(part) }?.isCut == true)
  }

  @Test func `an answer with broken gzip is cut`() async throws {
    let failure = try await Self.failure {
      $0.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")
    }
    #expect(failure?.isCut == true)
  }

  @Test func `something that is not HTTP is cut`() async throws {
    let failure = try await Self.failure { $0.write("220 mail.example.fr ESMTP\r\n") }
    #expect(failure?.isCut == true)
  }

  @Test func `a refused connection is unreachable`() async throws {
    var server: SocketServer? = try SocketServer { _, _ in }
    let base = try #require(server?.base)
    let transport = try CurlTransport(base: base)
    server = nil
    #expect(await transport.failure(of: .get())?.isUnreachable == true)
  }

  @Test func `a connection nobody takes is unreachable when the connect limit has passed`() async throws {
    let full = try FullListener()
    let transport = try CurlTransport(
      base: "http://127.0.0.1:\(full.port)", settings: .init(connectTimeLimit: .milliseconds(100)))
    #expect(await transport.failure(of: .get())?.isUnreachable == true)
  }

  @Test func `a name that does not exist is unreachable`() async throws {
    let transport = try CurlTransport(
      base: "http://nobody.invalid", settings: .init(isClearAllowedBeyondLoopback: true))
    #expect(await transport.failure(of: .get())?.isUnreachable == true)
  }

  @Test func `an answer that stalls in its middle is timed out by the stall limit`() async throws {
    let failure = try await Self.failure(settings: .init(stallTimeLimit: .seconds(1))) {
      $0.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789")
      $0.waitForEnd()
    }
    #expect(failure?.isTimedOut == true)
  }

  @Test func `an answer that never begins is timed out by the time limit`() async throws {
    let failure = try await Self.failure(request: .get(timeLimit: .milliseconds(150))) { $0.waitForEnd() }
    #expect(failure?.isTimedOut == true)
  }

  @Test func `an answer that drips for ever is timed out by the time limit`() async throws {
    let failure = try await Self.failure(request: .get(timeLimit: .milliseconds(300))) {
      $0.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while $0.write("1\r\nx\r\n") { pause() }
    }
    #expect(failure?.isTimedOut == true)
  }

  @Test func `a stall on a kept connection is timed out and not unreachable`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("first")
      connection.waitForEnd()
    }
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get()).text == "first")
    #expect(await transport.failure(of: .get(timeLimit: .milliseconds(150)))?.isTimedOut == true)
    #expect(server.connectionCount == 1)
  }

  @Test func `a slow answer within the limits comes back whole`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n")
      for _ in 0..<20 {
        pause()
        connection.write("x")
      }
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.text == String(repeating: "x", count: 20))
  }

  @Test func `a server that is gone when a kept connection dies is unreachable`() async throws {
    let asked = Signal()
    let gone = Signal()
    var server: SocketServer? = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("first")
      connection.readRequest()
      asked.happen()
      gone.wait()
    }
    let transport = try CurlTransport(base: try #require(server?.base))
    #expect(try await transport.send(.get()).text == "first")
    async let failure = transport.failure(of: .get())
    await asked.happened()
    server = nil
    gone.happen()
    #expect(await failure?.isUnreachable == true)
  }
}
