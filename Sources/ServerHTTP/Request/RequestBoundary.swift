import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import SyncProtocol

/// The outer middleware: every answer passes it, so that every error is a problem document, every answer is counted
/// and logged, and no connection goes on whose body nobody read.
///
/// The log carries the request's id, the route, codes, sizes and durations: no target, payload, name or token.
struct RequestBoundary: RouterMiddleware {
  typealias Context = HTTPContext

  let limits: HTTPLimits
  let routes: RouteTable
  let metrics: ServerMetrics
  let pages: (any PageService)?
  let isSecure: Bool

  func handle(
    _ request: Request, context: HTTPContext, next: (Request, HTTPContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let id = Self.requestID(request, context)
    var code: ProblemCode?
    var response: Response
    do {
      try admit(request)
      response = try await next(request, context)
    } catch {
      let problem = problem(for: error, request, context)
      code = problem.code
      response = answer(problem, to: request)
      if problem.code == .methodNotAllowed {
        response.headers[.allow] = routes.methods(at: request.uri.path).joined(separator: ", ")
      }
    }
    response.headers[.requestID] = id
    response.headers[.contentTypeOptions] = "nosniff"
    // Bytes nobody took would be read and thrown away without end, one by one if the client likes.
    if request.announcesBody, !context.body.isWhole { response.headers[.connection] = "close" }
    let path = context.endpointPath
    let route = routes.endpoints.first { $0.path == path }?.path ?? "none"
    await metrics.count(route: route, status: response.status.code)
    context.logger.log(
      level: response.status.code >= 500 ? .error : .info, "answered",
      metadata: [
        "request": "\(id)", "route": "\(route)", "status": "\(response.status.code)",
        "code": "\(code?.rawValue ?? "ok")", "bytesIn": "\(context.body.bytes)",
        "bytesOut": "\(response.body.contentLength ?? 0)",
        "milliseconds": "\((ContinuousClock.now - start) / .milliseconds(1))",
      ])
    return response
  }

  /// A problem document for programs; for somebody who asked for a page, a page.
  private func answer(_ problem: Problem, to request: Request) -> Response {
    let isPage = request.headers[.accept]?.contains("text/html") ?? false
    guard let pages, isPage, !request.uri.path.hasPrefix("/v1/") else { return Response(problem) }
    var response = Response(pages.answer(problem, to: PageRequest(request, isSecure: isSecure)), to: request)
    // What a problem says in headers, such as when to come back, holds for a page as well.
    for field in Response(problem).headers where response.headers[field.name] == nil && field.name != .wwwAuthenticate {
      response.headers.append(field)
    }
    return response
  }

  /// What is refused before any endpoint sees it.
  private func admit(_ request: Request) throws {
    guard request.uri.string.utf8.count <= limits.targetBytesMax else {
      throw Problem(.malformed, detail: "The request's target is longer than \(limits.targetBytesMax) bytes.")
    }
    guard request.uri.string.utf8.first == UInt8(ascii: "/") else {
      throw Problem(.malformed, detail: "The request's target must be a path.")
    }
    guard let authority = request.head.authority, !authority.isEmpty else {
      throw Problem(.malformed, detail: "The request names no Host.")
    }
    guard request.headers[values: .host].isEmpty else {
      throw Problem(.malformed, detail: "The request names more than one Host.")
    }
  }

  private func problem(for error: any Error, _ request: Request, _ context: HTTPContext) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case let error as HTTPError where error.status == .notFound:
      let known = !routes.methods(at: request.uri.path).isEmpty
      return known
        ? Problem(.methodNotAllowed, detail: "This path takes another method. The Allow header names those it takes.")
        : Problem(
          .notFound, detail: "There is nothing at this path. The paths there are stand in the API's description.")
    case is CancellationError:
      return Problem(.unavailable, detail: "The server is stopping. Send the request again in a moment.")
    default:
      // The type alone: an error's own words may quote what the caller sent.
      context.logger.error("failed", metadata: ["type": "\(type(of: error))"])
      return Problem(.internalFault, detail: "The server failed. Its log has the request under the X-Request-Id.")
    }
  }

  /// The caller's own id when it is short and harmless, otherwise one of ours.
  private static func requestID(_ request: Request, _ context: HTTPContext) -> String {
    guard let given = request.headers[.requestID], (1...64).contains(given.utf8.count),
      given.utf8.allSatisfy({ byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x2D || byte == 0x2E || byte == 0x5F
      })
    else { return context.id }
    return given
  }
}

extension Request {
  /// Whether body bytes are to come: a length other than 0, or chunks.
  var announcesBody: Bool {
    if let length = headers[.contentLength] { return length != "0" }
    return headers[.transferEncoding] != nil
  }
}

extension HTTPField.Name {
  static let requestID = HTTPField.Name("X-Request-Id")!
  static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options")!
  static let host = HTTPField.Name("Host")!
  static let streamNextOffset = HTTPField.Name("Stream-Next-Offset")!
  static let streamUpToDate = HTTPField.Name("Stream-Up-To-Date")!
  static let streamCursor = HTTPField.Name("Stream-Cursor")!
}
