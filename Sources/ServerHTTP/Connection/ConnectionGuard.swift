import HTTPTypes
import NIOCore
import NIOHTTPTypes
import SyncProtocol

/// Ends connections Hummingbird would keep: after an answer with `Connection: close` it reads on only a little and for
/// a short time, so that the caller gets the answer, then closes; and it closes on callers who never read theirs.
///
/// It also turns the empty 400 Hummingbird sends for bytes that are no HTTP into a problem document.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum Phase {
    /// Requests are served.
    case serving
    /// The answer being written is the last one.
    case lastAnswer
    /// The last answer is out; this many bytes are still read.
    case lingering(bytesLeft: Int)
    case closed
  }

  private let limits: HTTPLimits
  private var phase = Phase.serving
  private var isRequestOpen = false
  private var timer: Scheduled<Void>?

  init(limits: HTTPLimits) {
    self.limits = limits
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    switch part {
    case .head: isRequestOpen = true
    case .body: break
    case .end: isRequestOpen = false
    }
    switch phase {
    case .serving, .lastAnswer: context.fireChannelRead(data)
    case .closed: break
    case .lingering(let left):
      guard case .body(let bytes) = part, bytes.readableBytes < left else { return close(context) }
      phase = .lingering(bytesLeft: left - bytes.readableBytes)
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if case .lingering = phase {
      // Nobody behind this handler asks for more: it reads on its own account.
      context.read()
    } else {
      context.fireChannelReadComplete()
    }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      let isEvents = head.headerFields[.contentType]?.hasPrefix(MediaType.events) ?? false
      schedule(isEvents ? limits.eventCutTime : limits.answerTime, context)
      let isLast = head.headerFields[.connection]?.lowercased() == "close"
      if isLast { phase = .lastAnswer }
      if isLast, head.status == .badRequest, head.headerFields[.contentLength] == "0" {
        writeProblem(context, promise)
      } else {
        context.write(data, promise: promise)
      }
    case .body: context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
      written.futureResult.whenComplete { _ in here.value.handler.answerWritten(here.value.context) }
      context.write(data, promise: written)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    phase = .closed
    timer?.cancel()
    timer = nil
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
  }

  private func answerWritten(_ context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    guard case .lastAnswer = phase else { return }
    guard isRequestOpen else { return close(context) }
    phase = .lingering(bytesLeft: limits.lingerBytesMax)
    schedule(limits.lingerTime, context)
    context.read()
  }

  private func writeProblem(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
    let body = Problem(.malformed, detail: "The request is no HTTP this server takes, or its header is too large.").body
    let fields: HTTPFields = [
      .connection: "close", .contentType: Problem.mediaType, .contentLength: String(body.count),
      .cacheControl: "no-store",
    ]
    context.write(wrapOutboundOut(.head(HTTPResponse(status: .badRequest, headerFields: fields))), promise: promise)
    context.write(wrapOutboundOut(.body(ByteBuffer(bytes: body))), promise: nil)
  }

  private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    timer?.cancel()
    let here = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(in: time) { here.value.handler.close(here.value.context) }
  }

  private func close(_ context: ChannelHandlerContext) {
    if case .closed = phase { return }
    phase = .closed
    context.close(promise: nil)
  }
}
