import Glibc
import Testing

@testable import Gzip

/// A body that grows without end stops at the limit, in memory and in time.
@Suite struct GzipBombTests {
  /// A member that promises 1 GiB of zeros in about 1 MiB, put together from one block repeated.
  private static func bomb() throws -> [UInt8] {
    let block = try SyncFlushedBlock.of([UInt8](repeating: 0, count: 1 << 20))
    var bomb: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for _ in 0..<1_024 { bomb += block }
    return bomb
  }

  @Test func `L12 a gibibyte of zeros in about a mebibyte is refused at the limit`() throws {
    let bomb = try Self.bomb()
    #expect(bomb.count < 3 << 19)
    #expect(throws: GzipFault.tooLarge(limitBytes: 1 << 20)) { try Gzip.decompress(bomb, limitBytes: 1 << 20) }
    // The same bomb with room enough: it is no lie, and its missing checksum is the only thing wrong with it.
    let eighth = Array(bomb[..<(10 + (bomb.count - 10) / 8)])
    #expect(throws: GzipFault.cut) { try Gzip.decompress(eighth, limitBytes: 1 << 27) }
  }

  @Test func `L12 a bomb takes no memory beyond the limit`() async {
    // In a process of its own: the peak is the process's, and tests run side by side.
    await #expect(processExitsWith: .success) {
      let bomb = try GzipBombTests.bomb()
      let before = try GzipBombTests.residentPeakBytes()
      let limit = 1 << 20
      #expect(throws: GzipFault.tooLarge(limitBytes: limit)) { try Gzip.decompress(bomb, limitBytes: limit) }
      // The output doubles on its way to the limit, so that two copies may stand for a moment; and zlib's window.
      #expect(try GzipBombTests.residentPeakBytes() - before < 4 << 20)
    }
  }

  /// The largest resident size this process ever had.
  private static func residentPeakBytes() throws -> Int {
    var usage = rusage()
    try #require(getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0)
    return usage.ru_maxrss * 1_024
  }
}
