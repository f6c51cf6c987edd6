/// What a client asks of the wire: one HTTP request, whole, with its limits.
///
/// The seam between the sync engine and whatever carries bytes (libcurl in `HTTPTransport`, a queue in tests).
public struct TransportRequest: Sendable, Equatable {
  /// The HTTP method, upper case.
  public var method: String
  /// The path and query below the server's base address, starting with `/`.
  public var target: String
  /// Header names and values in the order they are sent.
  public var headers: [TransportHeader]
  /// The whole body, empty when there is none; what carries it may compress it on its way.
  public var body: [UInt8]
  /// The most bytes of decoded answer that are taken; a longer answer fails with `answerTooLarge`.
  public var answerBytesMax: Int
  /// The longest the whole request may take.
  public var timeLimit: Duration

  /// Creates a request; see the properties for units.
  public init(
    method: String, target: String, headers: [TransportHeader] = [], body: [UInt8] = [],
    answerBytesMax: Int, timeLimit: Duration
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.answerBytesMax = answerBytesMax
    self.timeLimit = timeLimit
  }
}

/// One header line.
public struct TransportHeader: Sendable, Equatable {
  /// The name, in any case when sent, lower case when received.
  public var name: String
  /// The value without surrounding white space.
  public var value: String

  /// Creates a header line.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A complete answer: the last header block received and the whole decoded body.
public struct TransportResponse: Sendable, Equatable {
  /// The HTTP status code.
  public var status: Int
  /// Header lines with lower-case names.
  public var headers: [TransportHeader]
  /// The body after content decoding.
  public var body: [UInt8]
  /// Body bytes as they crossed the wire, before content decoding.
  public var wireBytes: Int

  /// Creates an answer.
  public init(status: Int, headers: [TransportHeader], body: [UInt8], wireBytes: Int) {
    self.status = status
    self.headers = headers
    self.body = body
    self.wireBytes = wireBytes
  }

  /// The first value of a header, by lower-case name.
  public func header(_ name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}

/// Why no complete answer arrived; whatever the case, repeating the request is harmless (law L6).
public enum TransportFailure: Error, Sendable, Equatable {
  /// No route, no name, connection refused: the work stays in the outbox.
  case unreachable(String)
  /// Connected, but stalled or over the time limit.
  case timedOut(String)
  /// The answer broke off before its end: nothing of it may be used.
  case cut(String)
  /// The server's certificate was not accepted; the text says why (a wrong clock among the reasons).
  case tls(String)
  /// The answer passed `answerBytesMax`.
  case answerTooLarge(limitBytes: Int)
  /// The task was cancelled.
  case cancelled
}

/// Carries one request to the server and brings back a complete answer or a failure, never a part.
public protocol Transport: Sendable {
  /// Sends one request.
  /// - Throws: `TransportFailure` when no complete answer arrived. An HTTP error status is an answer, not a failure.
  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse
}
