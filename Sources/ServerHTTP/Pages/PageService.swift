public import SyncProtocol

/// Pages for people behind the same door as the protocol: what they need of a request, and what they answer.
///
/// The seam of the office console: no type of the HTTP library crosses it.
public protocol PageService: Sendable {
  /// The paths it answers, with `{name}` for one segment.
  var routes: [PageRoute] { get }
  /// Answers a request for one of them, as they stand in `routes`.
  func answer(_ request: PageRequest, on route: PageRoute) async -> PageAnswer
  /// Says a problem that arose before any page, to somebody who asked for one: nothing there, a form too large.
  func answer(_ problem: Problem, to request: PageRequest) -> PageAnswer
}

/// One path of pages with one method.
public struct PageRoute: Sendable, Hashable {
  /// GET looks, POST changes.
  public enum Method: Sendable, Hashable { case get, post }

  /// The method.
  public let method: Method
  /// The path; a segment in braces stands for any segment.
  public let path: String

  /// Names a route.
  public init(_ method: Method, _ path: String) {
    self.method = method
    self.path = path
  }
}

/// What a page needs to know of a request.
public struct PageRequest: Sendable {
  /// The path as sent, without the query.
  public var path: String
  /// The query as sent, without the mark; empty when there is none.
  public var query: String
  /// The segments of the path that stood in braces, decoded.
  public var parameters: [String: String]
  /// The fields of the body of a POST, in their order; empty for GET.
  public var form: FormFields
  /// The cookies.
  public var cookies: [String: String]
  /// The `Origin` header.
  public var origin: String?
  /// The `Sec-Fetch-Site` header.
  public var fetchSite: String?
  /// The host and port asked for.
  public var host: String
  /// The `Accept-Language` header.
  public var acceptLanguage: String?
  /// Whether the request came over TLS.
  public var isSecure: Bool

  /// Puts a request together.
  public init(
    path: String, query: String = "", parameters: [String: String] = [:], form: FormFields = FormFields([]),
    cookies: [String: String] = [:], origin: String? = nil, fetchSite: String? = nil, host: String,
    acceptLanguage: String? = nil, isSecure: Bool = false
  ) {
    self.path = path
    self.query = query
    self.parameters = parameters
    self.form = form
    self.cookies = cookies
    self.origin = origin
    self.fetchSite = fetchSite
    self.host = host
    self.acceptLanguage = acceptLanguage
    self.isSecure = isSecure
  }
}

/// What a page answers.
public struct PageAnswer: Sendable {
  /// What follows the headers.
  public enum Body: Sendable {
    /// All of it.
    case bytes([UInt8])
    /// Server-sent events, each a whole event with its blank line, until the stream ends or the reader goes.
    case events(AsyncStream<[UInt8]>)
  }

  /// The status code.
  public var status: Int
  /// The headers, `Set-Cookie` more than once if need be.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: Body

  /// Puts an answer together.
  public init(status: Int, headers: [(name: String, value: String)], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
