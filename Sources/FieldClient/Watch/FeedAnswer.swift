import SyncCore
import SyncProtocol

/// What an answer of the feed means to who only wants to know whether to sync.
enum FeedAnswer {
  /// `.news` when the page holds something by another replica, `.quiet` with the offset to go on from when it does not.
  static func event(_ response: TransportResponse, own replica: ReplicaID) -> WatchMachine.Event {
    let type = (response.header("content-type") ?? "").split(separator: ";").first.map { $0.lowercased() } ?? ""
    if type == Problem.mediaType, let problem = Problem(reading: response.body) {
      switch problem.code {
      case .bookmarkGone: return .offsetGone
      case .unauthenticated: return .unauthenticated
      default: return .unreachable(problem.code.rawValue)
      }
    }
    guard let offset = response.header("stream-next-offset"), !offset.isEmpty else {
      return .unreachable("not-our-server")
    }
    switch response.status {
    case 204: return .quiet(offset: offset)
    case 200:
      guard type == MediaType.json, let entries = FeedBody.entries(reading: response.body) else {
        return .unreachable("not-our-server")
      }
      // What this device has pushed comes back in the feed; it is no reason to sync.
      return entries.allSatisfy { $0.id.replica == replica } ? .quiet(offset: offset) : .news
    default: return .unreachable("not-our-server")
    }
  }

  /// No answer.
  static func event(_ failure: TransportFailure) -> WatchMachine.Event {
    switch failure {
    case .cancelled: .stopped
    case .unreachable: .unreachable("offline")
    case .timedOut, .cut: .unreachable("cut")
    case .tls: .unreachable("tls")
    case .answerTooLarge: .news  // nothing small enough to be own lines alone
    }
  }
}
