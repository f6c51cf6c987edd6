import CZlib

/// Reads one gzip member.
struct Inflation: ~Copyable {
  /// Output is taken in pieces of at most this size before it joins the rest.
  private static let pieceBytesMax = 65_536

  private let stream: ZlibStream

  init() {
    stream = ZlibStream(.inflate) { czlib_inflate_gzip($0) }
  }

  consuming func bytes(ofMember member: [UInt8], limitBytes: Int) throws(GzipFault) -> [UInt8] {
    guard let first = member.first else { throw .cut }
    guard first == 0x1F, member.count == 1 || member[1] == 0x8B else { throw .notGzip }
    var output: [UInt8] = []
    var consumed = 0
    var code = Z_OK
    // Most bodies come out whole in the first piece.
    let pieceBytes = min(Self.pieceBytesMax, max(4_096, 8 * member.count))
    while code == Z_OK {
      // One byte past the limit is enough to know that the limit is passed.
      let room = min(pieceBytes, limitBytes - output.count + 1)
      code = piece(of: member, &consumed, room, limitBytes, &output)
      guard output.count <= limitBytes else { throw .tooLarge(limitBytes: limitBytes) }
    }
    switch code {
    case Z_STREAM_END: break
    // zlib can go no further: all of the input is used up.
    case Z_BUF_ERROR: throw .cut
    case Z_MEM_ERROR: preconditionFailure("zlib has no memory")
    default: throw .damaged
    }
    guard consumed == member.count else { throw .trailingBytes(count: member.count - consumed) }
    return output
  }

  private func piece(
    of member: [UInt8], _ consumed: inout Int, _ room: Int, _ limitBytes: Int, _ output: inout [UInt8]
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { piece in
      let step = member.withUnsafeBufferPointer { stream.run($0, consumed: &consumed, into: piece) }
      let needed = output.count + step.written
      if needed > output.capacity {
        // An array left to itself would double past the limit.
        output.reserveCapacity(min(max(needed, 2 * output.count), max(needed, limitBytes)))
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<step.written]))
      return step.code
    }
  }
}
