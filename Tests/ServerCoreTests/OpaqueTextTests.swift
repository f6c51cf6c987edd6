import SyncCore
import SyncProtocol
import Testing

@testable import ServerCore

@Suite struct `opaque texts` {
  private let key = [UInt8](repeating: 7, count: 32)

  @Test(arguments: [0, 1, 2, 3, 4, 57, 1_000])
  func `a value comes back, under its own key only`(_ length: Int) throws {
    let value = JSONValue.array([.string(String(repeating: "a", count: length)), .integer(Int64(length))])
    let text = try OpaqueText.seal(value, key: key)
    #expect(OpaqueText.open(text, key: key) == value)
    #expect(try OpaqueText.seal(value, key: key) == text)
    #expect(OpaqueText.open(text, key: [UInt8](repeating: 8, count: 32)) == nil)
    #expect(text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x7A) })
  }

  @Test func `no character can be changed, added or taken away`() throws {
    let text = try OpaqueText.seal(.array(["x", 1]), key: key)
    for place in text.indices {
      for other in ["A", "B", "=", "é"] where String(text[place]) != other {
        let changed = text[..<place] + other + text[text.index(after: place)...]
        #expect(OpaqueText.open(String(changed), key: key) == nil)
      }
    }
    #expect(OpaqueText.open(text + "A", key: key) == nil)
    #expect(OpaqueText.open(String(text.dropLast()), key: key) == nil)
    #expect(OpaqueText.open("", key: key) == nil)
  }

  @Test func `nothing of the value can be read in the text`() throws {
    let text = try OpaqueText.seal(.array([.string("dossier.qualiopi.900000019")]), key: key)
    let bytes = try #require(Base64URL.bytes(text))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("dossier"))
  }

  @Test func `every byte sequence has one spelling`() throws {
    for length in 0..<70 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
    }
    #expect(Base64URL.bytes("AB") == nil)
    #expect(Base64URL.bytes("A") == nil)
  }
}
