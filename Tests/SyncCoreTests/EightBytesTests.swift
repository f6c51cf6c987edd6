import TestSupport
import Testing

@testable import SyncCore

/// Looking for bytes eight at a time finds what looking one at a time does.
struct EightBytesTests {
  /// Bytes that stand beside those looked for, or trip a subtraction: neighbours, halves above 127, ends of the range.
  private static let telling: [UInt8] = [
    0x00, 0x01, 0x09, 0x0A, 0x0B, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0x8A, 0xA2, 0xDC, 0xFF,
  ]

  @Test(arguments: (1...50).map { UInt64($0) })
  func `the first byte is found wherever it stands, whatever stands around it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<generator.below(27)).map { _ in
        generator.chance(70) ? UInt8(ascii: "a") : generator.pick(Self.telling)
      }
      let start = generator.below(bytes.count + 1)
      bytes.withUnsafeBufferPointer { buffer in
        func first(_ isSought: (UInt8) -> Bool) -> Int { buffer[start...].firstIndex(where: isSought) ?? buffer.count }
        let isEscaped: (UInt8) -> Bool = { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
        for byte in Self.telling {
          #expect(EightBytes.firstIndex(of: byte, in: buffer, from: start) == first { $0 == byte }, "\(bytes)")
        }
        #expect(EightBytes.firstEscaped(in: buffer, from: start) == first(isEscaped), "\(bytes)")
        // Bytes past the last whole eight are left to be looked at one by one.
        let reach = start + (bytes.count - start) / 8 * 8
        let notPlain = min(first { isEscaped($0) || $0 >= 0x80 }, reach)
        #expect(EightBytes.firstNotPlain(in: buffer, from: start) == notPlain, "\(bytes)")
      }
    }
  }
}
