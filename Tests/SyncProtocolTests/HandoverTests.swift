import SyncCore
import SyncProtocol
import Testing

/// Hand-over files: whole or not at all (DESIGN §6).
struct HandoverTests {
  private static func file() throws -> HandoverFile {
    HandoverFile(
      tenant: try #require(TenantID("certifier-01")), from: Frames.replica, streams: [try Frames.stream()],
      written: 1_790_000_000_000, entries: try Frames.entries())
  }

  private static func fault(_ bytes: [UInt8]) -> HandoverFault? {
    do throws(HandoverFault) {
      _ = try HandoverFile(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a file comes back from its own bytes`() throws {
    let file = try Self.file()
    #expect(try HandoverFile(reading: file.bytes) == file)
    #expect(try HandoverFile(reading: file.bytes).bytes == file.bytes)
    var empty = file
    empty.entries = []
    #expect(try HandoverFile(reading: empty.bytes) == empty)
  }

  @Test func `a file cut anywhere is refused`() throws {
    let bytes = try Self.file().bytes
    let headerEnd = try #require(bytes.firstIndex(of: 0x0A))
    for end in bytes.indices {
      #expect(Self.fault(Array(bytes[..<end])) == (end <= headerEnd ? .notHandover : .cut), "cut at \(end)")
    }
  }

  @Test func `a file with any one byte altered is refused`() throws {
    let bytes = try Self.file().bytes
    for place in bytes.indices {
      for bit in [0, 1 + place % 7] {
        var altered = bytes
        altered[place] ^= 1 << UInt8(bit)
        #expect(Self.fault(altered) != nil, "byte \(place), bit \(bit)")
      }
    }
  }

  @Test func `a file with a line taken out, put in or exchanged is refused`() throws {
    let bytes = try Self.file().bytes
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    #expect(Self.fault(Array((lines[..<2] + lines[3...]).joined())) == .altered)
    #expect(Self.fault(Array((lines[..<2] + [lines[1]] + lines[2...]).joined())) == .altered)
    #expect(Self.fault(Array([lines[0], lines[2], lines[1], lines[3], lines[4]].joined())) == .altered)
    #expect(Self.fault(bytes + bytes) != nil)
    #expect(Self.fault(bytes + [0x0A]) == .cut)
  }

  @Test func `something else is not taken for a hand-over file`() {
    for text in ["", "\n", "{}\n", "<html></html>\n", "{\"handover\":2}\n", "PK\u{3}\u{4}\n"] {
      #expect(Self.fault(Array(text.utf8)) == .notHandover)
    }
  }

  @Test func `L12 a hand-over file one byte past the limit is too large, and one at the limit is not`() {
    let within = [UInt8](repeating: 0x20, count: ProtocolLimits.handoverBytesMax)
    #expect(Self.fault(within) == .notHandover)
    #expect(Self.fault(within + [0x20]) == .tooLarge)
  }
}
