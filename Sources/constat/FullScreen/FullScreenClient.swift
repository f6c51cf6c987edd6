#if FullScreen
  import Foundation
  import ReplicaStore
  import Terminal

  /// Bare `constat` in a terminal: the grid of one audit, graded key by key.
  enum FullScreenClient {
    /// Runs until the person quits.
    /// - Returns: nil, with nothing shown, where the state of the device is to be printed instead: no terminal, one
    ///   ncurses does not know, a profile that cannot be read (`status` says why), or no audit.
    static func run() throws -> ExitStatus? {
      guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
      let environment = ProcessInfo.processInfo.environment
      guard let (desk, snapshot) = try opened(environment) else { return nil }
      let (signals, sources) = StopSignals.listening()
      defer { StopSignals.end(sources) }
      guard let terminal = TerminalScreen(environment: environment) else { return nil }
      defer { terminal.close() }
      var screen = GridScreen(snapshot, language: desk.language)
      _ = screen.step(terminal.size)
      terminal.draw(screen.lines)
      while !signals.isAsked, !terminal.isGone {
        guard let event = terminal.next() else { continue }
        for effect in screen.step(event) {
          if effect == .quit { return .done }
          if let outcome = try desk.perform(effect) { _ = screen.step(outcome) }
        }
        terminal.draw(screen.lines)
      }
      return .interrupted
    }

    private static func opened(_ environment: [String: String]) throws -> (GridDesk, AuditSnapshot)? {
      do {
        let place = try ProfilePlace(option: nil, environment: environment)
        let desk = GridDesk(
          store: try ReplicaStore.open(at: place.store), place: place, language: Console.language(environment),
          clock: { try WallClock.now(environment) })
        return try desk.opening().map { (desk, $0) }
      } catch is CommandFailure, is ReplicaStoreError {
        return nil  // `status`, which follows, meets the same failure and says it
      }
    }
  }
#endif
