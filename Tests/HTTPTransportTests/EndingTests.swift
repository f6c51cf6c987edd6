import SyncProtocol
import Testing

@testable import HTTPTransport

/// Cancelling a request, and letting go of a transport.
@Suite struct EndingTests {
  @Test func `cancelling the task ends its request and its connection and no other`() async throws {
    let held = Signal()
    let gone = Signal()
    let server = try SocketServer { connection, _ in
      while let request = connection.readRequest() {
        if request.head.hasPrefix("GET /held ") {
          held.happen()
          connection.waitForEnd()
          gone.happen()
        } else {
          held.wait()
          gone.wait()
          connection.answer("still here")
        }
      }
    }
    let transport = try CurlTransport(base: server.base)
    async let other = transport.send(.get("/other"))
    let task = Task { await transport.failure(of: .get("/held")) }
    await held.happened()
    task.cancel()
    #expect(await task.value == .cancelled)
    await gone.happened()
    #expect(try await other.text == "still here")
  }

  @Test func `a task cancelled before it sends sends nothing that is answered`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.waitForEnd()
    }
    let transport = try CurlTransport(base: server.base)
    let begin = Signal()
    let task = Task {
      await begin.happened()
      return await transport.failure(of: .get())
    }
    task.cancel()
    begin.happen()
    #expect(await task.value == .cancelled)
  }

  @Test func `cancelling at any moment gives an answer or cancelled and leaves the transport usable`() async throws {
    let server = try SocketServer { connection, _ in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    let transport = try CurlTransport(base: server.base)
    for round in 0..<200 {
      let task = Task { await transport.failure(of: .get()) }
      for _ in 0..<(round % 20) { await Task.yield() }
      task.cancel()
      let failure = await task.value
      #expect(failure == nil || failure == .cancelled)
    }
    #expect(try await transport.send(.get()).text == "ok")
  }

  @Test func `letting go of a transport ends its thread and closes its kept connection`() async throws {
    let closed = Signal()
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("ok")
      connection.waitForEnd()
      closed.happen()
    }
    let ended = Signal()
    var transport: CurlTransport? = try CurlTransport(
      base: server.base, settings: .init(), whenEnded: { ended.happen() })
    #expect(try await transport?.send(.get()).text == "ok")
    weak let remains = transport
    transport = nil
    #expect(remains == nil)
    await ended.happened()
    await closed.happened()
  }

  @Test func `a transport let go before its first request ends its thread too`() async throws {
    let ended = Signal()
    var transport: CurlTransport? = try CurlTransport(
      base: "http://127.0.0.1:1", settings: .init(), whenEnded: { ended.happen() })
    #expect(transport != nil)
    transport = nil
    await ended.happened()
  }

  @Test func `a hundred transports made and let go leave no thread behind`() async throws {
    let server = try SocketServer { connection, _ in
      while connection.readRequest() != nil { connection.answer("ok") }
    }
    for _ in 0..<100 {
      let ended = Signal()
      do {
        let transport = try CurlTransport(base: server.base, settings: .init(), whenEnded: { ended.happen() })
        _ = try await transport.send(.get())
      }
      await ended.happened()
    }
    #expect(server.connectionCount == 100)
  }

  @Test func `a request under way when the transport is let go is still answered`() async throws {
    let arrived = Signal()
    let release = Signal()
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      arrived.happen()
      release.wait()
      connection.answer("late")
    }
    let mailbox = Mailbox()
    let ended = Signal()
    TransferLoop.start(
      mailbox: mailbox, address: try ServerAddress(parsing: server.base), settings: .init(),
      whenEnded: { ended.happen() })
    async let result = withCheckedContinuation { (waiter: Waiter) in
      mailbox.post(.start(mailbox.nextID(), .get(), waiter))
    }
    await arrived.happened()
    mailbox.post(.end)
    release.happen()
    #expect(try await result.get().text == "late")
    await ended.happened()
    #expect(!mailbox.post(.end), "a mailbox whose loop has ended refuses commands")
  }
}
