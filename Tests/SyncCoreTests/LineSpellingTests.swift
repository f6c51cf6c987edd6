import SyncCore
import Testing

/// One refusal per rule of spelling, each with its stable code (DESIGN §4, law L12).
struct LineSpellingTests {
  static let replica = "7000000000001"

  static func set(_ value: String, over: String = "[]") -> String {
    #"{"set":"grade","on":"item/17","to":\#(value),"over":\#(over)}"#
  }

  static func line(ops: String, v: String = "1", seq: String = "17", time: String = "0", tail: String = "") -> String {
    #"{"v":\#(v),"replica":"\#(replica)","seq":\#(seq),"salt":"\#(Samples.salt)","time":\#(time),"by":"u-4K","#
      + #""stream":"office","ops":[\#(ops)]\#(tail)}"#
  }

  static func value(_ value: String) -> String { line(ops: set(value)) }

  /// The code a line is refused with, nil when it is taken.
  static func code(_ bytes: [UInt8]) -> String? {
    do throws(ChangeFault) {
      _ = try ChangeLine(bytes)
      return nil
    } catch {
      return error.code
    }
  }

  static func code(_ text: String) -> String? { code(Samples.bytes(text)) }

  @Test(arguments: [
    ("white space", " " + value("1"), "not-canonical"),
    ("white space before a value", value(" 1"), "not-canonical"),
    ("white space after a value", value("1 "), "not-canonical"),
    ("a tab in an array", value("[1,\t2]"), "not-canonical"),
    ("a line break in an object", value("{\n}"), "not-canonical"),
    ("white space before a colon", value(#"{"a" :1}"#), "not-canonical"),
    ("a newline at the end", value("1") + "\n", "trailing-bytes"),
    ("a second value", value("1") + "{}", "trailing-bytes"),
    ("a byte order mark", "\u{FEFF}" + value("1"), "malformed-json"),
    ("an escaped solidus", value(#""\/""#), "not-canonical"),
    ("an escaped letter", value(#""\u0041""#), "not-canonical"),
    ("a long escape of a line feed", value(#""\u000a""#), "not-canonical"),
    ("an upper-case control escape", value(#""\u001F""#), "not-canonical"),
    ("an escaped accent", value(#""\u00e9""#), "not-canonical"),
    ("an unknown escape", value(#""\x""#), "malformed-json"),
    ("a lone high surrogate", value(#""\ud83d""#), "not-canonical"),
    ("a lone low surrogate", value(#""\udc00""#), "not-canonical"),
    ("a surrogate pair", value(#""\ud83d\ude00""#), "not-canonical"),
    ("a raw control", value("\"\u{1}\""), "not-canonical"),
    ("a raw tab", value("\"\t\""), "not-canonical"),
    ("a raw U+0000", value("\"\u{0}\""), "nul-character"),
    ("an escaped U+0000", value(#""\u0000""#), "nul-character"),
    ("minus zero", value("-0"), "not-canonical"),
    ("a leading zero", value("01"), "not-canonical"),
    ("a negative leading zero", value("-01"), "not-canonical"),
    ("a plus sign", value("+1"), "malformed-json"),
    ("a fraction", value("1.0"), "float"),
    ("an exponent", value("1e3"), "float"),
    ("a capital exponent", value("0E0"), "float"),
    ("two to the 53rd", value("9007199254740992"), "integer-out-of-range"),
    ("minus two to the 53rd", value("-9007199254740992"), "integer-out-of-range"),
    ("seventeen digits", value("10000000000000000"), "integer-out-of-range"),
    ("a duplicate key", value(#"{"a":1,"a":1}"#), "duplicate-key"),
    ("a duplicate key of the envelope", line(ops: set("1"), tail: #","v":1"#), "duplicate-key"),
    (
      "a duplicate key among many",
      value("{" + (0..<12).map { "\"k\($0)\":1" }.joined(separator: ",") + #","k3":2}"#), "duplicate-key"
    ),
    ("keys of a value out of order", value(#"{"b":1,"a":1}"#), "not-canonical"),
    ("keys deep in a value out of order", value(#"[{"a":{"b":1,"a":1}}]"#), "not-canonical"),
    ("a key before its longer form", value(#"{"ab":1,"a":1}"#), "not-canonical"),
    ("no text at all", "", "malformed-json"),
    ("an array", "[]", "bad-envelope"),
    ("a broken literal", value("nul"), "malformed-json"),
    ("a trailing comma", value("[1,]"), "malformed-json"),
  ])
  func `a spelling other than the one is refused with its code`(rule: String, line: String, code: String) {
    #expect(Self.code(line) == code, "\(rule)")
  }

  @Test(
    arguments: [
      ("an overlong slash", [0xC0, 0xAF]), ("an overlong of three bytes", [0xE0, 0x80, 0xAF]),
      ("an overlong of four bytes", [0xF0, 0x80, 0x80, 0xAF]), ("an encoded surrogate", [0xED, 0xA0, 0x80]),
      ("the last encoded surrogate", [0xED, 0xBF, 0xBF]), ("a truncated sequence", [0xE2, 0x82]),
      ("a lone continuation", [0x80]), ("past U+10FFFF", [0xF4, 0x90, 0x80, 0x80]), ("a first byte F5", [0xF5, 0x80]),
      ("a byte FF", [0xFF]),
    ] as [(String, [UInt8])])
  func `bytes that are no UTF-8 are refused as such`(rule: String, bytes: [UInt8]) {
    let parts = Self.value("\"|\"").utf8.split(separator: UInt8(ascii: "|")).map(Array.init)
    #expect(Self.code(parts[0] + bytes + parts[1]) == "invalid-utf8", "\(rule)")
  }

  @Test(arguments: [
    ("version 2", line(ops: set("1"), v: "2"), "unknown-version"),
    ("a version that is text", line(ops: set("1"), v: "\"1\""), "unknown-version"),
    ("an unknown key of the envelope", line(ops: set("1"), tail: #","x":1"#), "bad-envelope"),
    ("something after was", line(ops: set("1"), tail: #","was":"7000000000001:1","x":1"#), "bad-envelope"),
    ("a was that is no id", line(ops: set("1"), tail: #","was":"7000000000001:0""#), "bad-envelope"),
    ("seq 0", line(ops: set("1"), seq: "0"), "bad-envelope"),
    ("a time that is text", line(ops: set("1"), time: "\"0\""), "bad-envelope"),
    (
      "keys of the envelope out of order",
      line(ops: set("1")).replacingFirst(#""v":1,"replica":"7000000000001""#, #""replica":"7000000000001","v":1"#),
      "bad-envelope"
    ),
    (
      "keys of an operation out of order", line(ops: #"{"set":"grade","to":1,"on":"item/17","over":[]}"#),
      "bad-operation"
    ),
    ("an unknown key of a known operation", line(ops: #"{"restore":"item/17","over":[],"x":1}"#), "bad-operation"),
    (
      "keys of seen out of order",
      line(ops: #"{"request":"audit.close","on":"item/17","seen":{"7000000000002":1,"7000000000001":1}}"#),
      "bad-operation"
    ),
    ("seen at 0", line(ops: #"{"request":"audit.close","on":"item/17","seen":{"7000000000002":0}}"#), "bad-operation"),
    ("over not ascending", value("1", over: #"["7000000000001:10","7000000000001:9"]"#), "bad-operation"),
    ("over with a repetition", value("1", over: #"["7000000000001:9","7000000000001:9"]"#), "bad-operation"),
    ("over with a leading zero", value("1", over: #"["7000000000001:09"]"#), "bad-operation"),
    ("over in lower case", value("1", over: #"["7ddddddddddde:9"]"#.lowercased()), "bad-operation"),
    ("a replica past 64 bits", value("1", over: #"["G000000000001:9"]"#), "bad-operation"),
    ("five pairs in an id", line(ops: #"{"restore":"a/1/b/2/c/3/d/4/e/5","over":[]}"#), "bad-operation"),
    ("an id without a name", line(ops: #"{"restore":"item/","over":[]}"#), "bad-operation"),
    ("an id with a capital type", line(ops: #"{"restore":"Item/1","over":[]}"#), "bad-operation"),
    ("an id with an accent", line(ops: #"{"restore":"item/é","over":[]}"#), "bad-operation"),
    ("an empty motive", line(ops: #"{"set":"g","on":"item/1","to":1,"over":[],"motive":""}"#), "bad-operation"),
    ("an operation without keys", line(ops: "{}"), "bad-operation"),
    ("an operation that is text", line(ops: "\"set\""), "bad-operation"),
    ("a field set twice", line(ops: set("1") + "," + set("2")), "field-set-twice"),
    (
      "a field set and stated", line(ops: set("1") + #",{"state":"grade","on":"item/17","to":"a","over":[]}"#),
      "field-set-twice"
    ),
    (
      "an entity deleted and restored",
      line(ops: #"{"delete":"item/1","seen":{},"over":[]},{"restore":"item/1","over":[]}"#), "field-set-twice"
    ),
    (
      "two requests",
      line(ops: Array(repeating: #"{"request":"a","on":"item/1","seen":{}}"#, count: 2).joined(separator: ",")),
      "second-request"
    ),
    ("no operation", line(ops: ""), "operation-count"),
  ])
  func `a line of another shape is refused with its code`(rule: String, line: String, code: String) {
    #expect(Self.code(line) == code, "\(rule)")
  }

  static func value(_ value: String, over: String) -> String { line(ops: set(value, over: over)) }

  @Test func `a line is taken at each of its limits and refused one past it`() {
    func nested(_ levels: Int) -> String {
      // Envelope, ops and the step itself are three levels.
      Self.value(String(repeating: "[", count: levels - 3) + String(repeating: "]", count: levels - 3))
    }
    #expect(Self.code(nested(16)) == nil)
    #expect(Self.code(nested(17)) == "too-deep")

    func text(_ count: Int) -> String { "\"" + String(repeating: "a", count: count) + "\"" }
    #expect(Self.code(Self.value(text(49_152))) == nil)
    #expect(Self.code(Self.value(text(49_153))) == "text-too-long")
    let escaped = "\"" + String(repeating: "a", count: 49_150) + "\\n"
    #expect(Self.code(Self.value(escaped + "a\"")) == nil)
    #expect(Self.code(Self.value(escaped + "aa\"")) == "text-too-long")

    let bare = Self.value("[\(text(40_000)),\"\"]").utf8.count
    let filling = 65_536 - bare
    func long(_ count: Int) -> String { Self.value("[\(text(40_000)),\(text(count))]") }
    #expect(long(filling).utf8.count == 65_536)
    #expect(Self.code(long(filling)) == nil)
    #expect(Self.code(long(filling + 1)) == "line-too-long")

    func many(_ count: Int) -> String {
      Self.line(ops: (0..<count).map { #"{"restore":"item/\#($0)","over":[]}"# }.joined(separator: ","))
    }
    #expect(Self.code(many(256)) == nil)
    #expect(Self.code(many(257)) == "operation-count")
    #expect(Self.code(Self.value("9007199254740991")) == nil)
    #expect(Self.code(Self.value("-9007199254740991")) == nil)
    #expect(Self.code(Self.line(ops: #"{"restore":"a/1/b/2/c/3/d/4","over":[]}"#)) == nil)
    #expect(Self.code(Self.line(ops: #"{"restore":"a/\#(String(repeating: "x", count: 64))","over":[]}"#)) == nil)
    #expect(
      Self.code(Self.line(ops: #"{"restore":"a/\#(String(repeating: "x", count: 65))","over":[]}"#)) == "bad-operation")
  }

  @Test func `a line cut anywhere is refused`() {
    let bytes = Samples.bytes(Self.value(#"{"a":["é",-12,true,null,"\n"]}"#))
    for end in bytes.indices { #expect(Self.code(Array(bytes[..<end])) != nil, "cut at \(end)") }
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
