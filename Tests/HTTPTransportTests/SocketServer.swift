import Foundation
import Glibc

/// A server on 127.0.0.1 that does to each connection what a test tells it to, on one thread a connection.
final class SocketServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let record = Record()

  /// - Parameter serve: gets each connection with its number (1, 2, …); the connection is closed when it returns.
  init(_ serve: @escaping @Sendable (Connection, Int) -> Void) throws {
    let (listener, port) = try Self.listen(backlog: 16)
    self.listener = listener
    self.port = port
    let record = record
    let thread = Thread {
      while true {
        let accepted = accept(listener, nil, nil)
        guard accepted >= 0 else { break }
        let number = record.count()
        let connection = Thread {
          let connection = Connection(descriptor: accepted, record: record)
          serve(connection, number)
          connection.close()
        }
        connection.start()
      }
      close(listener)
    }
    thread.start()
  }

  /// Ends the accepting thread, which then closes the listener.
  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  var base: String { "http://127.0.0.1:\(port)" }

  /// How many connections were made so far.
  var connectionCount: Int { record.connections }

  /// Every request whose head and body were read so far.
  var requests: [ReceivedRequest] { record.requests }

  static func listen(backlog: Int32) throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && Glibc.listen(descriptor, backlog) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard descriptor >= 0, bound else { throw SocketFault(number: errno) }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  /// Proof of `@unchecked Sendable`: what varies is read and written only while `lock` is held.
  final class Record: @unchecked Sendable {
    private let lock = NSLock()
    private var connectionCount = 0
    private var received: [ReceivedRequest] = []

    func count() -> Int {
      lock.withLock {
        connectionCount += 1
        return connectionCount
      }
    }

    func add(_ request: ReceivedRequest) { lock.withLock { received.append(request) } }
    var connections: Int { lock.withLock { connectionCount } }
    var requests: [ReceivedRequest] { lock.withLock { received } }
  }
}

struct SocketFault: Error {
  let number: Int32
}

struct ReceivedRequest: Sendable {
  let head: String
  let body: [UInt8]

  func has(line: String) -> Bool { head.components(separatedBy: "\r\n").contains(line) }
  func names(_ header: String) -> Bool {
    head.components(separatedBy: "\r\n").contains { $0.lowercased().hasPrefix(header + ":") }
  }
}

/// One accepted connection; used by its own thread only.
final class Connection {
  private var descriptor: Int32
  private let record: SocketServer.Record
  private var buffer: [UInt8] = []

  init(descriptor: Int32, record: SocketServer.Record) {
    self.descriptor = descriptor
    self.record = record
  }

  /// Reads one request with its `Content-Length` body; `nil` when the client closed instead.
  @discardableResult
  func readRequest() -> ReceivedRequest? {
    guard let head = readHead() else { return nil }
    let length =
      head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
    while buffer.count < length {
      guard readMore() else { return nil }
    }
    let request = ReceivedRequest(head: head, body: Array(buffer.prefix(length)))
    buffer.removeFirst(length)
    record.add(request)
    return request
  }

  /// Reads up to the empty line and leaves the body where it is.
  func readHead() -> String? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<range.upperBound)
        return head
      }
      guard readMore() else { return nil }
    }
  }

  /// Returns when the client has closed or reset the connection.
  func waitForEnd() {
    while readMore() {}
  }

  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  /// - Returns: `false` when the client is gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Answers 200 with a plain body and keeps the connection.
  @discardableResult
  func answer(_ body: String) -> Bool {
    write("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// Closes with a reset instead of an orderly end.
  func reset() {
    var lingering = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &lingering, socklen_t(MemoryLayout<linger>.size))
    close()
  }

  func close() {
    guard descriptor >= 0 else { return }
    Glibc.close(descriptor)
    descriptor = -1
  }

  private func readMore() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16 * 1024)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return false }
    buffer.append(contentsOf: bytes[..<count])
    return true
  }
}
