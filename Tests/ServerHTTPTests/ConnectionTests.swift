import HTTPTypes
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// What connections may do, over real sockets.
@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
  private static let push =
    "POST /v1/exchange HTTP/1.1\r\nHost: localhost\r\nAuthorization: \(ScriptedCore.token)\r\n"

  @Test(arguments: [(0, 200), (1, 413)])
  func `a streamed body is taken at the limit and refused one past it`(past: Int, status: Int) async throws {
    let server = try TestServer { $0.exchangeBytesMax = 100_000 }
    let core = server.core
    let answer = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Transfer-Encoding: chunked\r\n\r\n")
        for _ in 0..<10 { try await connection.send("2710\r\n" + String(repeating: "a", count: 10_000) + "\r\n") }
        if past > 0 { try await connection.send("1\r\na\r\n") }
        try await connection.send("0\r\n\r\n")
        return try await connection.readSome()
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    #expect(answer.lowercased().contains("connection: close\r\n") == (status == 413))
    #expect(await core.bodies.map(\.count) == (status == 200 ? [100_000] : []))
  }

  @Test func `an announced body past the limit is refused before it is sent`() async throws {
    let server = try TestServer()
    let answer = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Content-Length: \(ProtocolLimits.pushBytesMax + 1)\r\n\r\n")
        return try await connection.readSome()
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 413 "))
    #expect(answer.contains("\"code\":\"push-too-large\""))
  }

  @Test func `a body without end is cut off by the server`() async throws {
    let server = try TestServer { $0.exchangeBytesMax = 1_000 }
    try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Transfer-Encoding: chunked\r\n\r\n")
        let chunk = "2710\r\n" + String(repeating: "a", count: 10_000) + "\r\n"
        await #expect(throws: (any Error).self) { () async throws -> Void in try await connection.sendForEver(chunk) }
      }
    }
  }

  @Test func `a body that only trickles is given up after its time`() async throws {
    let server = try TestServer()
    let waits = server.waits
    let answer = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Content-Length: 50\r\n\r\nab")
        try await until { waits.sleepers(for: .seconds(120)) == 1 }
        waits.advance(by: .seconds(120))
        return await connection.readToEnd()
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 400 "))
    #expect(answer.contains("\"code\":\"cut-body\""))
  }

  @Test func `a silent connection is closed`() async throws {
    let server = try TestServer { $0.idleTime = .milliseconds(50) }
    let answer = try await server.live { port, _ in
      do {
        return try await RawConnection.with(port: port) { connection in
          try await connection.send("GET /healthz HT")
          return await connection.readToEnd()
        }
      } catch ChannelError.ioOnClosedChannel {
        return ""  // closed even before the first byte was sent
      }
    }
    #expect(answer.isEmpty)
  }

  @Test(arguments: [
    "GET /healthz HTTP/1.1\r\n\r\n",  // no Host
    "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 9_000))\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: y\r\n", count: 65))\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    "POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /v1/devices HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}hello over TLS\r\n\r\n",
    "nonsense\r\n\r\n",
  ])
  func `hostile headers are answered 400 with a problem`(request: String) async throws {
    let server = try TestServer()
    let answer = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(request)
        return try await connection.readSome()
      }
    }
    #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
    #expect(answer.contains("\"code\":\"malformed\""))
    #expect(await server.core.bodies.isEmpty)
  }

  @Test func `bytes that are no HTTP in the middle of a body are a cut body`() async throws {
    let server = try TestServer()
    let answer = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n")
        return try await connection.readSome()
      }
    }
    #expect(answer.contains("\"code\":\"cut-body\""), "\(answer)")
    #expect(await server.core.bodies.isEmpty)
  }

  @Test func `a caller that hangs up in its body leaves the server serving`() async throws {
    let server = try TestServer()
    let core = server.core
    try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send(Self.push + "Content-Length: 50\r\n\r\nab")
      }
      let answer = try await RawConnection.with(port: port) { connection in
        try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        return try await connection.readSome()
      }
      #expect(answer.hasPrefix("HTTP/1.1 200 "))
    }
    #expect(await core.bodies.isEmpty)
  }

  @Test func `two requests on one connection are both answered`() async throws {
    let server = try TestServer()
    let count = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        let request = "GET /readyz HTTP/1.1\r\nHost: a\r\n"
        try await connection.send(request + "\r\n" + request + "Connection: close\r\n\r\n")
        return await connection.readToEnd().split(separator: "HTTP/1.1 200").count
      }
    }
    #expect(count == 2)
  }

  @Test func `callers with half a header or half a body hold up nobody`() async throws {
    let server = try TestServer()
    let core = server.core
    await core.answers(.success(Array("{\"gap\":1}\n".utf8)))
    try await server.live { port, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        let (sent, tellSent) = AsyncStream.makeStream(of: Void.self)
        for number in 0..<100 {
          group.addTask {
            try await RawConnection.with(port: port) { connection in
              try await connection.send(
                number.isMultiple(of: 2) ? "GET /healthz HTTP/1.1\r\nHos" : Self.push + "Content-Length: 50\r\n\r\nab")
              tellSent.yield()
              try await Task.sleep(for: .seconds(60))  // ends with the group
            }
          }
        }
        var iterator = sent.makeAsyncIterator()
        for _ in 0..<100 { await iterator.next() }
        let answer = try await RawConnection.with(port: port) { connection in
          try await connection.send(Self.push + "Content-Length: 2\r\nConnection: close\r\n\r\nx\n")
          return await connection.readToEnd()
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        group.cancelAll()
        while await group.nextResult() != nil {}  // they end as the test wants them to, in no particular way
      }
    }
    #expect(await core.bodies == [Array("x\n".utf8)])
  }
}
