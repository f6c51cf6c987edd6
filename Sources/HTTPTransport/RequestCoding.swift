import Gzip
import SyncProtocol

/// Puts the body of a request into the coding every server of the protocol takes.
enum RequestCoding {
  /// The request with its body compressed, or as it is when that would not make it shorter, when it is shorter than
  /// `bytesMin`, or when whoever wrote it has coded it already.
  static func coded(_ request: TransportRequest, bytesMin: Int) -> TransportRequest {
    guard request.body.count >= bytesMin,
      !request.headers.contains(where: { $0.name.lowercased() == "content-encoding" })
    else { return request }
    let body = Gzip.compress(request.body, level: .fast)
    guard body.count < request.body.count else { return request }
    var request = request
    request.body = body
    request.headers.append(TransportHeader("content-encoding", "gzip"))
    return request
  }
}
