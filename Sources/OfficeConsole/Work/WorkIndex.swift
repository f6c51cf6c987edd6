import ServerCore
import SyncCore
import Synchronization

/// The work of the whole tenant, kept as one small summary a stream, so that a page folds only what has just changed.
///
/// It is read as the server and so by nobody's scope: `WorkView` lets each reader's scope decide (law L4). The state
/// advances inside the core's own transactions, one after the other; the lock only keeps pages from looking in between.
/// The background reading ends with the index, and the index with the console.
final class WorkIndex: Sendable {
  /// Readings one request makes at most before it shows what there is.
  private static let readingsARequest = 4

  private let core: ConstatServer
  private let state = Mutex(WorkState())
  private let warming = Mutex<Task<Void, Never>?>(nil)

  init(_ core: ConstatServer) { self.core = core }

  deinit { warming.withLock { $0?.cancel() } }

  /// Has what was never read read in the background; does nothing while that is under way.
  func warm() {
    warming.withLock { task in
      guard task == nil else { return }
      task = Task(priority: .utility) { [weak self] in
        while !Task.isCancelled, await self?.readInBackground() ?? false { await Task.yield() }
        self?.warming.withLock { $0 = nil }
      }
    }
  }

  /// Takes in what has changed since the last time; on a small tenant, everything.
  /// - Throws: whatever the ledger throws.
  func refresh() async throws {
    for _ in 0..<Self.readingsARequest {
      let isWhole = try await read()
      if isWhole { return }
    }
    warm()
  }

  /// What a page makes of the state as it is.
  func look<T>(_ body: (WorkState) -> T) -> T { state.withLock { body($0) } }

  /// - Returns: whether there is more to read.
  private func readInBackground() async -> Bool {
    do { return try await !read() } catch {
      return false  // the next page meets the same fault and says so; it starts the reading again
    }
  }

  /// One reading.
  /// - Returns: whether the index is whole.
  private func read() async throws -> Bool {
    try await core.survey { reading in
      try state.withLock { state in
        try state.advance(reading)
        return state.isWhole
      }
    }
  }
}
