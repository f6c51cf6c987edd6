import CZlib
import Testing

/// Deflate blocks that end on a byte, as a sync flush leaves them, so that they can be put one after the other.
enum SyncFlushedBlock {
  static func of(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    // Raw deflate (negative window) by the general initialiser's function: `deflateInit2` is a macro.
    try #require(
      deflateInit2_(
        &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_SYNC_FLUSH)
        return output.count - Int(stream.avail_out)
      }
    }
    try #require(stream.avail_in == 0)
    return Array(output[..<count])
  }
}
