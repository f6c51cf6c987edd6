import CCurl
import SyncProtocol

/// libcurl refused an option, so that the request cannot be sent as meant.
struct CurlRefusal: Error {
  let code: CURLcode

  var failure: TransportFailure {
    .unreachable("libcurl cannot send this request: \(String(cString: ccurl_easy_strerror(code)))")
  }
}

/// One request on one easy handle; lives on the loop's thread only.
final class Transfer {
  let id: TransferID
  let easy: UnsafeMutableRawPointer
  private let request: TransportRequest
  private let settings: CurlTransportSettings
  private let waiter: Waiter
  private var collector: AnswerCollector
  private var headerLines: UnsafeMutablePointer<curl_slist>?
  private let errorText: UnsafeMutablePointer<CChar>
  private var hasRetried = false

  init(
    id: TransferID, easy: UnsafeMutableRawPointer, request: TransportRequest, settings: CurlTransportSettings,
    waiter: Waiter
  ) {
    self.id = id
    self.easy = easy
    self.request = request
    self.settings = settings
    self.waiter = waiter
    collector = Self.collector(request, settings)
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  /// The handle must have been reset before: it points at what is freed here.
  deinit {
    ccurl_slist_free_all(headerLines)
    errorText.deallocate()
  }

  func resume(_ result: Result<TransportResponse, TransportFailure>) {
    waiter.resume(returning: result)
  }

  // MARK: Before

  /// Sets every option of the handle, which must be fresh or reset.
  func prepare(_ address: ServerAddress) throws(CurlRefusal) {
    try setSafety()
    try setLimits()
    try setText(CURLOPT_URL, address.prefix + request.target)
    if address.isLoopback { try setText(CURLOPT_NOPROXY, "*") }
    // Not all libcurl knows: a decoder of zstd may take 128 MiB for its window before a byte comes out (law L12).
    // What comes coded unasked is decoded all the same.
    let isCompressed = !address.isLoopback || settings.compressesOnLoopback
    try setText(CURLOPT_ACCEPT_ENCODING, isCompressed ? "gzip" : "identity")
    if let userAgent = settings.userAgent { try setText(CURLOPT_USERAGENT, userAgent) }
    if let path = settings.caBundlePath { try setText(CURLOPT_CAINFO, path) }
    try setMethodAndBody()
    try setHeaders()
    try setReceivers()
  }

  private func setSafety() throws(CurlRefusal) {
    try setLong(CURLOPT_NOSIGNAL, 1)
    try setText(CURLOPT_PROTOCOLS_STR, "http,https")
    try setLong(CURLOPT_FOLLOWLOCATION, 0)
    try setLong(CURLOPT_SSL_VERIFYPEER, 1)
    try setLong(CURLOPT_SSL_VERIFYHOST, 2)
    try setLong(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    try setLong(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    try setLong(CURLOPT_PATH_AS_IS, 1)
    // Without this, giving up on a name lookup that hangs holds the whole loop until the resolver gives up (10 s seen).
    try setLong(CURLOPT_QUICK_EXIT, 1)
    // Twice as fast as HTTP/2 for one exchange at a time, and it survives answers given before the body was read.
    try setLong(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
  }

  private func setLimits() throws(CurlRefusal) {
    let total = Self.milliseconds(request.timeLimit)
    try setLong(CURLOPT_TIMEOUT_MS, total)
    try setLong(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(settings.connectTimeLimit))
    try setLong(CURLOPT_LOW_SPEED_LIMIT, 1)
    try setLong(CURLOPT_LOW_SPEED_TIME, max(1, Self.milliseconds(settings.stallTimeLimit) / 1000))
  }

  private func setMethodAndBody() throws(CurlRefusal) {
    if request.method == "HEAD" {
      return try setLong(CURLOPT_NOBODY, 1)
    }
    if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      try setLong(CURLOPT_POST, 1)
      try check(ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
      try check(request.body.withUnsafeBytes { ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }
    try setText(CURLOPT_CUSTOMREQUEST, request.method)
  }

  private func setHeaders() throws(CurlRefusal) {
    // An empty Expect: saves the wait for 100 Continue; an empty Content-Type: keeps libcurl from calling it a form.
    var lines = request.headers.map(RequestForm.line) + ["Expect:"]
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
    for line in lines {
      guard let longer = ccurl_slist_append(headerLines, line) else {
        throw CurlRefusal(code: CURLE_OUT_OF_MEMORY)
      }
      headerLines = longer
    }
    try check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerLines))
  }

  /// The handle borrows `self`: the loop holds the transfer for as long as the handle is in use.
  private func setReceivers() throws(CurlRefusal) {
    let borrowed = Unmanaged.passUnretained(self).toOpaque()
    try check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
    try check(ccurl_set_pointer(easy, CURLOPT_HEADERDATA, borrowed))
    try check(ccurl_set_pointer(easy, CURLOPT_WRITEDATA, borrowed))
    try check(
      ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, unit, count, context in
        Transfer.receive(bytes, unit * count, context) { $0.takeHeaderLine($1) }
      })
    try check(
      ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, unit, count, context in
        Transfer.receive(bytes, unit * count, context) { $0.takeBody($1) }
      })
  }

  /// - Returns: the bytes taken; libcurl ends the transfer when that is not all of them.
  private static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (inout AnswerCollector, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard count > 0, let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let taken = take(&transfer.collector, UnsafeRawBufferPointer(start: bytes, count: count))
    return taken ? count : 0
  }

  // MARK: After

  /// What is to be done once libcurl has ended the transfer.
  enum Verdict {
    case done(Result<TransportResponse, TransportFailure>)
    /// Add the handle again: it is set for a fresh connection and what is left of the time.
    case again
  }

  /// Judges the end of the transfer; the handle is still set.
  func verdict(_ code: CURLcode) -> Verdict {
    if let excess = collector.excess {
      return .done(.failure(.answerTooLarge(limitBytes: excess.limitBytes)))
    }
    guard code != CURLE_OK else {
      guard collector.blockEnded else { return .done(.failure(.cut("the answer ended within its headers"))) }
      return .done(
        .success(
          TransportResponse(
            status: long(CURLINFO_RESPONSE_CODE), headers: collector.headers, body: collector.body,
            wireBytes: offset(CURLINFO_SIZE_DOWNLOAD_T))))
    }
    let end = TransferEnd(
      code: code, reason: reason(code), certificateVerdict: long(CURLINFO_SSL_VERIFYRESULT),
      connectionWasKept: long(CURLINFO_NUM_CONNECTS) == 0,
      requestHadBegun: offset(CURLINFO_PRETRANSFER_TIME_T) > 0, answerHadBegun: collector.hasBegun)
    guard end.isStaleConnection, !hasRetried else { return .done(.failure(end.failure)) }
    do {
      try prepareRetry()
      return .again
    } catch {
      return .done(.failure(error.failure))
    }
  }

  private func prepareRetry() throws(CurlRefusal) {
    hasRetried = true
    collector = Self.collector(request, settings)
    let usedMilliseconds = offset(CURLINFO_TOTAL_TIME_T) / 1000
    try setLong(CURLOPT_TIMEOUT_MS, max(1, Self.milliseconds(request.timeLimit) - usedMilliseconds))
    try setLong(CURLOPT_FRESH_CONNECT, 1)
  }

  private func reason(_ code: CURLcode) -> String {
    errorText.pointee == 0 ? String(cString: ccurl_easy_strerror(code)) : String(cString: errorText)
  }

  // MARK: Words of libcurl

  private func check(_ code: CURLcode) throws(CurlRefusal) {
    guard code == CURLE_OK else { throw CurlRefusal(code: code) }
  }

  private func setLong(_ option: CURLoption, _ value: Int) throws(CurlRefusal) {
    try check(ccurl_set_long(easy, option, value))
  }

  private func setText(_ option: CURLoption, _ value: String) throws(CurlRefusal) {
    try check(ccurl_set_text(easy, option, value))
  }

  private func long(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(easy, info, &value) == CURLE_OK ? value : 0
  }

  private func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return ccurl_get_offset(easy, info, &value) == CURLE_OK ? Int(value) : 0
  }

  private static func collector(_ request: TransportRequest, _ settings: CurlTransportSettings) -> AnswerCollector {
    AnswerCollector(headerBytesMax: settings.headerBytesMax, bodyBytesMax: request.answerBytesMax)
  }

  /// At least one, since libcurl reads 0 as "no limit"; at most what a C `int` holds.
  private static func milliseconds(_ duration: Duration) -> Int {
    let bounded = min(max(duration, .milliseconds(1)), .milliseconds(Int(Int32.max)))
    let (seconds, attoseconds) = bounded.components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
