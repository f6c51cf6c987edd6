import CZlib

/// Makes gzip members, one after the other, with the memory of one stream.
///
/// Proof of `@unchecked Sendable`: nothing here is shared; a `Deflation` is either with the one caller that took it out
/// of the `DeflationPool` or idle in it, and the pool hands it on under its lock.
final class Deflation: @unchecked Sendable {
  private let stream: ZlibStream

  init(level: Gzip.Level) {
    stream = ZlibStream(.deflate) { czlib_deflate_gzip($0, level.rawValue) }
  }

  func member(of bytes: [UInt8]) -> [UInt8] {
    defer { stream.restart() }
    return bytes.withUnsafeBufferPointer { input in
      Array(unsafeUninitializedCapacity: stream.bound(input.count)) { output, count in
        var consumed = 0
        var code = Z_OK
        while code == Z_OK {
          let rest = UnsafeMutableBufferPointer(rebasing: output[count...])
          let step = stream.run(input, consumed: &consumed, into: rest)
          code = step.code
          count += step.written
        }
        // The room was zlib's own bound, so it cannot have run short of it.
        precondition(code == Z_STREAM_END, "zlib did not end: \(code)")
      }
    }
  }
}
