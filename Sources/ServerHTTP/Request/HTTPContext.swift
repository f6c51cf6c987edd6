import Hummingbird
import Logging
import Synchronization

/// What travels with one request through the router.
struct HTTPContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// What was read of the body: the outer middleware closes connections whose body nobody took whole.
  let body = BodyProgress()

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
  }
}

/// How far a request's body was read.
final class BodyProgress: Sendable {
  private let state = Mutex((bytes: 0, isWhole: false))

  /// Bytes read so far.
  var bytes: Int { state.withLock { $0.bytes } }
  /// Whether the end of the body was seen.
  var isWhole: Bool { state.withLock { $0.isWhole } }

  func record(bytes: Int, isWhole: Bool) {
    state.withLock { $0 = (bytes, isWhole) }
  }
}
