import Gzip
import Hummingbird
import HummingbirdCore
import NIOCore
import SyncProtocol

/// Reads a request's body whole and decoded, within a number of bytes and a time.
struct BodyReader: Sendable {
  /// Bytes taken at most, as sent and as decoded.
  var bytesMax: Int
  /// The longest the body may take to arrive.
  var time: Duration
  /// What the time is measured by.
  var clock: any Clock<Duration>

  /// The body's bytes, decoded.
  ///
  /// - Throws: `Problem` `push-too-large` past `bytesMax`, whatever `Content-Length` promised; `cut-body` when it does
  ///   not end in time, or the connection or the gzip member ends before it; `malformed` for damaged gzip.
  func read(_ request: Request, coding: ContentCoding, progress: BodyProgress) async throws -> [UInt8] {
    let sent = try await whole(request, progress)
    guard coding == .gzip else { return sent }
    do throws(GzipFault) {
      return try Gzip.decompress(sent, limitBytes: bytesMax)
    } catch {
      switch error {
      case .tooLarge: throw tooLarge
      case .cut: throw Problem(.cutBody, detail: "\(error) Nothing of it happened; send it again.")
      case .notGzip, .damaged, .trailingBytes:
        throw Problem(.malformed, detail: "\(error) A body is one gzip member and nothing after it.")
      }
    }
  }

  private var tooLarge: Problem {
    Problem(.pushTooLarge, detail: "The body is longer than \(bytesMax) bytes. Send less in one request.")
  }

  /// The body as it was sent.
  private func whole(_ request: Request, _ progress: BodyProgress) async throws -> [UInt8] {
    let tooLarge = tooLarge
    let announced = request.headers[.contentLength].map { Int($0) ?? Int.max }
    if let announced, announced > bytesMax { throw tooLarge }
    let cut = Problem(.cutBody, detail: "The body ended before its length. Nothing of it happened; send it again.")
    let body = request.body
    let bytesMax = bytesMax
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        do {
          for try await var chunk in body {
            guard bytes.count + chunk.readableBytes <= bytesMax else { throw tooLarge }
            bytes.append(contentsOf: chunk.readBytes(length: chunk.readableBytes) ?? [])
            progress.record(bytes: bytes.count, isWhole: false)
          }
        } catch let problem as Problem {
          throw problem
        } catch {
          throw cut  // the connection broke off, or what followed was no HTTP
        }
        try Task.checkCancellation()
        guard announced == nil || announced == bytes.count else { throw cut }
        progress.record(bytes: bytes.count, isWhole: true)
        return bytes
      }
      group.addTask {
        try await clock.sleep(for: time)
        throw Problem(.cutBody, detail: "The body did not end within \(time). Nothing of it happened; send it again.")
      }
      defer { group.cancelAll() }
      guard let bytes = try await group.next() else {
        preconditionFailure("a group with two tasks has a first result")
      }
      return bytes
    }
  }
}
