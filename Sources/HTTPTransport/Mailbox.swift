import CCurl
import Foundation
import SyncProtocol

/// Names one transfer between the task that waits for it and the thread that carries it.
struct TransferID: Hashable, Sendable {
  let number: UInt64
}

/// The one continuation a transfer resumes, exactly once.
typealias Waiter = CheckedContinuation<Result<TransportResponse, TransportFailure>, Never>

/// What tasks ask of the loop's thread.
enum LoopCommand: Sendable {
  case start(TransferID, TransportRequest, Waiter)
  case cancel(TransferID)
  /// No further request comes; end when those under way have ended.
  case end
}

/// The only way from tasks to the thread that owns libcurl's handles.
///
/// Proof of `@unchecked Sendable`: all that varies here is read and written only while `lock` is held, and the multi
/// handle is used only for `curl_multi_wakeup`, which libcurl allows from any thread, and only between `open` and
/// `close`, both called by the loop's thread, which frees the handle after `close`.
final class Mailbox: @unchecked Sendable {
  private enum Door {
    case notYetOpen
    case open(multi: UnsafeMutableRawPointer)
    case closed
  }

  private let lock = NSLock()
  private var door = Door.notYetOpen
  private var commands: [LoopCommand] = []
  private var lastNumber: UInt64 = 0

  /// A name no other transfer of this mailbox has.
  func nextID() -> TransferID {
    lock.withLock {
      lastNumber += 1
      return TransferID(number: lastNumber)
    }
  }

  /// Leaves a command and wakes the loop.
  /// - Returns: `false` when the loop has ended, and the command will never be read.
  @discardableResult
  func post(_ command: LoopCommand) -> Bool {
    lock.withLock {
      switch door {
      case .closed:
        return false
      case .open(let multi):
        ccurl_multi_wakeup(multi)
      case .notYetOpen:
        break  // The loop reads the mailbox before it first waits.
      }
      commands.append(command)
      return true
    }
  }

  /// Loop's thread: from here on, posting wakes `multi`.
  func open(multi: UnsafeMutableRawPointer) {
    lock.withLock { door = .open(multi: multi) }
  }

  /// Loop's thread: takes every command left so far, in the order they were left.
  func take() -> [LoopCommand] {
    lock.withLock {
      defer { commands.removeAll() }
      return commands
    }
  }

  /// Loop's thread: refuses every later command.
  /// - Returns: `false`, and stays open, when commands were left that nobody has taken.
  func close() -> Bool {
    lock.withLock {
      guard commands.isEmpty else { return false }
      door = .closed
      return true
    }
  }
}
