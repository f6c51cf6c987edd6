import HTTPTypes
import Hummingbird
import SyncCore
import SyncProtocol
import Testing
import Yams

@testable import ServerHTTP

/// `Protocol/openapi.yaml` and the server say the same, in both directions.
struct OpenAPITests {
  /// Operations and codes the document has and this server does not yet: what is served is taken from these lists.
  private static let operationsToCome: Set<String> = []
  private static let codesToCome: Set<String> = []

  private let document: OpenAPIDocument

  init() throws { document = try OpenAPIDocument() }

  @Test func `each route is described, and each description is a route`() throws {
    let served = Set(try TestServer().http.routes.endpoints.map { "\($0.method.rawValue) \($0.path)" })
    let described = Set(try document.operations.map(\.name))
    #expect(described.subtracting(served) == Self.operationsToCome)
    #expect(served.subtracting(described).isEmpty)
    #expect(Set(try document.operations.map(\.id)).count == described.count)
  }

  @Test func `each problem code is described with its status, and no other`() throws {
    var described: Set<String> = []
    func look(_ responses: [String: Node], _ place: String) throws {
      for (status, response) in responses {
        let codes = try document.problemCodes(of: response)
        for name in codes {
          described.insert(name)
          guard let code = ProblemCode(rawValue: name) else {
            #expect(Self.codesToCome.contains(name), "\(name)")
            continue
          }
          #expect(String(code.status) == status, "\(name) in \(place)")
        }
        if Int(status) ?? 0 >= 400 { #expect(!codes.isEmpty, "\(place) \(status) names no code") }
      }
    }
    for operation in try document.operations { try look(try document.responses(of: operation.node), operation.name) }
    let elsewhere = try #require(document.root["x-constat-elsewhere"]?.mapping)
    try look(
      Dictionary(
        uniqueKeysWithValues: try elsewhere.map { (try #require($0.key.string), try document.resolved($0.value)) }),
      "elsewhere")
    #expect(described == Set(ProblemCode.allCases.map(\.rawValue)).union(Self.codesToCome))
  }

  @Test func `what a problem's answer says in its headers is described`() throws {
    for operation in try document.operations {
      for (status, response) in try document.responses(of: operation.node) {
        for name in try document.problemCodes(of: response) {
          guard let code = ProblemCode(rawValue: name) else { continue }
          let sent = Response(Problem(code, detail: "x")).headers.map { $0.name.canonicalName }
          let described = try #require(response["headers"]?.mapping ?? [:]).compactMap { $0.key.string?.lowercased() }
          let expected = Set(sent).subtracting(["content-type", "content-length", "cache-control"])
          #expect(Set(described) == expected, "\(operation.name) \(status) \(name)")
        }
      }
    }
  }

  @Test func `who needs no token is said, and nobody else`() throws {
    let open = try document.operations.filter { $0.node["security"]?.sequence?.isEmpty ?? false }.map(\.id)
    #expect(
      Set(open) == [
        "getVersions", "getLimits", "joinDevice", "getToken", "getHealth", "getReadiness", "getMetrics",
      ])
  }

  @Test func `each reference leads somewhere`() throws {
    func follow(_ node: Node) throws {
      switch node {
      case .mapping(let mapping):
        if let reference = node["$ref"]?.string {
          #expect(throws: Never.self, "\(reference)") { try document.resolved(node) }
        }
        for (_, value) in mapping { try follow(value) }
      case .sequence(let sequence): for value in sequence { try follow(value) }
      case .scalar, .alias: break
      }
    }
    try follow(document.root)
  }

  @Test func `each limit of the document is the one in the code`() throws {
    let values = Dictionary(uniqueKeysWithValues: NamedLimit.all.map { ($0.name, $0.value) })
    func schema(_ path: String...) throws -> Node {
      try path.reduce(document.root) { node, part in try #require(node[part], "\(path)") }
    }
    let parameters = try schema("components", "parameters")
    #expect(parameters["Limit"]?["schema"]?["maximum"]?.int.map(Int64.init) == values["pageEntriesMax"])
    #expect(parameters["Offset"]?["schema"]?["maxLength"]?.int.map(Int64.init) == values["bookmarkBytesMax"])
    #expect(parameters["Cursor"]?["schema"]?["maximum"]?.int.map(Int64.init) == StreamCursor.echoMax)
    let kinds = try #require(parameters["Kinds"]?["schema"]?["pattern"]?.string)
    #expect(kinds.contains("{0,\(ProtocolLimits.feedKindsMax - 1)}"))
    let schemas = try schema("components", "schemas")
    #expect(schemas["ExchangeBody"]?["maxLength"]?.int.map(Int64.init) == values["pushBytesMax"])
    #expect(schemas["Page"]?["maxItems"]?.int.map(Int64.init) == values["pageEntriesMax"])
    // Every limit that is named in words is one of the list.
    let named = document.text.matches(of: /`(\w+Max)`/).map { String($0.1) }
    #expect(!named.isEmpty)
    for name in named { #expect(values[name] != nil, "\(name)") }
  }

  @Test func `each example is read by the reader of the real program`() throws {
    let examples = try document.examples()
    #expect(examples.count >= 12)
    for example in examples {
      let body = try example.body()
      let isRead: Bool =
        switch (example.operation, example.status, example.mediaType) {
        case (_, .some, Problem.mediaType): Problem(reading: body).map { String($0.code.status) } == example.status
        case ("getVersions", "200", _): ServedVersions(reading: body) != nil
        case ("getLimits", "200", _): NamedLimit.values(reading: body) != nil
        case ("joinDevice", nil, _): JoinRequest(reading: body) != nil
        case ("joinDevice", "200", _): JoinAnswer(reading: body) != nil
        case ("exchange", nil, _): throwsNothing { _ = try ExchangeRequest(reading: body) }
        case ("exchange", "200", _): WireLines.cut(body).allSatisfy { ExchangeFrame(reading: Array($0)) != nil }
        case ("readFeed", "200", MediaType.json), ("readStream", "200", MediaType.json):
          FeedBody.entries(reading: body) != nil
        case ("readFeed", "200", MediaType.events), ("readStream", "200", MediaType.events): areEvents(body)
        case ("getHealth", "200", _): WireJSON.object(body, keys: ["status", "serverTime", "testClock"]) != nil
        case ("getReadiness", "200", _): WireJSON.object(body, keys: ["status", "lastPosition", "recovering"]) != nil
        case ("rotateKey", "200", _): KeyRotationAnswer(reading: body) != nil
        case ("giveBack", nil, _): throwsNothing { _ = try RecoveryRequest(reading: body) }
        case ("giveBack", "200", _): RecoveryAnswer(reading: body) != nil
        default: false
        }
      #expect(isRead, "\(example.operation) \(example.status ?? "request") \(example.name)")
    }
  }

  private func throwsNothing(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch {
      return false
    }
  }

  /// Whether these are the events this server writes: data that is a page, then where to go on.
  private func areEvents(_ body: [UInt8]) -> Bool {
    let text = String(decoding: body, as: UTF8.self)
    guard let data = text.firstMatch(of: /^event: data\ndata: (.*)\n\nevent: control\ndata: (.*)\n\n:\n/),
      let control = WireJSON.object(Array(data.2.utf8), keys: ["streamNextOffset", "streamCursor", "upToDate"]),
      let offset = control[0].text, let cursor = control[1].text
    else { return false }
    let page = Array(data.1.utf8)
    return FeedBody.entries(reading: page) != nil
      && text.hasPrefix(
        String(
          decoding: FeedEvent.data(page) + FeedEvent.control(nextOffset: offset, cursor: cursor, upToDate: true),
          as: UTF8.self))
  }
}
