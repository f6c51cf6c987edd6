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
    case .unauthenticated, .badJoinCode: headers[.wwwAuthenticate] = "Bearer realm=\"constat\""
    case .tooManyRequests: headers[.retryAfter] = "60"
    case .unavailable: headers[.retryAfter] = "5"
    case .unsupportedCoding: headers[.acceptEncoding] = "gzip"
    default: break
    }
    self.init(
      status: HTTPResponse.Status(code: problem.code.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.body)))
  }
}
