/// Cuts a stream of bytes at its newlines, holding no more than one line and what is left of it.
///
/// Of a line past `SyncLimits.lineBytesMax` only its start is handed on, one byte past the limit, so that whoever reads
/// it refuses it as too long and memory stays bounded whatever is fed.
public struct LineCutter {
  private var open: [UInt8] = []
  private var isOpen = false

  /// Starts before the first line.
  public init() {}

  /// Takes in some bytes and hands on each line that ends in them, without its newline.
  public mutating func take(_ bytes: [UInt8], line: ([UInt8]) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      keep(rest[..<end])
      line(open)
      open.removeAll(keepingCapacity: true)
      isOpen = false
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { keep(rest) }
  }

  /// Hands on the last line when the stream ended without its newline.
  public mutating func end(line: ([UInt8]) -> Void) {
    if isOpen { line(open) }
    self = LineCutter()
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    isOpen = true
    open.append(contentsOf: part.prefix(SyncLimits.lineBytesMax + 1 - open.count))
  }
}
