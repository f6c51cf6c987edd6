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
    default: break
    }
    self.init(
      status: HTTPResponse.Status(code: problem.code.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.body)))
  }

  /// An answer of bytes.
  init(_ bytes: [UInt8], mediaType: String, cacheControl: String = "no-store") {
    self.init(
      status: .ok, headers: [.contentType: mediaType, .cacheControl: cacheControl],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
