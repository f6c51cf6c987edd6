import SyncCore
import SyncProtocol
import Testing

/// Reading the body of an exchange (DESIGN §7, laws L6, L7, L12).
struct RequestTests {
  private static func request(lines: Int = 2, seals: Int = 1) throws -> ExchangeRequest {
    ExchangeRequest(
      header: .init(replica: Frames.replica, from: 4, last: 4 + lines, digest: Frames.digest, bookmark: "b", limit: 50),
      items: try (0..<lines).map { .line(try Frames.line(4 + $0).bytes) } + [.void(digest: Frames.digest)],
      seals: Array(repeating: .init(stream: try Frames.stream(), seq: 5, signature: Array(0..<64)), count: seals))
  }

  private static func fault(_ body: [UInt8]) -> ExchangeRequestFault? {
    do throws(ExchangeRequestFault) {
      _ = try ExchangeRequest(reading: body)
      return nil
    } catch {
      return error
    }
  }

  private static func fault(_ lines: [String]) -> ExchangeRequestFault? {
    fault(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static let header =
    #"{"replica":"7000000000001","from":1,"last":9,"digest":"","bookmark":"","limit":100}"#
  private static let void = #"{"void":1,"digest":"\#(Frames.digest)"}"#
  private static let seal = #"{"seal":["office",1,"\#(String(repeating: "0a", count: 64))"]}"#

  @Test func `a request comes back from its own body`() throws {
    let request = try Self.request()
    #expect(try ExchangeRequest(reading: request.body) == request)
    let first = ExchangeRequest(
      header: .init(replica: Frames.replica, from: 1, last: 0, digest: nil, bookmark: "", limit: 0))
    #expect(try ExchangeRequest(reading: first.body) == first)
    #expect(Self.fault([Self.header, Self.void, Self.seal]) == nil)
  }

  @Test func `a body cut inside a line is refused, and one cut between two lines lacks a seal`() throws {
    let request = try Self.request()
    let body = request.body
    for end in body.indices {
      let cut = Array(body[..<end])
      if end == 0 {
        #expect(Self.fault(cut) == .header)
      } else if body[end - 1] != 0x0A {
        #expect(Self.fault(cut) == .cut, "cut at \(end)")
      } else {
        // A cut between two lines leaves a request of fewer lines: its streams lack their seals, so nothing happens.
        let read = try ExchangeRequest(reading: cut)
        #expect(read.seals.count < request.seals.count)
        #expect(read.items.count <= request.items.count)
      }
    }
  }

  @Test(arguments: [
    #"{"replica":"7000000000001","from":0,"last":9,"digest":"","bookmark":"","limit":1}"#,
    #"{"replica":"7000000000001","from":3,"last":1,"digest":"","bookmark":"","limit":1}"#,
    #"{"replica":"7000000000001","from":2,"last":1,"digest":"","bookmark":"","limit":1}"#,
    #"{"replica":"7000000000001","from":1,"last":1,"digest":"\#(Frames.digest)","bookmark":"","limit":1}"#,
    #"{"replica":"7000000000001","from":1,"last":1,"digest":"","bookmark":"","limit":-1}"#,
    #"{"replica":"7000000000001","from":1,"last":1,"digest":"","bookmark":""}"#,
    #"{"from":1,"replica":"7000000000001","last":1,"digest":"","bookmark":"","limit":1}"#,
    #"{"replica":"7000000000001","from":1,"last":1,"digest":"","bookmark":"","limit":1,"x":1}"#,
    #"{"replica":"x","from":1,"last":1,"digest":"","bookmark":"","limit":1}"#, "", "GET / HTTP/1.1", "{}",
  ])
  func `a header of another shape is refused`(header: String) {
    #expect(Self.fault([header]) == .header)
  }

  @Test func `a line after a seal, a void at another seq and a misspelt seal are refused`() {
    #expect(Self.fault([Self.header, Self.seal, Self.void]) == .line(3))
    #expect(Self.fault([Self.header, Self.seal, "anything"]) == .line(3))
    #expect(Self.fault([Self.header, Self.void.replacing("void\":1", "void\":2")]) == .line(2))
    #expect(Self.fault([Self.header, Self.void.replacing("}", ",\"x\":1}")]) == .line(2))
    #expect(Self.fault([Self.header, Self.seal.replacing("0a", "0A")]) == .line(2))
    #expect(Self.fault([Self.header, Self.seal.replacing("office\",1", "office\",0")]) == .line(2))
    #expect(Self.fault([Self.header, Self.void, Self.seal, Self.seal.replacing("0a0a\"", "0a\"")]) == .line(4))
  }

  @Test func `L7 an unreadable line does not stop the reading of its neighbours`() throws {
    let body = Array("\(Self.header)\nrubbish\n\n\u{FEFF}{}\n\(Self.seal)\n".utf8) + [0xFF, 0x0A]
    #expect(Self.fault(body) == .line(6))
    let request = try ExchangeRequest(reading: Array(body.dropLast(2)))
    #expect(request.items == [.line(Array("rubbish".utf8)), .line([]), .line(Array("\u{FEFF}{}".utf8))])
    #expect(request.items[0].digest == SyncCore.Digest(of: Array("rubbish".utf8)))
    #expect(request.seals.count == 1)
  }

  @Test func `L12 a push is taken at each of its limits and refused one past it`() {
    func lines(_ count: Int) -> ExchangeRequestFault? {
      Self.fault([Self.header] + Array(repeating: "x", count: count))
    }
    #expect(lines(500) == nil)
    #expect(lines(501) == .tooManyLines)
    #expect(Self.fault([Self.header] + Array(repeating: Self.seal, count: 500)) == nil)
    #expect(Self.fault([Self.header] + Array(repeating: Self.seal, count: 501)) == .tooManyLines)

    func size(_ count: Int) -> ExchangeRequestFault? {
      let filling = String(repeating: "x", count: count - Self.header.utf8.count - 2)
      return Self.fault([Self.header, filling])
    }
    #expect(size(1_048_576) == nil)
    #expect(size(1_048_577) == .bodyTooLarge)

    func bookmark(_ count: Int) -> ExchangeRequestFault? {
      Self.fault([
        Self.header.replacing("\"bookmark\":\"\"", "\"bookmark\":\"\(String(repeating: "b", count: count))\"")
      ])
    }
    #expect(bookmark(65_536) == nil)
    #expect(bookmark(65_537) == .header)
  }

  @Test func `L12 a page is as large as the client asks, up to 2,000 entries`() throws {
    func limit(_ asked: Int) throws -> Int {
      let header = Self.header.replacing("\"limit\":100", "\"limit\":\(asked)")
      return try ExchangeRequest(reading: Array((header + "\n").utf8)).header.limit
    }
    #expect(try limit(2_000) == 2_000)
    #expect(try limit(2_001) == 2_000)
    #expect(try limit(0) == 0)
  }

  @Test func `every fault of a body has a problem code, a cut and a bad line each their own`() {
    #expect(ExchangeRequestFault.cut.code == "cut-body")
    #expect(ExchangeRequestFault.line(3).code == "bad-exchange-line")
    for fault in [ExchangeRequestFault.bodyTooLarge, .tooManyLines, .header, .cut, .line(1)] {
      #expect(ProblemCode(rawValue: fault.code) != nil)
    }
  }
}

extension String {
  /// The text with every occurrence of a part replaced.
  func replacing(_ part: String, _ other: String) -> String {
    var result = ""
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest = rest.dropFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
