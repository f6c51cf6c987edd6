import HTTPTypes
import Hummingbird
import HummingbirdCore

/// One entry of the route table: what the router is built from, and what 405 is answered from.
struct Endpoint: Sendable {
  /// The method; GET endpoints answer HEAD as well.
  let method: HTTPRequest.Method
  /// The path; a segment in braces stands for any segment.
  let path: String
  /// Answers a request.
  let respond: @Sendable (Request, HTTPContext) async throws -> Response
}

/// The endpoints of a server.
struct RouteTable: Sendable {
  let endpoints: [Endpoint]

  /// The methods a path knows, in order and HEAD with GET; empty for an unknown path.
  func methods(at path: String) -> [String] {
    let segments = path.split(separator: "/")
    let known = endpoints.filter { endpoint in
      let pattern = endpoint.path.split(separator: "/")
      return pattern.count == segments.count
        && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0.utf8.elementsEqual($1.utf8) }
    }
    return known.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] }.sorted()
  }
}
