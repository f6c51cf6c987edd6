import Foundation
import HTTPTransport
import SyncProtocol
import Testing

/// What a server says is passed on whole and unjudged.
@Suite struct AnswerTests {
  @Test func `a request arrives as it was written and its answer comes back whole`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 201 Created\r\nContent-Length: 5\r\nX-Two: a\r\nX-Two: b\r\nX-None:\r\n\r\nhello")
    }
    let transport = try CurlTransport(base: server.base + "/base/", settings: .init(userAgent: "constat/1 (test)"))
    let body = Array("{\"été\":1}\n".utf8)
    let response = try await transport.send(
      .post(body, headers: [.init("Content-Type", "application/x-ndjson"), .init("X-Empty", "")]))
    #expect(response.status == 201)
    #expect(response.text == "hello")
    #expect(response.wireBytes == 5)
    #expect(
      response.headers == [.init("content-length", "5"), .init("x-two", "a"), .init("x-two", "b"), .init("x-none", "")])
    let request = try #require(server.requests.first)
    #expect(request.head.hasPrefix("POST /base/v1/exchange HTTP/1.1\r\n"))
    #expect(request.body == body)
    #expect(request.has(line: "Content-Type: application/x-ndjson"))
    #expect(request.has(line: "User-Agent: constat/1 (test)"))
    #expect(request.has(line: "X-Empty:"))
  }

  @Test func `header names are lower-cased whatever their case on the wire`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write(
        "HTTP/1.1 200 OK\r\nCONTENT-length:2\r\nETag:  \"É\" \t\r\nStream-Next-Offset: 7\r\n folded\r\n\r\nok")
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.headers.map(\.name) == ["content-length", "etag", "stream-next-offset"])
    #expect(response.header("etag") == "\"É\"")
    #expect(response.header("stream-next-offset") == "7 folded")
  }

  @Test func `a gzip answer is decoded and its wire bytes are those that crossed the wire`() async throws {
    let packed = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA6tWSsrPz85NLMpWslJK0jVU0lHKzS9KVbJKS8wpTq3lqqZQHgBnv4EWYAAAAA=="))
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
      connection.write(Array(packed))
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.text == String(repeating: "{\"bookmark\":\"b-1\",\"more\":false}\n", count: 3))
    #expect(response.wireBytes == packed.count)
    #expect(server.requests.first?.names("accept-encoding") == true)
  }

  @Test func `a chunked answer is joined and its trailer is not taken for a header`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n")
      connection.write("4\r\n two\r\n0\r\nX-Trailer: no\r\n\r\n")
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.text == "one two")
    #expect(response.headers == [.init("transfer-encoding", "chunked")])
  }

  @Test func `only the last header block counts when an interim answer comes first`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\nHTTP/1.1 204 No Content\r\nX-Late: yes\r\n\r\n")
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.status == 204)
    #expect(response.headers == [.init("x-late", "yes")])
  }

  @Test func `an error status is an answer and not a failure`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write(
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Type: application/problem+json\r\n"
          + "Content-Length: 2\r\n\r\n{}")
    }
    let response = try await CurlTransport(base: server.base).send(.post([]))
    #expect(response.status == 429)
    #expect(response.header("retry-after") == "5")
    #expect(server.requests.first?.has(line: "Content-Length: 0") == true)
    #expect(server.requests.first?.names("content-type") == false)
  }

  @Test func `a captive portal's page comes back as it is for the engine to refuse`() async throws {
    let page = "<html><title>Hôtel de la Gare</title></html>"
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page)
    }
    let response = try await CurlTransport(base: server.base).send(.post(Array("{}".utf8)))
    #expect(response.status == 200)
    #expect(response.header("content-type") == "text/html; charset=utf-8")
    #expect(response.text == page)
  }

  @Test func `a redirect is an answer and is not followed`() async throws {
    let server = try SocketServer { connection, _ in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n")
      }
    }
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.status == 302)
    #expect(response.header("location") == "/login")
    #expect(server.requests.count == 1)
  }

  @Test func `the answer to HEAD has the length of a body and no body`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
      connection.waitForEnd()
    }
    let response = try await CurlTransport(base: server.base).send(
      TransportRequest(method: "HEAD", target: "/", answerBytesMax: 10, timeLimit: .seconds(60)))
    #expect(response.header("content-length") == "500")
    #expect(response.body.isEmpty)
  }

  @Test(arguments: ["PATCH", "PUT", "DELETE", "OPTIONS"])
  func `a method keeps its name and its body`(method: String) async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("ok")
    }
    _ = try await CurlTransport(base: server.base).send(
      TransportRequest(
        method: method, target: "/a%20b?x=%2e%2e/..", body: [0, 1, 255], answerBytesMax: 10, timeLimit: .seconds(60)))
    #expect(server.requests.first?.head.hasPrefix("\(method) /a%20b?x=%2e%2e/.. HTTP/1.1\r\n") == true)
    #expect(server.requests.first?.body == [0, 1, 255])
  }
}
