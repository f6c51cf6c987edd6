import CryptoExtras
import Foundation
import Synchronization

/// scrypt (RFC 7914) as passwords of the console are kept by: N = 2^15, r = 8, p = 1, which takes 32 MiB and some 50 ms.
enum PasswordKey {
  /// The binary logarithm of N for new passwords (DESIGN §9: 2^17 would take 128 MiB a run).
  static let costLog2 = 15
  static let saltBytes = 16
  private static let keyBytes = 32

  /// The key of a password.
  /// - Throws: what the derivation throws for a cost out of bounds.
  static func derive(_ password: [UInt8], salt: [UInt8], costLog2: Int) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: password, salt: salt, outputByteCount: keyBytes, rounds: 1 << costLog2, blockSize: 8, parallelism: 1)
    return key.withUnsafeBytes { Array($0) }
  }

  /// Whether two keys are equal, in a time that does not tell where they differ.
  static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// One derivation at a time, so that sign-ins never take more memory than one of them (DESIGN §9).
actor PasswordGate {
  private let waiting = WaitingCount()

  /// Derives a key once it is its turn; nil when too many wait already.
  nonisolated func derive(_ password: [UInt8], salt: [UInt8], costLog2: Int) async throws -> [UInt8]? {
    guard waiting.enter(max: ServerLimits.signInsWaitingMax) else { return nil }
    defer { waiting.leave() }
    return try await run(password, salt: salt, costLog2: costLog2)
  }

  private func run(_ password: [UInt8], salt: [UInt8], costLog2: Int) throws -> [UInt8] {
    try PasswordKey.derive(password, salt: salt, costLog2: costLog2)
  }
}

/// How many are before a gate.
private final class WaitingCount: Sendable {
  private let count = Mutex(0)

  func enter(max: Int) -> Bool {
    count.withLock { count in
      guard count < max else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}
