import Glibc
import SyncProtocol
import Testing

@testable import HTTPTransport

/// What is refused before anything is sent, and which way a request takes.
@Suite struct AddressTests {
  private static func fault(_ base: String, _ settings: CurlTransportSettings = .init()) -> CurlTransportFault? {
    do throws(CurlTransportFault) {
      _ = try CurlTransport(base: base, settings: settings)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", "sync.example.fr", "https://", "https:// space/", "http://a:99999", "http://a\u{0}b"])
  func `a text that is no absolute address is refused`(base: String) throws {
    let fault = try #require(Self.fault(base))
    guard case .notAnAddress = fault else {
      Issue.record("\(base) gave \(fault)")
      return
    }
  }

  @Test(arguments: [("ftp", "ftp://sync.example.fr/x"), ("file", "file:///x"), ("ws", "ws://sync.example.fr")])
  func `a scheme other than http and https is refused`(scheme: String, base: String) {
    #expect(Self.fault(base) == .schemeNotAllowed(scheme))
  }

  @Test(arguments: ["https://anne:s3cret@sync.example.fr", "https://anne@sync.example.fr", "https://:s3cret@a.fr"])
  func `a user name or password in the address is refused without being repeated`(base: String) throws {
    let fault = try #require(Self.fault(base))
    #expect(fault == .credentialsInAddress)
    #expect(!fault.description.contains("s3cret"))
  }

  @Test(arguments: ["https://sync.example.fr/?a=1", "https://sync.example.fr/#top"])
  func `a query or fragment in the address is refused`(base: String) {
    #expect(Self.fault(base) == .queryOrFragmentInAddress)
  }

  @Test func `a file of authorities that is not there is refused by its path`() throws {
    let fault = try #require(Self.fault("https://sync.example.fr", .init(caBundlePath: "/nowhere/ca.pem")))
    guard case .caBundleUnreadable(path: "/nowhere/ca.pem", _) = fault else {
      Issue.record("it gave \(fault)")
      return
    }
  }

  @Test func `a user agent with a line break is refused`() {
    #expect(Self.fault("https://sync.example.fr", .init(userAgent: "a\r\nX: y")) == .userAgentNotPrintable)
  }

  @Test(arguments: [
    TransportRequest.get("no-slash"), .get("/a b"), .get("/a#b"), .get("/é"), .get("/a\r\nX: y"),
    .post([], headers: [.init("X", "a\r\nY: b")]), .post([], headers: [.init("X: y", "a")]),
    .post([], headers: [.init("", "a")]),
    TransportRequest(method: "GET /", target: "/", answerBytesMax: 1, timeLimit: .seconds(1)),
  ])
  func `a request that would break out of its line is not sent`(request: TransportRequest) async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("ok")
    }
    #expect(try await CurlTransport(base: server.base).failure(of: request)?.isUnreachable == true)
    #expect(server.connectionCount == 0)
  }

  @Test(arguments: [
    ("http://127.0.0.1:8080", true), ("http://127.1.2.3", true), ("http://LocalHost", true), ("http://[::1]:9", true),
    ("http://127.example.fr", false), ("https://sync.example.fr", false), ("http://128.0.0.1", false),
  ])
  func `only this machine is loopback`(base: String, expected: Bool) throws {
    #expect(try ServerAddress(parsing: base).isLoopback == expected)
  }

  @Test func `the proxy of the environment is used for another machine and never for this one`() async {
    await #expect(processExitsWith: .success) {
      let server = try SocketServer { connection, _ in
        while connection.readRequest() != nil { connection.answer("ok") }
      }
      setenv("http_proxy", server.base, 1)
      unsetenv("no_proxy")
      unsetenv("NO_PROXY")
      _ = try await CurlTransport(base: "http://sync.invalid", settings: .init(isClearAllowedBeyondLoopback: true))
        .send(.get("/far"))
      _ = try await CurlTransport(base: server.base).send(.get("/near"))
      let lines = server.requests.map { String($0.head.prefix { $0 != "\r\n" }) }
      #expect(lines == ["GET http://sync.invalid/far HTTP/1.1", "GET /near HTTP/1.1"])
      exit(lines == ["GET http://sync.invalid/far HTTP/1.1", "GET /near HTTP/1.1"] ? 0 : 1)
    }
  }
}
