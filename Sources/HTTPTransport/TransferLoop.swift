import CCurl
import Foundation
import Glibc
import SyncProtocol

/// The thread that owns the multi handle, every easy handle and every transfer: nothing else touches libcurl.
///
/// Made and used on one thread, hence not `Sendable`; tasks reach it through the `Mailbox` alone.
final class TransferLoop {
  private let mailbox: Mailbox
  private let address: ServerAddress
  private let settings: CurlTransportSettings
  private let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]
  private var easyHandles: [TransferID: UnsafeMutableRawPointer] = [:]
  private var idleHandles: [UnsafeMutableRawPointer] = []
  private var isEnding = false
  private var isClosed = false

  /// Starts a thread that serves the mailbox until `.end`, and then runs `whenEnded` as its last act.
  static func start(
    mailbox: Mailbox, address: ServerAddress, settings: CurlTransportSettings,
    whenEnded: @escaping @Sendable () -> Void
  ) {
    let thread = Thread {
      leaveSignalsToOthers()
      serve(mailbox, address, settings)
      whenEnded()
    }
    thread.name = "constat-http"
    thread.start()
  }

  /// In a function of its own, so that the loop is freed before `whenEnded` is called.
  private static func serve(_ mailbox: Mailbox, _ address: ServerAddress, _ settings: CurlTransportSettings) {
    if let loop = TransferLoop(mailbox, address, settings) {
      loop.run()
    } else {
      refuseAll(mailbox)
    }
  }

  private init?(_ mailbox: Mailbox, _ address: ServerAddress, _ settings: CurlTransportSettings) {
    guard let multi = ccurl_multi_init() else { return nil }
    self.mailbox = mailbox
    self.address = address
    self.settings = settings
    self.multi = multi
    ccurl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, max(1, settings.connectionsMax))
    ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, settings.connectionsMax))
    mailbox.open(multi: multi)
  }

  deinit {
    for easy in idleHandles { ccurl_easy_cleanup(easy) }
    ccurl_multi_cleanup(multi)
  }

  private func run() {
    while !hasEnded() {
      for command in mailbox.take() { obey(command) }
      var running: Int32 = 0
      ccurl_multi_perform(multi, &running)
      finishTransfers()
      guard !hasEnded() else { break }
      // Ends early for a socket, a timer of libcurl's own, or a command left in the mailbox.
      ccurl_multi_poll(multi, 60_000)
    }
  }

  private func hasEnded() -> Bool {
    if isEnding, !isClosed, transfers.isEmpty { isClosed = mailbox.close() }
    return isClosed
  }

  private func obey(_ command: LoopCommand) {
    switch command {
    case .start(let id, let request, let waiter): start(id, request, waiter)
    case .cancel(let id): cancel(id)
    case .end: isEnding = true
    }
  }

  private func start(_ id: TransferID, _ request: TransportRequest, _ waiter: Waiter) {
    guard let easy = idleHandles.popLast() ?? ccurl_easy_init() else {
      return waiter.resume(returning: .failure(.unreachable("libcurl has no memory for another request")))
    }
    let transfer = Transfer(id: id, easy: easy, request: request, settings: settings, waiter: waiter)
    transfers[easy] = transfer
    easyHandles[id] = easy
    do {
      try transfer.prepare(address)
      add(transfer)
    } catch {
      finish(transfer, .failure(error.failure))
    }
  }

  private func add(_ transfer: Transfer) {
    let code = ccurl_multi_add_handle(multi, transfer.easy)
    guard code != CURLM_OK else { return }
    finish(transfer, .failure(.unreachable(String(cString: ccurl_multi_strerror(code)))))
  }

  /// A transfer that has ended already has its result; cancelling it then changes nothing.
  private func cancel(_ id: TransferID) {
    guard let easy = easyHandles[id], let transfer = transfers[easy] else { return }
    ccurl_multi_remove_handle(multi, easy)
    finish(transfer, .failure(.cancelled))
  }

  private func finishTransfers() {
    var left: Int32 = 0
    while let message = ccurl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
        let transfer = transfers[easy]
      else { continue }
      let code = message.pointee.data.result
      let verdict = transfer.verdict(code)
      ccurl_multi_remove_handle(multi, easy)
      switch verdict {
      case .done(let result): finish(transfer, result)
      case .again: add(transfer)
      }
    }
  }

  /// Gives the handle back, reset, and resumes the waiting task; the handle is out of the multi handle by now.
  private func finish(_ transfer: Transfer, _ result: Result<TransportResponse, TransportFailure>) {
    transfers[transfer.easy] = nil
    easyHandles[transfer.id] = nil
    ccurl_easy_reset(transfer.easy)
    if idleHandles.count < settings.connectionsMax {
      idleHandles.append(transfer.easy)
    } else {
      ccurl_easy_cleanup(transfer.easy)
    }
    transfer.resume(result)
  }

  /// Without a multi handle no request can be carried: each is answered so, until the transport is gone.
  private static func refuseAll(_ mailbox: Mailbox) {
    while !mailbox.close() {
      for case .start(_, _, let waiter) in mailbox.take() {
        waiter.resume(returning: .failure(CurlTransport.ended))
      }
    }
  }

  /// Signals meant for the program go to its own threads, and a broken pipe is an error here, not a death.
  private static func leaveSignalsToOthers() {
    var signals = sigset_t()
    sigfillset(&signals)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }
}
