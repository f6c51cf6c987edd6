import Glibc
public import SyncProtocol

/// Carries requests over HTTP/1.1 by libcurl, from one thread of its own, on kept-alive connections.
///
/// - An answer is whole or it is a failure: one whose header lines, `Content-Length` or chunks are not complete is
///   `cut`. Two things cannot be told from a whole answer here, so content must show its own end: an answer that
///   announces no length ends where the server closes (RFC 9112 §6.3), and libcurl does not notice a gzip stream that
///   was already short when it was framed.
/// - Bodies are compressed both ways (`gzip`): a longer request's, which every server of the protocol takes, and an
///   answer's where the server likes; bounds and bytes handed over are the decoded ones.
/// - Whatever a server says is an answer: a redirect is not followed and a captive portal's page comes back with its
///   status, headers and body, for the engine to tell from its own.
/// - One thing is retried inside, once: a request that went out on a kept connection the server had closed before any
///   byte of the answer came. Repeating is free by law L6. The second try counts against the same time limit.
/// - The proxy variables of the environment are honoured, except for a server on this machine. Certificates and host
///   names are always checked. Nothing is logged, and no cookie, password file or configuration file is read.
/// - Requests run side by side up to `connectionsMax` connections; nothing is promised about their order.
/// - Letting go of the last reference ends the thread once the requests under way have ended, without waiting for it.
public final class CurlTransport: Transport {
  private let mailbox = Mailbox()
  private let compressedBytesMin: Int

  /// Creates a transport to one server.
  /// - Parameters:
  ///   - base: the server's address, with or without a path that every target is put below: `https`, or `http` towards
  ///     this machine itself.
  ///   - settings: waits, bounds and names.
  /// - Throws: `CurlTransportFault` for an address or setting that cannot work. No connection is tried yet.
  public convenience init(
    base: String, settings: CurlTransportSettings = CurlTransportSettings()
  ) throws(CurlTransportFault) {
    try self.init(base: base, settings: settings, whenEnded: {})
  }

  /// Tells also when the thread is about to end, with every handle freed.
  init(
    base: String, settings: CurlTransportSettings, whenEnded: @escaping @Sendable () -> Void
  ) throws(CurlTransportFault) {
    let address = try ServerAddress(parsing: base)
    guard address.isEncrypted || address.isLoopback || settings.isClearAllowedBeyondLoopback else {
      throw .notEncrypted
    }
    try Self.check(settings)
    compressedBytesMin =
      address.isLoopback && !settings.compressesOnLoopback ? .max : settings.compressedBytesMin
    TransferLoop.start(mailbox: mailbox, address: address, settings: settings, whenEnded: whenEnded)
  }

  deinit {
    mailbox.post(.end)
  }

  /// Sends one request; see `CurlTransport` for what counts as an answer and what is retried.
  /// - Throws: `TransportFailure`; a request that cannot be written as HTTP/1.1 is `unreachable` with the reason, and
  ///   nothing of it is sent. A cancelled task gets `cancelled` at once unless the answer was already complete.
  public func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    if let fault = RequestForm.fault(in: request) { throw .unreachable("the request cannot be sent: \(fault)") }
    let request = RequestCoding.coded(request, bytesMin: compressedBytesMin)
    let mailbox = mailbox
    let id = mailbox.nextID()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: Waiter) in
        guard mailbox.post(.start(id, request, waiter)) else {
          return waiter.resume(returning: .failure(Self.ended))
        }
        // A task cancelled before this line had its cancellation posted before the start, where it found nothing.
        if Task.isCancelled { mailbox.post(.cancel(id)) }
      }
    } onCancel: {
      mailbox.post(.cancel(id))
    }
    return try result.get()
  }

  static let ended = TransportFailure.unreachable("the transport has ended")

  private static func check(_ settings: CurlTransportSettings) throws(CurlTransportFault) {
    if let userAgent = settings.userAgent, !userAgent.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      throw .userAgentNotPrintable
    }
    if let path = settings.caBundlePath, access(path, R_OK) != 0 {
      throw .caBundleUnreadable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
