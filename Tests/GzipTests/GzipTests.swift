import TestSupport
import Testing

@testable import Gzip

/// One member, within its limit, or a fault that says what is wrong.
@Suite struct GzipTests {
  static func fault(_ bytes: [UInt8], limitBytes: Int = 1 << 20) -> GzipFault? {
    do throws(GzipFault) {
      _ = try Gzip.decompress(bytes, limitBytes: limitBytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Gzip.Level.allCases)
  func `drawn bytes of every size come back from their member`(level: Gzip.Level) throws {
    var drawn = SeededGenerator(seed: UInt64(level.rawValue))
    let sizes =
      [0, 1, 2, 1_023, 65_535, 65_536, 65_537, 131_072, 300_000] + (0..<20).map { _ in Int(drawn.next() % 5_000) }
    for size in sizes {
      // From bytes nothing compresses to bytes of two values.
      let values = UInt8(truncatingIfNeeded: [2, 16, 255].randomElement(using: &drawn) ?? 2)
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...values, using: &drawn) }
      let member = Gzip.compress(bytes, level: level)
      #expect(try Gzip.decompress(member, limitBytes: size) == bytes)
      #expect(Gzip.compress(bytes, level: level) == member, "the same bytes give the same member")
    }
  }

  @Test func `bodies compressed side by side do not mix`() async throws {
    let bodies = (0..<64).map { number in [UInt8](repeating: UInt8(number), count: 10_000 + number) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for body in bodies + bodies {
        group.addTask {
          let output = try Gzip.decompress(Gzip.compress(body), limitBytes: 20_000)
          #expect(output == body)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `lines of changes take less than a third of their size at every level`() {
    let line = Array("{\"v\":1,\"stream\":\"dossier.qualiopi.130002850\",\"ops\":[{\"set\":\"grade\"}]}\n".utf8)
    let bytes = Array((0..<100).map { _ in line }.joined())
    for level in Gzip.Level.allCases { #expect(Gzip.compress(bytes, level: level).count * 3 < bytes.count) }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `L12 output of exactly the limit is taken and one byte more is refused`(limit: Int) throws {
    let atLimit = Gzip.compress([UInt8](repeating: 7, count: limit))
    #expect(try Gzip.decompress(atLimit, limitBytes: limit).count == limit)
    let past = Gzip.compress([UInt8](repeating: 7, count: limit + 1))
    #expect(Self.fault(past, limitBytes: limit) == .tooLarge(limitBytes: limit))
  }

  @Test func `L12 the capacity taken for output does not double past the limit`() throws {
    let limit = 1_000_000
    let output = try Gzip.decompress(Gzip.compress([UInt8](repeating: 7, count: limit)), limitBytes: limit)
    // The allocator rounds up, by less than a quarter at this size.
    #expect(output.capacity < limit + limit / 4)
  }

  @Test(arguments: [[], [0x1F], [0x1F, 0x8B], [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0]] as [[UInt8]])
  func `what ends within the header is cut`(bytes: [UInt8]) {
    #expect(Self.fault(bytes) == .cut)
  }

  @Test(arguments: [[0x1F, 0x8C], Array("{\"v\":1}\n".utf8), [0x78, 0x9C, 3, 0, 0, 0, 0, 1], [0]] as [[UInt8]])
  func `what does not begin as gzip is not gzip`(bytes: [UInt8]) {
    #expect(Self.fault(bytes) == .notGzip)
  }

  @Test func `every cut of a member is cut`() {
    let member = Gzip.compress(Array("un livret d'accueil sans date, vu le 3 mars".utf8))
    for length in 0..<member.count { #expect(Self.fault(Array(member[..<length])) == .cut, "\(length)") }
  }

  @Test func `a change of any bit of the data, the checksum or the length is a fault or changes nothing`() throws {
    let bytes = Array("un livret d'accueil sans date, vu le 3 mars".utf8)
    let member = Gzip.compress(bytes)
    var unread = 0
    // The header's time, extra flags and system say nothing of the content.
    for place in 10..<member.count {
      for bit in 0..<8 {
        var damaged = member
        damaged[place] ^= 1 << bit
        do throws(GzipFault) {
          #expect(try Gzip.decompress(damaged, limitBytes: 1 << 20) == bytes)
          unread += 1
        } catch {
          #expect(error != .notGzip)
        }
      }
    }
    // Between the last block and the checksum deflate leaves the rest of a byte unread.
    #expect(unread < 8)
  }

  @Test(arguments: [[0x1F, 0x8B, 7, 0], [0x1F, 0x8B, 8, 0xE0]] as [[UInt8]])
  func `another method and reserved flags are damage`(start: [UInt8]) {
    #expect(Self.fault(start + [0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == .damaged)
  }

  @Test func `bytes after the member are refused, a second member included`() {
    let member = Gzip.compress([1, 2, 3])
    #expect(Self.fault(member + [0]) == .trailingBytes(count: 1))
    #expect(Self.fault(member + member) == .trailingBytes(count: member.count))
  }

  @Test func `a header with a name, a comment and an extra field is read over`() throws {
    var member = Gzip.compress([1, 2, 3])
    member[3] = 0x1C
    member.insert(contentsOf: [2, 0, 0xAA, 0xBB] + Array("name\0".utf8) + Array("comment\0".utf8), at: 10)
    #expect(try Gzip.decompress(member, limitBytes: 3) == [1, 2, 3])
  }

  @Test func `drawn bytes behind a good header end in a fault and never in a crash`() {
    var drawn = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let tail = (0..<Int(drawn.next() % 200)).map { _ in UInt8.random(in: 0...255, using: &drawn) }
      #expect(Self.fault([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + tail, limitBytes: 10_000) != nil)
    }
  }
}
