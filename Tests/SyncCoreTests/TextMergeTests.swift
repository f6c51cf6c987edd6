import SyncCore
import TestSupport
import Testing

/// The three-way merge of texts (DESIGN §5, Protocol/model.md).
struct TextMergeTests {
  @Test func `the order of the texts does not change the outcome`() {
    let base = "un deux trois quatre cinq"
    let texts = ["UN deux trois quatre cinq", "un deux TROIS quatre cinq", "un deux trois quatre CINQ"]
    for order in WorldTrial.orders(of: 3) {
      #expect(TextMerge.merge(base: base, texts: order.map { texts[$0] }) == .merged("UN deux TROIS quatre CINQ"))
    }
    for order in WorldTrial.orders(of: 3) {
      let clash = ["un X trois", "un Y trois", "un deux trois quatre"]
      #expect(TextMerge.merge(base: "un deux trois", texts: order.map { clash[$0] }) == .conflict)
    }
  }

  @Test func `the same edit made twice is there once`() {
    let both = "un deux et trois"
    #expect(TextMerge.merge(base: "un trois", texts: [both, both]) == .merged(both))
    #expect(TextMerge.merge(base: "un trois", texts: [both, both, "un trois."]) == .merged("un deux et trois."))
  }

  @Test func `different edits that touch conflict, and one kept token between them is enough to merge`() {
    // A replaced word and the space behind it; two insertions at one place; a deletion beside an insertion.
    #expect(TextMerge.merge(base: "un deux", texts: ["UN deux", "un-deux"]) == .conflict)
    #expect(TextMerge.merge(base: "un deux", texts: ["un a deux", "un b deux"]) == .conflict)
    #expect(TextMerge.merge(base: "(un)", texts: ["un)", "([un)"]) == .conflict)
    #expect(TextMerge.merge(base: "", texts: ["a", "b"]) == .conflict)
    // One kept token between is enough.
    #expect(TextMerge.merge(base: "un deux", texts: ["UN deux", "un DEUX"]) == .merged("UN DEUX"))
  }

