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
  case badAssertion = "bad-assertion"
  case unauthenticated = "unauthenticated"
  case foreignReplica = "foreign-replica"
  case notFound = "not-found"
  case methodNotAllowed = "method-not-allowed"
  case unsupportedCoding = "unsupported-coding"
  case bookmarkGone = "bookmark-gone"
  case tooManyRequests = "too-many-requests"
  case unavailable = "unavailable"
  case recovering = "recovering"
  case internalFault = "internal"

  /// The HTTP status it travels with.
  public var status: Int {
    switch self {
    case .malformed, .badExchangeHeader, .badExchangeLine, .cutBody, .badSeal: 400
    case .unauthenticated, .badJoinCode, .badAssertion: 401
    case .foreignReplica: 403
    case .notFound: 404
    case .methodNotAllowed: 405
    case .bookmarkGone: 410
    case .pushTooLarge: 413
    case .unsupportedCoding: 415
    case .tooManyRequests: 429
    case .internalFault: 500
    case .unavailable, .recovering: 503
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
  /// With `bad-assertion` for the sake of its epoch: the life of the log the server is in.
  public var epoch: Int?
  /// What a 401 asks for; travels as a header, not in the body.
  public var challenge: Challenge?
  /// Seconds to wait; travels as a header, not in the body.
  public var retryAfterSeconds: Int?

  /// Creates a problem.
  public init(
    _ code: ProblemCode, detail: String, bookmark: String? = nil, epoch: Int? = nil, challenge: Challenge? = nil,
    retryAfterSeconds: Int? = nil
  ) {
    self.code = code
    self.detail = detail
    self.bookmark = bookmark
    self.epoch = epoch
    self.challenge = challenge
    self.retryAfterSeconds = retryAfterSeconds
  }

  /// The body.
  public var body: [UInt8] {
    var members = [
      JSONMember("type", .string("about:blank")), JSONMember("title", .string(code.rawValue)),
      JSONMember("status", .integer(Int64(code.status))), JSONMember("code", .string(code.rawValue)),
      JSONMember("detail", .string(detail)),
    ]
    if let bookmark { members.append(JSONMember("bookmark", .string(bookmark))) }
    if let epoch { members.append(JSONMember("epoch", .integer(Int64(epoch)))) }
    return JSONWriter.bytes(.object(members))
  }

  /// Reads a body; nil when it is none of ours.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.value(body), let code = value["code"]?.text.flatMap(ProblemCode.init(rawValue:)),
      let detail = value["detail"]?.text
    else { return nil }
    let epoch = value["epoch"]?.number.flatMap { (1...Int64(Int32.max)).contains($0) ? Int($0) : nil }
    self.init(code, detail: detail, bookmark: value["bookmark"]?.text, epoch: epoch)
  }
}
