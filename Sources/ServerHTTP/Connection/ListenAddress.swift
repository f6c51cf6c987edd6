/// Where a server listens: a host name or IP address, and a port.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
  /// The host, without the brackets of an IPv6 address.
  public let host: String
  /// The port; 0 lets the system choose one.
  public let port: Int

  /// Reads `HOST:PORT`, an IPv6 address in brackets; nil for anything else.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(digits), (0...65_535).contains(port)
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":"), host.utf8.allSatisfy({ Self.isAddressByte($0) }) else { return nil }
    } else {
      guard !host.isEmpty, host.utf8.allSatisfy({ Self.isNameByte($0) }) else { return nil }
    }
    guard host.utf8.count <= 255 else { return nil }
    self.host = String(host)
    self.port = port
  }

  /// The address as it was given.
  public var description: String { url(port: port) }

  /// Whether only this machine can reach it: `localhost`, `127.0.0.0/8` in four decimal parts, `::1`.
  ///
  /// Everything else counts as reachable, other spellings of the same addresses included.
  public var isLoopback: Bool {
    if host.utf8.elementsEqual("localhost".utf8) || host.utf8.elementsEqual("::1".utf8) { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].utf8.elementsEqual("127".utf8)
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (Int(part) ?? 256) < 256
      }
  }

  /// The host and a port as they stand in an address of the web.
  func url(port: Int) -> String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    (0x30...0x3A).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte) || byte == 0x2E
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E
      || byte == 0x2D
  }
}