  @Test(arguments: (1...30).map { UInt64($0) })
  func `a text merged with its base, or alone, or with itself stays itself`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let (base, text) = (Self.soup(&generator), Self.soup(&generator))
      #expect(TextMerge.merge(base: base, texts: [text]) == .merged(text), "seed \(seed)")
      #expect(TextMerge.merge(base: base, texts: [base, text]) == .merged(text), "seed \(seed)")
      #expect(TextMerge.merge(base: base, texts: [text, text, base]) == .merged(text), "seed \(seed)")
      #expect(TextMerge.merge(base: base, texts: []) == .merged(base), "seed \(seed)")
    }
  }

  /// Few words, many repetitions: the hardest thing for a diff.
  private static func soup(_ generator: inout SeededGenerator) -> String {
    (0..<generator.below(14)).map { _ in generator.pick(["a", "b", "é", " ", " ", "\n", "."]) }.joined()
  }

  @Test(arguments: (1...25).map { UInt64($0) })
  func `edits of different lines are merged, and none is lost`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let count = 3 + generator.below(20)
      let base = (0..<count).map { "le mot \($0) de la ligne \($0)" }
      let owners = base.indices.map { _ in generator.below(4) }  // 0 and 1 edit their lines, nobody the rest
      let edit: (Int) -> [String] = { owner in
        base.indices.map { owners[$0] == owner ? "ce que \(owner) dit de \($0)" : base[$0] }
      }
      let expected = base.indices.map { owners[$0] < 2 ? edit(owners[$0])[$0] : base[$0] }
      let outcome = TextMerge.merge(
        base: base.joined(separator: "\n"), texts: [0, 1].map { edit($0).joined(separator: "\n") })
      #expect(outcome == .merged(expected.joined(separator: "\n")), "seed \(seed)")
    }
  }

  @Test(arguments: (1...25).map { UInt64($0) })
  func `a drawn merge holds every word a side added and none a side removed`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var merged = 0
    for _ in 0..<20 {
      // Every word of the base is its own, so what was added and removed can be told by counting.
      let base = (0..<24).map { "w\($0)" }
      func side(_ name: String) -> [String] {
        base.flatMap { word -> [String] in
          switch generator.below(20) {
          case 0: []
          case 1: ["\(name)\(word)"]
          case 2: [word, "\(name)\(word)"]
          default: [word]
          }
        }
      }
      let sides = [side("x"), side("y")]
      let texts = sides.map { $0.joined(separator: " ") }
      let outcome = TextMerge.merge(base: base.joined(separator: " "), texts: texts)
      #expect(outcome == TextMerge.merge(base: base.joined(separator: " "), texts: texts.reversed()), "seed \(seed)")
      guard case .merged(let text) = outcome else { continue }
      merged += 1
      let words = Set(text.split(separator: " ").map(String.init))
      let added = Set(sides.joined()).subtracting(base)
      let removed = base.filter { word in sides.contains { !$0.contains(word) } }
      #expect(words == Set(base).subtracting(removed).union(added), "seed \(seed): \(texts) gave \(text)")
    }
    #expect(merged > 0)
  }

  @Test func `a diff of 1,024 steps is merged and one of 1,025 is a conflict`() {
    func outcome(edits: Int) -> TextMerge.Outcome {
      // Each replaced word is two steps, a full stop at the very end one; the words between stay.
      let base = ["("] + (0..<(edits / 2)).flatMap { ["old\($0)", "kept\($0)"] }
      let mine = base.map { $0.hasPrefix("old") ? "new" + $0.dropFirst(3) : $0 }
      let theirs = base.map { $0 == "kept0" ? "theirs" : $0 }
      let end = edits % 2 == 1 ? "." : ""
      return TextMerge.merge(
        base: base.joined(separator: " "),
        texts: [mine.joined(separator: " ") + end, theirs.joined(separator: " ")])
    }
    guard case .merged(let text) = outcome(edits: 1_024) else {
      Issue.record("1,024 steps are within the limit")
      return
    }
    #expect(text.contains("theirs") && text.contains("new0") && text.contains("new511"))
    #expect(outcome(edits: 1_025) == .conflict)
  }

  // MARK: in a field

  private func view(_ changes: [Change]) throws -> FieldView {
    try #require(try Samples.fold(changes).field("text", of: try Samples.entity("item/17"), schema: OneOfEach.table))
  }

  private func write(_ replica: Int, _ seq: Int, _ text: JSONValue, over: [ChangeID]) throws -> Change {
    let entity = try Samples.entity("item/17")
    return try Samples.change(replica, seq, [.set("text", on: entity, to: text, over: over, motive: nil)])
  }

  @Test func `three heads of one text are merged, and the merge is unread until it is saved`() throws {
    let base = try write(1, 1, "un deux trois", over: [])
    let heads = try [
      write(1, 2, "UN deux trois", over: [base.id]), write(2, 1, "un DEUX trois", over: [base.id]),
      write(3, 1, "un deux TROIS", over: [base.id]),
    ]
    let merged = try view([base] + heads)
    #expect(merged.shown == "UN DEUX TROIS")
    #expect(merged.conflict == nil)
    #expect(merged.isUnread)
    #expect(merged.over == heads.map(\.id).sorted())
    let saved = try view([base] + heads + [try write(2, 2, "UN DEUX TROIS", over: merged.over)])
    #expect(saved.shown == "UN DEUX TROIS")
    #expect(!saved.isUnread)
  }

  @Test func `two different texts begun from nothing are a conflict`() throws {
    let first = try write(1, 1, "un", over: [])
    let second = try write(2, 1, "deux", over: [])
    let clash = try view([first, second])
    #expect(clash.conflict?.reason == .overlappingText)
    #expect(clash.conflict?.base.isEmpty == true)
    #expect(clash.conflict?.values == ["un", "deux"])
    #expect(try view([first, try write(2, 1, "un", over: [])]).conflict == nil)
    let cleared = try view([first, try write(2, 1, .null, over: [])])
    #expect(cleared.shown == "un")
  }

  @Test func `criss-cross edits have no single base and are a conflict`() throws {
    let (a, b) = (try write(1, 1, "un", over: []), try write(2, 1, "deux", over: []))
    let c = try write(1, 2, "un deux", over: [a.id, b.id])
    let d = try write(2, 2, "deux un", over: [a.id, b.id])
    let clash = try view([a, b, c, d])
    #expect(clash.conflict?.reason == .overlappingText)
    #expect(clash.conflict?.base.map(\.id).sorted() == [a.id, b.id].sorted())
    #expect(clash.conflict?.values == ["un deux", "deux un"])
    #expect(clash.shown == "deux un")
  }

  @Test func `an edit and a clearing of one text are a conflict`() throws {
    let base = try write(1, 1, "un deux", over: [])
    let clash = try view([base, try write(1, 2, .null, over: [base.id]), try write(2, 1, "un trois", over: [base.id])])
    #expect(clash.conflict?.values.count == 2)
  }

  @Test func `a text merged past what a line can hold is a conflict, and one that just fits is shown`() throws {
    func merged(_ count: Int) throws -> FieldView {
      let base = try write(1, 1, "un deux trois", over: [])
      let long = String(repeating: "a", count: 24_570)
      let other = String(repeating: "b", count: count - 24_570 - "  un deux trois".utf8.count)
      return try view([
        base, try write(1, 2, .string("\(long) un deux trois"), over: [base.id]),
        try write(2, 1, .string("un deux trois \(other)"), over: [base.id]),
      ])
    }
    let fits = try merged(SyncLimits.textBytesMax)
    #expect(fits.shown?.text?.utf8.count == SyncLimits.textBytesMax)
    #expect(fits.conflict == nil)
    #expect(try merged(SyncLimits.textBytesMax + 1).conflict?.reason == .overlappingText)
  }
}
