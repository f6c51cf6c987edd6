#if FullScreen
  import Dispatch
  import Foundation
  import Synchronization

  /// Remembers that the process was asked to end, so that the terminal is put right first.
  ///
  /// To be made before ncurses opens the terminal: ncurses leaves signals alone that have a handler.
  final class StopSignals: Sendable {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]
    private let asked = Atomic<Bool>(false)

    /// Starts listening for SIGINT, SIGTERM and SIGHUP.
    static func listening() -> (StopSignals, [any DispatchSourceSignal]) {
      let signals = StopSignals()
      let sources = numbers.map { number -> any DispatchSourceSignal in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { signals.asked.store(true, ordering: .relaxed) }
        source.resume()
        return source
      }
      return (signals, sources)
    }

    /// Stops listening: the signals end the process again.
    static func end(_ sources: [any DispatchSourceSignal]) {
      for source in sources { source.cancel() }
      for number in numbers { signal(number, SIG_DFL) }
    }

    /// Whether one of them came.
    var isAsked: Bool { asked.load(ordering: .relaxed) }
  }
#endif
