import CZlib

/// One run of zlib over input that is whole in memory; output comes in pieces.
struct ZlibStream: ~Copyable {
  /// Which of zlib's two ends to call.
  enum Direction { case deflate, inflate }

  /// zlib's state points back at its stream, so the stream may not move: it has a place of its own.
  private let stream: UnsafeMutablePointer<z_stream>
  private let direction: Direction

  /// - Parameter start: zlib's own initialiser for the direction.
  init(_ direction: Direction, start: (UnsafeMutablePointer<z_stream>) -> Int32) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    self.direction = direction
    let code = start(stream)
    // Nothing but want of memory is left here, and Swift's own allocations end the process on that too.
    precondition(code == Z_OK, "zlib did not start: \(code)")
  }

  deinit {
    switch direction {
    case .deflate: deflateEnd(stream)
    case .inflate: inflateEnd(stream)
    }
    stream.deallocate()
  }

  /// Runs zlib once from `input` at `consumed` into `output`, and moves `consumed` on.
  ///
  /// - Returns: zlib's code, and the bytes written from the start of `output`.
  func run(
    _ input: UnsafeBufferPointer<UInt8>, consumed: inout Int, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (code: Int32, written: Int) {
    // zlib counts in 32 bits: what is longer goes in and comes out by parts.
    let offered = min(input.count - consumed, Int(UInt32.max))
    let room = min(output.count, Int(UInt32.max))
    // zlib's type has no const here; it never writes to its input.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + consumed })
    stream.pointee.avail_in = UInt32(offered)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(room)
    let isLast = consumed + offered == input.count
    let code =
      switch direction {
      case .deflate: deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      case .inflate: inflate(stream, Z_NO_FLUSH)
      }
    consumed += offered - Int(stream.pointee.avail_in)
    return (code, room - Int(stream.pointee.avail_out))
  }

  /// Makes a deflate stream as it was when it was new, and keeps its memory.
  func restart() {
    let code = deflateReset(stream)
    precondition(code == Z_OK, "zlib did not start again: \(code)")
  }

  /// The most bytes `count` bytes can become.
  func bound(_ count: Int) -> Int { Int(deflateBound(stream, UInt(count))) }
}
