/// Looks for bytes eight at a time: texts are long, what ends or interrupts them is rare.
///
/// In the masks made here the lowest bit that stands is that of the first byte looked for; those above it may be wrong,
/// by the carry of a subtraction.
public enum EightBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The first place from another on of one byte; the count when there is none.
  public static func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let sought = ones &* UInt64(byte)
    var index = start
    while index + 8 <= bytes.count {
      let mask = zeros(load(bytes, index) ^ sought)
      if mask != 0 { return index + mask.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, bytes[index] != byte { index += 1 }
    return index
  }

  /// The first place from another on of a byte that a JSON text spells otherwise: quote, backslash, control; the count
  /// when there is none.
  static func firstEscaped(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let mask = escaped(load(bytes, index))
      if mask != 0 { return index + mask.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count, !isEscaped(bytes[index]) { index += 1 }
    return index
  }

  /// The first place from another on of a byte that is not ASCII standing for itself in a JSON text, looked for no
  /// further than whole eights reach.
  static func firstNotPlain(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = load(bytes, index)
      let mask = escaped(word) | word & highs
      if mask != 0 { return index + mask.trailingZeroBitCount >> 3 }
      index += 8
    }
    return index
  }

  private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  private static func escaped(_ word: UInt64) -> UInt64 {
    zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x5C)) | ((word &- ones &* 0x20) & ~word & highs)
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}
