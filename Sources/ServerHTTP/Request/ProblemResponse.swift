import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import SyncProtocol

extension Response {
  /// A problem document (RFC 9457) with the headers its code calls for.
  init(_ problem: Problem) {
    var headers: HTTPFields = [.contentType: Problem.mediaType, .cacheControl: "no-store"]
    switch problem.code {
    case .unauthenticated, .badAssertion, .badJoinCode:
      headers[.wwwAuthenticate] = problem.challenge?.field ?? "Bearer realm=\"constat\""
    case .tooManyRequests: headers[.retryAfter] = "\(problem.retryAfterSeconds ?? 60)"
    case .unavailable: headers[.retryAfter] = "\(problem.retryAfterSeconds ?? 5)"
    case .recovering: headers[.retryAfter] = "300"
    case .unsupportedCoding: headers[.acceptEncoding] = "gzip"
    default: break
    }
    self.init(
      status: HTTPResponse.Status(code: problem.code.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.body)))
  }
}
