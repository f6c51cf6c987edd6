import SyncCore
import Testing

/// Lines cut from a stream of bytes.
struct LineCutterTests {
  private func lines(_ text: String, chunk: Int) -> [String] {
    var cutter = LineCutter()
    var lines: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      cutter.take(Array(bytes[start..<min(start + chunk, bytes.count)])) {
        lines.append(String(decoding: $0, as: UTF8.self))
      }
    }
    cutter.end { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  @Test(arguments: 1...7)
  func `lines are the same however the bytes come`(chunk: Int) {
    #expect(lines("un\n\ndeux\r\ntrois", chunk: chunk) == ["un", "", "deux\r", "trois"])
    #expect(lines("un\n", chunk: chunk) == ["un"])
    #expect(lines("\n", chunk: chunk) == [""])
    #expect(lines("", chunk: chunk) == [])
  }

  @Test(arguments: [1_000, 65_536, 1 << 20])
  func `L12 of a line past the limit no more is kept than shows that it is`(chunk: Int) {
    func count(_ length: Int) -> [Int] {
      lines(String(repeating: "a", count: length) + "\nb", chunk: chunk).map(\.utf8.count)
    }
    #expect(count(SyncLimits.lineBytesMax) == [SyncLimits.lineBytesMax, 1])
    #expect(count(SyncLimits.lineBytesMax + 1) == [SyncLimits.lineBytesMax + 1, 1])
    #expect(count(3 * SyncLimits.lineBytesMax) == [SyncLimits.lineBytesMax + 1, 1])
  }
}
