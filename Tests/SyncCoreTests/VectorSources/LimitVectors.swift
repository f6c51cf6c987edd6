import SyncCore

/// Every bound of the line and of the merge, at the limit and one past it.
enum LimitVectors: VectorTheme {
  static let file = "limits"
  static let about = "Bounds of the line and of the text merge, each at the limit and one past it."

  @VectorCaseList static var cases: [VectorSource] {
    texts
    lines
    counts
    merges
  }

  /// A line that sets a value, cut where the value stands.
  private static let around = LineSpellingTests.value("|").split(separator: "|").map(String.init)

  private static func value(_ parts: (String, Int)...) -> VectorLine {
    .parts([(around[0], 1)] + parts + [(around[1], 1)])
  }

  @VectorCaseList private static var texts: [VectorSource] {
    VectorSource.taken(name: "A text of 49,152 bytes is taken.", line: value(("\"", 1), ("a", 49_152), ("\"", 1)))
    VectorSource.refused(
      name: "A text of 49,153 bytes is too long.", line: value(("\"", 1), ("a", 49_153), ("\"", 1)),
      code: "text-too-long")
    VectorSource.taken(
      name: "Bytes are counted, not characters: 24,576 letters of two bytes are taken.",
      line: value(("\"", 1), ("é", 24_576), ("\"", 1)))
    VectorSource.refused(
      name: "Bytes are counted, not characters: one byte more than 24,576 letters of two is too long.",
      line: value(("\"", 1), ("é", 24_576), ("a\"", 1)), code: "text-too-long")
    VectorSource.taken(
      name: "Bytes are counted after escapes are undone.",
      line: value(("\"", 1), ("\\n", 10_000), ("a", 39_152), ("\"", 1)))
    VectorSource.refused(
      name: "One byte too many after escapes are undone is too long.",
      line: value(("\"", 1), ("\\n", 10_000), ("a", 39_153), ("\"", 1)), code: "text-too-long")
    VectorSource.refused(
      name: "A key is a text too.", line: value(("{\"", 1), ("a", 49_153), ("\":1}", 1)), code: "text-too-long")
    VectorSource.refused(
      name: "A text's length is judged where it ends: a control inside it is met first.",
      line: value(("\"", 1), ("a", 49_153), ("\t\"", 1)), code: "not-canonical")
  }

  /// A line of exactly so many bytes.
  private static func long(_ count: Int, _ tail: String = "\"]") -> VectorLine {
    let bare = around.joined().utf8.count + 40_000 + "[\"\",\"".utf8.count + tail.utf8.count
    return value(("[\"", 1), ("a", 40_000), ("\",\"", 1), ("b", count - bare), (tail, 1))
  }

  @VectorCaseList private static var lines: [VectorSource] {
    VectorSource.taken(name: "A line of 65,536 bytes is taken.", line: long(65_536))
    VectorSource.refused(name: "A line of 65,537 bytes is too long.", line: long(65_537), code: "line-too-long")
    VectorSource.refused(
      name: "The length of a line is judged before anything in it.", line: .parts([("?", 65_537)]),
      code: "line-too-long")
  }

