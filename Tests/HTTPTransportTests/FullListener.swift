import Glibc

/// A listener whose queue is full, so that a further connection is neither taken nor refused.
final class FullListener {
  let port: UInt16
  private var descriptors: [Int32] = []

  init() throws {
    let (listener, port) = try SocketServer.listen(backlog: 0)
    self.port = port
    descriptors.append(listener)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = port.bigEndian
    for _ in 0..<4 {
      let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
      _ = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      descriptors.append(client)
    }
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
  }
}

/// A server's own slowness: ten milliseconds of nothing, on the server's thread.
func pause() {
  usleep(10_000)
}
