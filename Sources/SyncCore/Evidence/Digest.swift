import Crypto

/// A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  // The bytes as they lie in memory, four times eight: a digest needs no memory of its own.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// How many bytes a digest has.
  static let byteCount = 32

  /// The digest of some bytes.
  public init(of content: [UInt8]) {
    self = content.withUnsafeBytes { Self.of($0) }
  }

  /// The digest of a digest's bytes and a run of others after them.
  public init(of first: Digest, _ second: [UInt8]) {
    var hash = SHA256()
    first.withUnsafeBytes { hash.update(bufferPointer: $0) }
    second.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self = hash.finalize().withUnsafeBytes { Self(copying: $0) }
  }

  /// The digest of bytes where they lie.
  static func of(_ content: UnsafeRawBufferPointer) -> Digest {
    var hash = SHA256()
    hash.update(bufferPointer: content)
    return hash.finalize().withUnsafeBytes { Self(copying: $0) }
  }

  /// Takes over 32 bytes; nil for another count.
  public init?(bytes: [UInt8]) {
    guard let digest = bytes.withUnsafeBytes({ Self($0) }) else { return nil }
    self = digest
  }

  /// Takes over 32 bytes where they lie; nil for another count.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(copying: bytes)
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex: String) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  private init(copying bytes: UnsafeRawBufferPointer) {
    first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    fourth = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Hands over the 32 bytes where they lie.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try Swift.withUnsafeBytes(of: (first, second, third, fourth)) { try body($0) }
  }

  /// The hexadecimal spelling.
  public var description: String { withUnsafeBytes { Hexadecimal.text($0) } }

  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { left.lexicographicallyPrecedes($0) } }
  }
}
