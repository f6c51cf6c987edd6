import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Testing

/// A connection that sends whatever bytes a test likes and collects what comes back.
struct RawConnection: Sendable {
  let inbound: NIOAsyncChannelInboundStream<ByteBuffer>
  let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

  /// Connects, runs the body, closes.
  static func with<Value: Sendable>(
    port: Int, _ body: @escaping @Sendable (RawConnection) async throws -> Value
  ) async throws -> Value {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let value = NIOLockedValueBox<Value?>(nil)
    do {
      try await channel.executeThenClose { inbound, outbound in
        let got = try await body(RawConnection(inbound: inbound, outbound: outbound))
        value.withLockedValue { $0 = got }
      }
    } catch {
      // Closing what the server has closed already is no fault of the test's.
      guard value.withLockedValue({ $0 != nil }) else { throw error }
    }
    return try #require(value.withLockedValue { $0 })
  }

  func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

  /// Sends until the other side has closed.
  func sendForEver(_ text: String) async throws -> Never {
    while true { try await send(text) }
  }

  /// Everything up to the end of the connection, a reset included.
  func readToEnd() async -> String {
    var text = ""
    do {
      for try await buffer in inbound { text += String(buffer: buffer) }
    } catch {
      text += ""  // a reset after the answer is an end like any other
    }
    return text
  }

  /// The first bytes that come.
  func readSome() async throws -> String {
    for try await buffer in inbound { return String(buffer: buffer) }
    return ""
  }
}
