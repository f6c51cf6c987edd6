import Dispatch
import Foundation

/// Ends work that goes on until it is stopped: SIGINT, SIGTERM and SIGHUP cancel it, and it says its last word itself.
enum StopSignal {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Runs work and cancels it at the first signal; afterwards the signals end the process again.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let sources = numbers.map { number -> any DispatchSourceSignal in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in numbers { signal(number, SIG_DFL) }
    }
    return try await task.value
  }
}
