import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import SyncProtocol

/// A route of pages: reads the request for the page service and writes its answer.
///
/// - POST bodies are `application/x-www-form-urlencoded`, read whole within their limits.
/// - Server-sent events end when the server stops or the reader goes; the browser comes back by itself.
struct PagesEndpoint: Sendable {
  let service: any PageService
  let route: PageRoute
  let body: BodyReader
  let isSecure: Bool
  let limits: HTTPLimits

  var endpoint: Endpoint {
    Endpoint(method: route.method == .get ? .get : .post, path: route.path) { request, context in
      let answer = await service.answer(try await page(request, context), on: route)
      return Response(answer, to: request)
    }
  }

  fileprivate static func body(of events: AsyncStream<[UInt8]>, _ request: Request) -> ResponseBody {
    ResponseBody { writer in
      do {
        // The reader closing its end is seen here at once, not at the next write (PLATFORM §5).
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          for await event in events.cancelOnGracefulShutdown() {
            try await writer.write(ByteBuffer(bytes: event))
          }
        }
      } catch is CancellationError {}
      try await writer.finish(nil)
    }
  }

  private func page(_ request: Request, _ context: HTTPContext) async throws -> PageRequest {
    var parameters: [String: String] = [:]
    for segment in route.path.split(separator: "/") where segment.hasPrefix("{") {
      let name = String(segment.dropFirst().dropLast())
      parameters[name] = try context.parameters.require(name)
    }
    var page = PageRequest(request, isSecure: isSecure)
    page.parameters = parameters
    if route.method == .post { page.form = try await form(request, context) }
    return page
  }

  private func form(_ request: Request, _ context: HTTPContext) async throws -> FormFields {
    let coding = try ContentRule.check(request.headers, mediaType: "application/x-www-form-urlencoded")
    let bytes = try await body.read(request, coding: coding, progress: context.body)
    guard let fields = FormFields(encoded: bytes, countMax: limits.formFieldsMax) else {
      throw Problem(.malformed, detail: "The form cannot be read: it has broken escapes or too many fields.")
    }
    return fields
  }
}

extension PageRequest {
  /// What the head of a request says.
  init(_ request: Request, isSecure: Bool) {
    var cookies: [String: String] = [:]
    for value in request.headers[values: .cookie] {
      for pair in value.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { continue }
        cookies[String(parts[0].trimmingSpaces())] = String(parts[1].trimmingSpaces())
      }
    }
    self.init(
      path: request.uri.path, query: request.uri.query ?? "", cookies: cookies, origin: request.headers[.origin],
      fetchSite: request.headers[.fetchSite], host: request.head.authority ?? "",
      acceptLanguage: request.headers[.acceptLanguage], isSecure: isSecure)
  }
}

extension Response {
  /// A page's answer.
  init(_ answer: PageAnswer, to request: Request) {
    var headers = HTTPFields()
    for header in answer.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      headers.append(HTTPField(name: name, value: header.value))
    }
    let body: ResponseBody
    switch answer.body {
    case .bytes(let bytes): body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .events(let events): body = PagesEndpoint.body(of: events, request)
    }
    self.init(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
  }
}

extension HTTPField.Name {
  static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
