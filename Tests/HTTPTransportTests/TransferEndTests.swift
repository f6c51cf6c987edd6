import CCurl
import SyncProtocol
import Testing

@testable import HTTPTransport

/// The decision to try again, by itself.
@Suite struct TransferEndTests {
  private static func end(kept: Bool = true, answered: Bool = false, code: CURLcode) -> TransferEnd {
    TransferEnd(
      code: code, reason: "why", certificateVerdict: 0, connectionWasKept: kept,
      requestHadBegun: true, answerHadBegun: answered)
  }

  @Test(arguments: [
    CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM,
  ])
  func `only a kept connection that died before any answer byte is retried`(code: CURLcode) {
    #expect(Self.end(code: code).isStaleConnection)
    #expect(!Self.end(kept: false, code: code).isStaleConnection)
    #expect(!Self.end(answered: true, code: code).isStaleConnection)
    #expect(Self.end(code: code).failure == .cut("why"))
  }

  @Test(arguments: [
    CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_WRITE_ERROR, CURLE_OPERATION_TIMEDOUT,
    CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_BAD_CONTENT_ENCODING,
  ])
  func `no other end is retried`(code: CURLcode) {
    #expect(!Self.end(code: code).isStaleConnection)
  }

  @Test func `a time limit is unreachable before the request began and timed out after`() {
    var end = Self.end(code: CURLE_OPERATION_TIMEDOUT)
    #expect(end.failure == .timedOut("why"))
    end.requestHadBegun = false
    #expect(end.failure == .unreachable("why"))
  }
}
