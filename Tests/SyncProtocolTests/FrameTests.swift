import SyncCore
import SyncProtocol
import Testing

/// The frames of the exchange's answer (DESIGN §7).
struct FrameTests {
  @Test func `every frame comes back from its own line`() throws {
    for frame in try Frames.all() {
      let bytes = Frames.bytes(frame)
      #expect(bytes.last == 0x0A && bytes.dropLast().allSatisfy { $0 != 0x0A })
      let read = try #require(ExchangeFrame(reading: Array(bytes.dropLast())))
      #expect(read == frame)
      #expect(Frames.bytes(read) == bytes)
    }
  }

  @Test func `a frame with a flipped bit is refused or prints as it was read`() throws {
    for frame in try Frames.all() {
      let bytes = Array(Frames.bytes(frame).dropLast())
      for place in bytes.indices {
        for bit in 0..<8 {
          var altered = bytes
          altered[place] ^= 1 << UInt8(bit)
          guard let read = ExchangeFrame(reading: altered) else { continue }
          #expect(Frames.bytes(read) == altered + [0x0A], "byte \(place) of \(frame)")
        }
      }
    }
  }

  @Test func `a deep line and a long one keep their bytes inside a frame`() throws {
    let nested = JSONWriter.bytes(.string("x"))
    let deep = Array(repeating: UInt8(ascii: "["), count: 13) + nested + Array(repeating: UInt8(ascii: "]"), count: 13)
    let value = try JSONScanner.value(of: deep)
    let line = try Frames.line(value: value)
    let long = try Frames.line(value: .string(String(repeating: "a", count: SyncLimits.textBytesMax)))
    for line in [line, long] {
      let entry = LogEntry(position: 1, received: 2, content: .line(line))
      let bytes = Array(Frames.bytes(.entry(entry)).dropLast())
      #expect(bytes == Array("{\"position\":1,\"received\":2,\"line\":".utf8) + line.bytes + [UInt8(ascii: "}")])
      #expect(ExchangeFrame(reading: bytes) == .entry(entry))
    }
  }

  @Test(arguments: [
    "<html><body>Connexion au Wi-Fi</body></html>", "", "{}", "[]", "null", "\u{FEFF}{\"gap\":1}", "{\"gap\":1} ",
    "{\"gap\":1,\"x\":1}", "{\"gap\":0}", "{\"gap\":-1}", "{\"gap\":\"1\"}", "{\"regressed\":0}", "{\"forked\":0}",
    "{\"receipt\":0,\"position\":1}", "{\"receipt\":1,\"position\":0}", "{\"receipt\":1}",
    "{\"receipt\":1,\"refused\":\"void\"}",
    "{\"receipt\":1,\"refused\":\"void\",\"details\":\"\"}", "{\"leave\":\"Office\"}", "{\"leave\":\"office\",\"x\":1}",
    "{\"enter\":\"office\",\"through\":-1}", "{\"enter\":\"office\"}",
    "{\"bookmark\":\"\",\"more\":false,\"serverTime\":1,\"backedUpThrough\":-1,\"digests\":{}}",
    "{\"bookmark\":\"\",\"more\":0,\"serverTime\":1,\"backedUpThrough\":1,\"digests\":{}}",
    "{\"bookmark\":\"\",\"more\":false,\"serverTime\":1,\"backedUpThrough\":1,\"digests\":{\"office\":\"00\"}}",
    "{\"position\":1,\"received\":1,\"line\":{}}", "{\"position\":-1,\"received\":1,\"skip\":[]}",
    "{\"position\":1,\"received\":1,\"skip\":[\"office\",\"7000000000001\",0,\"00\"]}",
    "{\"position\":1,\"received\":1,\"seal\":[\"office\",\"7000000000001\",1,\"00\"]}",
    "{\"position\":1,\"received\":1,\"news\":1}",
  ])
  func `what is no frame is not read as one`(text: String) {
    #expect(ExchangeFrame(reading: Array(text.utf8)) == nil)
  }

  @Test func `a last frame whose streams are out of order is not read`() throws {
    let hex = Frames.digest.description
    let text =
      "{\"bookmark\":\"\",\"more\":false,\"serverTime\":1,\"backedUpThrough\":1,\"digests\":"
      + "{\"office\":\"\(hex)\",\"directory\":\"\(hex)\"}}"
    #expect(ExchangeFrame(reading: Array(text.utf8)) == nil)
  }

  @Test func `every refusal has a code of its own and is read back from it`() {
    let all: [RefusalCode] = [
      .misplaced, .wrongAuthor, .outOfScope, .serverOnlyStep, .unknownOver, .seenBeyondFrontier, .notWriter,
      .notSettler,
      .wrongKind, .unknownStream, .void, .poison, .unreadable(code: "float"),
    ]
    #expect(Set(all.map(\.code)).count == all.count)
    for code in all { #expect(RefusalCode(code: code.code) == code) }
    #expect(RefusalCode(code: "something-newer") == .unreadable(code: "something-newer"))
    let faults = JSONFault.allCases.map(\.code) + ["line-too-long", "bad-envelope", "bad-operation"]
    #expect(Set(faults).isDisjoint(with: all.dropLast().map(\.code)))
  }
}
