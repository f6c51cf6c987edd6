import Testing

@testable import SyncCore

/// Parse and print are inverse (DESIGN §4).
struct LineRoundTripTests {
  @Test(arguments: (1...40).map { UInt64($0) })
  func `every drawn change comes back from its own line`(seed: UInt64) throws {
    var drawing = DrawnChanges(seed: seed)
    for _ in 0..<25 {
      let change = try drawing.change()
      let line = try ChangeLine(printing: change)
      #expect(line.change == change, "seed \(seed)")
      #expect(ChangeWriter.bytes(line.change) == line.bytes, "seed \(seed)")
    }
  }

  @Test func `400 drawn changes hold every operation, and an unknown one`() throws {
    var drawing = DrawnChanges(seed: 7)
    var names: Set<String> = []
    for _ in 0..<400 {
      for operation in try drawing.change().operations {
        let name = ChangeWriter.json(operation).members?.first?.key
        names.insert(try #require(name))
      }
    }
    #expect(
      names.isSuperset(of: [
        "set", "add", "remove", "append", "delete", "restore", "request", "rule", "state", "freeze", "thaw", "lapse",
        "erase",
      ]))
    #expect(names.count == 14)
  }

  @Test(arguments: (1...6).map { UInt64($0) })
  func `a line with a flipped bit is refused or prints as it was read`(seed: UInt64) throws {
    var drawing = DrawnChanges(seed: seed &* 1_000)
    let bytes = try ChangeLine(printing: try drawing.change()).bytes
    for place in bytes.indices.prefix(700) {
      for bit in 0..<8 {
        var altered = bytes
        altered[place] ^= 1 << UInt8(bit)
        do throws(ChangeFault) {
          let line = try ChangeLine(altered)
          #expect(ChangeWriter.bytes(line.change) == altered, "seed \(seed), byte \(place), bit \(bit)")
        } catch {
          #expect(!error.code.isEmpty)
        }
      }
    }
  }

  @Test(arguments: (1...6).map { UInt64($0) })
  func `a line read without a tree is what the tree says, sound or altered`(seed: UInt64) throws {
    var drawing = DrawnChanges(seed: seed &* 77)
    for round in 0..<3 {
      let sound = try ChangeLine(printing: try drawing.change()).bytes
      #expect(Self.straight(sound) != nil, "seed \(seed), round \(round)")
      // Every byte in turn left out, doubled, and made another: quotes, digits, brackets, keys.
      for place in sound.indices {
        var (shorter, longer, other) = (sound, sound, sound)
        shorter.remove(at: place)
        longer.insert(sound[place], at: place)
        other[place] = sound[(place &* 31 &+ round) % sound.count]
        for line in [shorter, longer, other] {
          #expect(
            Self.straight(line) == Self.byTree(line), "seed \(seed): \(String(decoding: line, as: UTF8.self))")
        }
      }
    }
  }

  private static func straight(_ line: [UInt8]) -> Change? {
    line.withUnsafeBufferPointer { EnvelopeReader.change($0) }
  }

  private static func byTree(_ line: [UInt8]) -> Change? {
    do throws(ChangeFault) {
      return try ChangeReader.change(of: line)
    } catch {
      return nil
    }
  }

  @Test func `a step of a newer version passes through byte for byte`() throws {
    let step = #"{"merge":{"b":1,"a":[true,null,"é\u0001"]},"on":7,"z":{}}"#
    let bytes = Samples.bytes(LineSpellingTests.line(ops: step))
    let line = try ChangeLine(bytes)
    #expect(ChangeWriter.bytes(line.change) == bytes)
    guard case .unknown(let name, _) = try #require(line.change.operations.first) else {
      Issue.record("read as something known")
      return
    }
    #expect(name == "merge")
    #expect(line.change.operations[0].isServerOnly == false)
  }

  @Test func `composed and decomposed letters are two texts`() throws {
    let composed = try ChangeLine(Samples.bytes(LineSpellingTests.line(ops: LineSpellingTests.set("\"\u{E9}\""))))
    let decomposed = try ChangeLine(Samples.bytes(LineSpellingTests.line(ops: LineSpellingTests.set("\"e\u{301}\""))))
    #expect(composed.change.operations != decomposed.change.operations)
    #expect(composed.digest != decomposed.digest)
  }
}
