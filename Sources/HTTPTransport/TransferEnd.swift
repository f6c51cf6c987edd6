import CCurl
import SyncProtocol

/// How libcurl ended a transfer that brought no complete answer, and what that means to the engine above.
struct TransferEnd {
  var code: CURLcode
  /// libcurl's own words.
  var reason: String
  /// OpenSSL's verdict on the certificate, an `X509_V_` number; of use only when the certificate was refused.
  var certificateVerdict: Int
  /// Whether the request went out on a connection kept from an earlier one.
  var connectionWasKept: Bool
  /// Whether a connection stood, so that the request could begin.
  var requestHadBegun: Bool
  /// Whether any byte of an answer had come.
  var answerHadBegun: Bool

  /// Whether the server had closed a kept connection while the request was under way.
  ///
  /// The transport then tries again by itself, on a fresh connection; repeating is harmless (law L6). libcurl does so
  /// too when it notices on reading; what comes here is the race it does not cover, a long body that hits the closed
  /// connection on writing. A cut answer is never retried here: the engine counts it.
  var isStaleConnection: Bool {
    guard connectionWasKept, !answerHadBegun else { return false }
    switch code {
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2_STREAM: return true
    default: return false
    }
  }

  /// The failure as the engine knows it.
  var failure: TransportFailure {
    switch code {
    case CURLE_OPERATION_TIMEDOUT:
      requestHadBegun ? .timedOut(reason) : .unreachable(reason)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR:
      // Also when a first try had begun on a kept connection: the server is gone now. A TLS handshake that broke off,
      // or met something that does not speak TLS, says nothing about a certificate.
      .unreachable(reason)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT,
      CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE,
      CURLE_USE_SSL_FAILED:
      .tls(certificateReason)
    default:
      // Once the request has begun, whatever broke leaves its fate open; before, nothing has happened.
      requestHadBegun ? .cut(reason) : .unreachable(reason)
    }
  }

  private var certificateReason: String {
    // X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED.
    certificateVerdict == 9 || certificateVerdict == 10
      ? "\(reason); the clock of this computer may be wrong" : reason
  }
}
