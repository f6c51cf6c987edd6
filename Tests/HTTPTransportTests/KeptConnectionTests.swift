import HTTPTransport
import SyncProtocol
import Testing

/// A connection is kept; when the server has dropped it meanwhile, nobody above is told.
@Suite struct KeptConnectionTests {
  @Test func `requests one after the other use one connection`() async throws {
    let server = try SocketServer { connection, _ in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    let transport = try CurlTransport(base: server.base)
    for _ in 0..<5 { _ = try await transport.send(.get()) }
    #expect(server.requests.count == 5)
    #expect(server.connectionCount == 1)
  }

  @Test func `a kept connection closed before the second request is silently replaced`() async throws {
    let server = try SocketServer { connection, number in
      connection.readRequest()
      connection.answer("answer \(number)")
    }
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get()).text == "answer 1")
    #expect(try await transport.send(.get()).text == "answer 2")
  }

  @Test(arguments: [false, true])
  func `a kept connection that dies under the second request is silently replaced`(byReset: Bool) async throws {
    let server = try SocketServer { connection, number in
      connection.readRequest()
      connection.answer("answer \(number)")
      connection.readRequest()
      if byReset { connection.reset() }
    }
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get()).text == "answer 1")
    #expect(try await transport.send(.post(Array("{}".utf8))).text == "answer 2")
    #expect(server.connectionCount == 2)
    #expect(server.requests.count == 3)
  }

  @Test func `a kept connection that dies under a long upload is silently replaced`() async throws {
    let body = [UInt8](repeating: 0x2E, count: 8 << 20)
    let server = try SocketServer { connection, number in
      if number == 1 {
        connection.readRequest()
        connection.answer("answer 1")
        _ = connection.readHead()
        connection.reset()
      } else {
        connection.readRequest()
        connection.answer("answer \(number)")
      }
    }
    let transport = try CurlTransport(base: server.base, settings: .init(compressedBytesMin: .max))
    #expect(try await transport.send(.get()).text == "answer 1")
    #expect(try await transport.send(.post(body)).text == "answer 2")
    #expect(server.requests.last?.body == body)
    #expect(server.requests.last?.names("expect") == false, "a body over 1 MiB must not wait for 100 Continue")
  }

  @Test func `a kept connection that dies in the middle of an answer is told as cut and not retried`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("whole")
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\npart")
    }
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get()).text == "whole")
    #expect(await transport.failure(of: .get())?.isCut == true)
    #expect(server.connectionCount == 1)
  }

  @Test func `a fresh connection that dies before the answer is told as cut and not retried`() async throws {
    let server = try SocketServer { connection, _ in connection.readRequest() }
    let transport = try CurlTransport(base: server.base)
    #expect(await transport.failure(of: .get())?.isCut == true)
    #expect(server.connectionCount == 1)
  }

  @Test func `two requests at once are under way at the same time`() async throws {
    let first = Signal()
    let second = Signal()
    let server = try SocketServer { connection, _ in
      // Each answer waits until the other request has come too: in turn, neither would ever be answered.
      let isFirst = connection.readRequest()?.head.hasPrefix("GET /first ") == true
      (isFirst ? first : second).happen()
      (isFirst ? second : first).wait()
      connection.answer(isFirst ? "1" : "2")
    }
    let transport = try CurlTransport(base: server.base)
    async let one = transport.send(.get("/first"))
    async let two = transport.send(.get("/second"))
    #expect(try await one.text == "1")
    #expect(try await two.text == "2")
  }
}
