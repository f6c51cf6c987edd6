import SyncCore

/// Why a request as a whole was not answered: the `code` of an RFC 9457 problem document, stable for programs.
public enum ProblemCode: String, Sendable, CaseIterable {
  case malformed = "malformed"
  case badExchangeHeader = "bad-exchange-header"
  case badExchangeLine = "bad-exchange-line"
  case cutBody = "cut-body"
  case pushTooLarge = "push-too-large"
  case badSeal = "bad-seal"
  case badJoinCode = "bad-join-code"
  case unauthenticated = "unauthenticated"
  case foreignReplica = "foreign-replica"
  case notFound = "not-found"
  case methodNotAllowed = "method-not-allowed"
  case unsupportedCoding = "unsupported-coding"
  case bookmarkGone = "bookmark-gone"
  case tooManyRequests = "too-many-requests"
  case unavailable = "unavailable"
  case internalFault = "internal"

  /// The HTTP status it travels with.
  public var status: Int {
    switch self {
    case .malformed, .badExchangeHeader, .badExchangeLine, .cutBody, .badSeal: 400
    case .unauthenticated, .badJoinCode: 401
    case .foreignReplica: 403
    case .notFound: 404
    case .methodNotAllowed: 405
    case .bookmarkGone: 410
    case .pushTooLarge: 413
    case .unsupportedCoding: 415
    case .tooManyRequests: 429
    case .internalFault: 500
    case .unavailable: 503
    }
  }
}

/// A problem document (RFC 9457) as Constat writes and reads it.
public struct Problem: Error, Sendable, Equatable {
  /// The media type it travels under.
  public static let mediaType = "application/problem+json"
  /// The stable code.
  public var code: ProblemCode
  /// One sentence for a person who reads logs: what happened and what to do next.
  public var detail: String
  /// With `bookmark-gone`: the newest bookmark the server still recognises, empty to start over.
  public var bookmark: String?

  /// Creates a problem.
  public init(_ code: ProblemCode, detail: String, bookmark: String? = nil) {
    self.code = code
    self.detail = detail
    self.bookmark = bookmark
  }

  /// The body.
  public var body: [UInt8] {
    var members = [
      JSONMember("type", .string("about:blank")), JSONMember("title", .string(code.rawValue)),
      JSONMember("status", .integer(Int64(code.status))), JSONMember("code", .string(code.rawValue)),
      JSONMember("detail", .string(detail)),
    ]
    if let bookmark { members.append(JSONMember("bookmark", .string(bookmark))) }
    return JSONWriter.bytes(.object(members))
  }

  /// Reads a body; nil when it is none of ours.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.value(body), let code = value["code"]?.text.flatMap(ProblemCode.init(rawValue:)),
      let detail = value["detail"]?.text
    else { return nil }
    self.init(code, detail: detail, bookmark: value["bookmark"]?.text)
  }
}
