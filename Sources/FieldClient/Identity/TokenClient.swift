public import SyncProtocol

/// Asks for a token.
public enum TokenClient {
  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    /// A token.
    case granted(TokenAnswer)
    /// A problem document of ours.
    case refused(Problem)
    /// Something else answered in the server's place.
    case notOurs(status: Int, type: String)
    /// No answer arrived.
    case noAnswer(TransportFailure)
  }

  /// Seconds the request may take.
  public static let secondsMax = 30
  private static let answerBytesMax = 65_536

  /// Sends a request once; another one needs another assertion.
  public static func ask(_ request: TokenRequest, over transport: any Transport) async -> Outcome {
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(
        TransportRequest(
          method: "POST", target: ProtocolPath.token,
          headers: [TransportHeader("content-type", MediaType.form), TransportHeader("accept", MediaType.json)],
          body: request.body, answerBytesMax: answerBytesMax, timeLimit: .seconds(secondsMax)))
    } catch .answerTooLarge {
      return .notOurs(status: 200, type: "")
    } catch {
      return .noAnswer(error)
    }
    if response.status == 200, response.mediaType == MediaType.json, let answer = TokenAnswer(reading: response.body) {
      return .granted(answer)
    }
    if let problem = response.problem { return .refused(problem) }
    return .notOurs(status: response.status, type: response.mediaType)
  }
}

extension TransportResponse {
  /// The media type without its parameters, lower case; empty when none was named.
  var mediaType: String { (header("content-type") ?? "").split(separator: ";").first?.lowercased() ?? "" }

  /// A problem document of ours with what its headers add to it; nil for anybody else's page.
  var problem: Problem? {
    let retryAfter = header("retry-after").flatMap { Int($0) }
    if mediaType == Problem.mediaType, var problem = Problem(reading: body) {
      problem.retryAfterSeconds = retryAfter
      if status == 401 { problem.challenge = header("www-authenticate").flatMap(Challenge.init(reading:)) }
      return problem
    }
    // A gateway in front of a server that is restarting answers in its own words.
    guard status == 502 || status == 503 || status == 504 else { return nil }
    return Problem(.unavailable, detail: "HTTP \(status)", retryAfterSeconds: retryAfter)
  }
}
