public import SyncCore
public import SyncProtocol

/// Exchanges a one-time code for a place in a tenant.
public enum JoinClient {
  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    /// The device is in.
    case joined(JoinAnswer)
    /// The code is wrong, used or too old.
    case wrongCode(detail: String)
    /// Too many wrong codes; wait.
    case tooManyAttempts(retryAfterSeconds: Int?)
    /// The server refused for another reason.
    case refused(ProblemCode, detail: String)
    /// Something else answered in the server's place.
    case notOurs(status: Int, type: String)
    /// No answer arrived; the same code may be tried again.
    case noAnswer(TransportFailure)

    /// The stable code.
    public var code: String {
      switch self {
      case .joined: "joined"
      case .wrongCode: ProblemCode.badJoinCode.rawValue
      case .tooManyAttempts: ProblemCode.tooManyRequests.rawValue
      case .refused(let code, _): code.rawValue
      case .notOurs: "not-our-server"
      case .noAnswer: "offline"
      }
    }
  }

  /// Seconds the request may take.
  public static let secondsMax = 30

  /// Sends the request once; a repetition with the same code, replica and key is harmless.
  /// - Parameters:
  ///   - code: as typed; spaces and dashes are taken out, letters put into upper case.
  ///   - key: the device's Ed25519 public key, 32 bytes.
  public static func join(
    transport: any Transport, code: String, replica: ReplicaID, key: [UInt8]
  ) async -> Outcome {
    let typed = String(code.filter { !$0.isWhitespace && $0 != "-" }).uppercased()
    let request = TransportRequest(
      method: "POST", target: ProtocolPath.devices,
      headers: [TransportHeader("content-type", MediaType.json), TransportHeader("accept", MediaType.json)],
      body: JoinRequest(code: typed, replica: replica, publicKey: key).body, answerBytesMax: 65_536,
      timeLimit: .seconds(secondsMax))
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(request)
    } catch {
      return .noAnswer(error)
    }
    let type = response.header("content-type")?.split(separator: ";").first.map(String.init) ?? ""
    if response.status == 200 || response.status == 201, let answer = JoinAnswer(reading: response.body) {
      return .joined(answer)
    }
    guard let problem = Problem(reading: response.body) else {
      return .notOurs(status: response.status, type: type)
    }
    switch problem.code {
    case .badJoinCode: return .wrongCode(detail: problem.detail)
    case .tooManyRequests:
      return .tooManyAttempts(retryAfterSeconds: response.header("retry-after").flatMap { Int($0) })
    default: return .refused(problem.code, detail: problem.detail)
    }
  }
}