  @VectorCaseList private static var counts: [VectorSource] {
    VectorSource.taken(
      name: "Sixteen levels of arrays and objects are taken, the envelope being the first.",
      line: value(("[", 13), ("]", 13)))
    VectorSource.refused(name: "Seventeen levels are too deep.", line: value(("[", 14), ("]", 14)), code: "too-deep")
    VectorSource.refused(
      name: "Depth is judged where a level opens, before what it holds.", line: value(("[", 13), ("{\"a\"", 1)),
      code: "too-deep")
    VectorSource.taken(
      name: "Steps of one line may be 256.",
      line: .parts([(stepsHead, 1), (step + ",", 255), (step, 1), ("]}", 1)]))
    VectorSource.refused(
      name: "Steps of one line may not be 257.",
      line: .parts([(stepsHead, 1), (step + ",", 256), (step, 1), ("]}", 1)]),
      code: "operation-count")
    VectorSource.taken(name: "The largest integer is taken.", line: value(("9007199254740991", 1)))
    VectorSource.taken(name: "The least integer is taken.", line: value(("-9007199254740991", 1)))
    VectorSource.taken(
      name: "An entity of four pairs, with a type of 32 and a name of 64 characters, is taken.",
      line: .text(
        LineSpellingTests.line(
          ops:
            #"{"restore":"\#(String(repeating: "t", count: 32))/\#(String(repeating: "N", count: 64))/b/2/c/3/d/4","over":[]}"#
        )))
    VectorSource.refused(
      name: "A type of 33 characters is refused.",
      line: .text(LineSpellingTests.line(ops: #"{"restore":"\#(String(repeating: "t", count: 33))/1","over":[]}"#)),
      code: "bad-operation")
    VectorSource.refused(
      name: "A name of 65 characters is refused.",
      line: .text(LineSpellingTests.line(ops: #"{"restore":"a/\#(String(repeating: "N", count: 65))","over":[]}"#)),
      code: "bad-operation")
  }

  private static let stepsHead = String(LineSpellingTests.line(ops: "").dropLast(2))
  private static let step = #"{"add":"f","on":"x/1","value":1}"#

  /// A base of `count` tokens to be replaced on each side of nine that stay, and the same replaced.
  private static func replaced(_ count: Int, extra: String = "") -> [Change] {
    func around(_ letter: String, _ middle: String) -> String {
      let side = String(repeating: letter, count: count / 2)
      return side + middle + side
    }
    return [
      change("a1", set(item, "comment", .string(around("x.", "k l m n o")))),
      change("b1", set(item, "comment", .string(around("y,", "k l m n o") + extra), over: "a1")),
      change("c1", set(item, "comment", .string(around("x.", "k l M n o")), over: "a1")),
    ]
  }

  @VectorCaseList private static var merges: [VectorSource] {
    history(
      "A difference of 1,024 edits is still found: the word kept in the midst of it takes another's edit.",
      replaced(256),
      [
        .shows(
          item, "comment",
          .string(String(repeating: "y,", count: 128) + "k l M n o" + String(repeating: "y,", count: 128))),
        .unread(item, "comment"),
      ], isLong: true)
    history(
      "A difference of 1,025 edits is one hunk, which the other edit overlaps.",
      replaced(256, extra: "?"),
      [
        .heads(item, "comment", "b1 c1"),
        .overlap(
          item, "comment", base: "a1",
          .string(String(repeating: "y,", count: 128) + "k l m n o" + String(repeating: "y,", count: 128) + "?"),
          .string(String(repeating: "x.", count: 128) + "k l M n o" + String(repeating: "x.", count: 128))),
      ], isLong: true)
    history(
      "A merged text of 49,152 bytes is a merge.", grown(24_573),
      [
        .shows(
          item, "comment",
          .string(String(repeating: "a", count: 24_573) + " un " + String(repeating: "b", count: 24_575))),
        .unread(item, "comment"),
      ], isLong: true)
    history(
      "A merged text of 49,153 bytes is a conflict, since nobody could save it.", grown(24_574),
      [
        .shows(item, "comment", .string("un " + String(repeating: "b", count: 24_575))),
        .overlap(
          item, "comment", base: "a1", .string(String(repeating: "a", count: 24_574) + " un"),
          .string("un " + String(repeating: "b", count: 24_575))),
      ], isLong: true)
  }

  /// One text grows in front, the other behind.
  private static func grown(_ count: Int) -> [Change] {
    [
      change("a1", set(item, "comment", "un")),
      change("b1", set(item, "comment", .string(String(repeating: "a", count: count) + " un"), over: "a1")),
      change("c1", set(item, "comment", .string("un " + String(repeating: "b", count: 24_575)), over: "a1")),
    ]
  }
}
