import SyncCore

/// Lines that are not the one spelling.
enum SpellingVectors: VectorTheme {
  static let file = "spelling-refusals"
  static let about = "Lines in another spelling than the one, each with the code of the first fault met from the left."

  @VectorCaseList static var cases: [VectorSource] {
    whiteSpace
    escapes
    bytes
    numbers
    keys
    taken
    firstFault
  }

  private static func refused(_ name: String, _ line: String, _ code: String) -> VectorSource {
    VectorSource.refused(name: name, line: .text(line), code: code)
  }

  /// A good line but for the value it sets.
  private static func value(_ value: String) -> String { LineSpellingTests.value(value) }

  @VectorCaseList private static var whiteSpace: [VectorSource] {
    refused("White space before the line is refused.", " " + value("1"), "not-canonical")
    refused("White space before a value is refused.", value(" 1"), "not-canonical")
    refused("White space after a value is refused.", value("1 "), "not-canonical")
    refused("A tab between the elements of an array is refused.", value("[1,\t2]"), "not-canonical")
    refused("A line feed inside an object is refused.", value("{\n}"), "not-canonical")
    refused("White space before a colon is refused.", value(#"{"a" :1}"#), "not-canonical")
    refused("A newline after the line does not belong to it.", value("1") + "\n", "trailing-bytes")
    refused("A carriage return after the line is a byte too many.", value("1") + "\r", "trailing-bytes")
    refused("A second value after the line is refused.", value("1") + "{}", "trailing-bytes")
    refused("A byte order mark is no JSON.", "\u{FEFF}" + value("1"), "malformed-json")
    refused("A no-break space is no white space, and no JSON.", value("\u{A0}1"), "malformed-json")
  }

  @VectorCaseList private static var escapes: [VectorSource] {
    refused("An escaped solidus is not the shortest escape.", value(#""\/""#), "not-canonical")
    refused("An escaped letter is not the shortest escape.", value(#""\u0041""#), "not-canonical")
    refused("An escaped accent is not the shortest escape.", value(#""\u00e9""#), "not-canonical")
    refused("A line feed escaped by its number is not the shortest escape.", value(#""\u000a""#), "not-canonical")
    refused("A control escaped in upper case is refused.", value(#""\u001F""#), "not-canonical")
    refused("An escaped U+007F is refused: it stands as it is.", value(#""\u007f""#), "not-canonical")
    refused("An unknown escape is no JSON.", value(#""\x""#), "malformed-json")
    refused("An escape cut short is no JSON.", value(#""\u00""#), "malformed-json")
    refused("A lone escaped surrogate is refused.", value(#""\ud83d""#), "not-canonical")
    refused(
      "An escaped pair of surrogates is refused: the character stands as it is.", value(#""\ud83d\ude00""#),
      "not-canonical")
    refused("A control that stands as it is is refused.", value("\"\u{1}\""), "not-canonical")
    refused("A tab inside a text is refused unless escaped.", value("\"\t\""), "not-canonical")
    refused("An escaped U+0000 is refused by its own code.", value(#""\u0000""#), "nul-character")
    VectorSource.refused(
      name: "A raw U+0000 in a text is refused by its own code.", line: .bytes(Samples.bytes(value("\"\u{0}\""))),
      code: "nul-character")
    VectorSource.refused(
      name: "A raw U+0000 where a value should begin is refused by its own code.",
      line: .bytes(Samples.bytes(value("\u{0}1"))), code: "nul-character")
  }

  private static func utf8(_ name: String, _ bytes: [UInt8]) -> VectorSource {
    let parts = value("\"|\"").utf8.split(separator: UInt8(ascii: "|")).map(Array.init)
    return .refused(name: name, line: .bytes(parts[0] + bytes + parts[1]), code: "invalid-utf8")
  }

  @VectorCaseList private static var bytes: [VectorSource] {
    utf8("An overlong form of two bytes is no UTF-8.", [0xC0, 0xAF])
    utf8("An overlong form of three bytes is no UTF-8.", [0xE0, 0x80, 0xAF])
    utf8("An overlong form of four bytes is no UTF-8.", [0xF0, 0x80, 0x80, 0xAF])
    utf8("An encoded surrogate is no UTF-8.", [0xED, 0xA0, 0x80])
    utf8("Past U+10FFFF there is no UTF-8.", [0xF4, 0x90, 0x80, 0x80])
    utf8("A sequence cut by the end of its text is no UTF-8.", [0xE2, 0x82])
    utf8("A lone continuation byte is no UTF-8.", [0x80])
    utf8("A byte FF is no UTF-8.", [0xFF])
    VectorSource.refused(
      name: "A sequence cut by the end of the line is no UTF-8.",
      line: .bytes(Samples.bytes(String(value("\"").dropLast(12))) + [0xE2, 0x82]), code: "invalid-utf8")
    VectorSource.refused(
      name: "A byte that is no UTF-8 outside a text is no JSON.", line: .bytes([0xFF] + Samples.bytes(value("1"))),
      code: "malformed-json")
  }

  @VectorCaseList private static var numbers: [VectorSource] {
    refused("Minus zero is refused.", value("-0"), "not-canonical")
    refused("A leading zero is refused.", value("01"), "not-canonical")
    refused("A leading zero after a minus is refused.", value("-01"), "not-canonical")
    refused("A plus sign is no JSON.", value("+1"), "malformed-json")
    refused("A minus without digits is no JSON.", value("-"), "malformed-json")
    refused("A fraction is refused, even of nothing.", value("1.0"), "float")
    refused("An exponent is refused.", value("1e3"), "float")
    refused("An exponent in upper case is refused.", value("0E0"), "float")
    refused("A fraction is a float before its leading zero is looked at.", value("-01.5"), "float")
    refused(
      "A number of many digits with a fraction is a float before it is out of range.", value("99999999999999999999.5"),
      "float")
    refused("Two to the 53rd is out of range.", value("9007199254740992"), "integer-out-of-range")
    refused("Minus two to the 53rd is out of range.", value("-9007199254740992"), "integer-out-of-range")
    refused("Twenty digits are out of range.", value("18446744073709551617"), "integer-out-of-range")
    refused(
      "A time out of range is a fault of spelling.",
      LineSpellingTests.line(ops: LineSpellingTests.set("1"), time: "9007199254740992"), "integer-out-of-range")
    refused("A word of other languages is no JSON.", value("NaN"), "malformed-json")
    refused("A literal in upper case is no JSON.", value("True"), "malformed-json")
    refused("A broken literal is no JSON.", value("nul"), "malformed-json")
  }

  @VectorCaseList private static var keys: [VectorSource] {
    refused("A key twice in an object is refused.", value(#"{"a":1,"a":1}"#), "duplicate-key")
    refused(
      "A key twice in the envelope is refused.",
      LineSpellingTests.line(ops: LineSpellingTests.set("1"), tail: #","v":1"#), "duplicate-key")
    refused(
      "A key twice, far apart, is a duplicate before it is out of order.",
      value(#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"a":1}"#), "duplicate-key")
    refused(
      "A key twice in a step of a newer version is refused.", LineSpellingTests.line(ops: #"{"link":1,"x":1,"x":2}"#),
      "duplicate-key")
    refused("Keys of a value out of order are refused.", value(#"{"b":1,"a":1}"#), "not-canonical")
    refused("Keys of a value deep inside out of order are refused.", value(#"[{"a":{"b":1,"a":1}}]"#), "not-canonical")
    refused("A longer key before the key it begins with is out of order.", value(#"{"ab":1,"a":1}"#), "not-canonical")
    refused(
      "Keys are ordered by bytes, not by code units: U+10000 before U+FFFD is out of order.",
      value("{\"\u{10000}\":1,\"\u{FFFD}\":1}"), "not-canonical")
    refused(
      "Keys are ordered by bytes, not by letters: a before B is out of order.", value(#"{"a":1,"B":1}"#),
      "not-canonical")
    refused("A trailing comma is no JSON.", value("[1,]"), "malformed-json")
    refused("A key that is no text is no JSON.", value("{1:1}"), "malformed-json")
    refused("Single quotes are no JSON.", value("'a'"), "malformed-json")
    refused("A comment is no JSON.", value("/**/1"), "malformed-json")
    refused("No line at all is no JSON.", "", "malformed-json")
    refused("A line cut short is no JSON.", String(value("1").dropLast(3)), "malformed-json")
  }

  @VectorCaseList private static var taken: [VectorSource] {
    VectorSource.taken(
      name: "Every escape there is stands in its shortest form.",
      line: .text(value(#""\"\\\b\f\n\r\t\u0001\u000b\u001f/"# + "\u{7F}\"")))
    VectorSource.taken(
      name: "Characters of two, three and four bytes stand as they are, U+FEFF, U+2028 and the last of all included.",
      line: .text(value("\"é€\u{1F600}\u{FEFF}\u{2028}\u{D7FF}\u{E000}\u{10FFFF}\"")))
    VectorSource.taken(
      name: "A key composed and the same key decomposed are two keys, ordered by bytes.",
      line: .text(value("{\"e\u{301}\":1,\"\u{E9}\":2}")))
    VectorSource.taken(
      name: "Keys are ordered by the bytes of the text itself: an escape stands where what it means stands.",
      line: .text(value(#"{"":0,"\n":1,"Z":2,"\\":3,"a":4}"#)))
    VectorSource.taken(
      name: "Empty arrays, objects, texts and keys are values.", line: .text(value(#"[[],{},"",{"":null}]"#)))
    VectorSource.taken(
      name: "A step of a newer version keeps the order of its keys, inside too.",
      line: .text(LineSpellingTests.line(ops: #"{"link":{"b":1,"a":[{"z":1,"y":2}]},"a":1}"#)))
  }

  @VectorCaseList private static var firstFault: [VectorSource] {
    refused("Of two faults of spelling the left one names the refusal.", value("[1.5, 2]"), "float")
    refused(
      "A float before a fault of UTF-8 further right names the refusal.", value(#"[01,"\u0041"]"#), "not-canonical")
    refused(
      "A key twice is met where its object ends: a float inside the object comes first.",
      value(#"{"a":1,"a":1,"b":1.5}"#), "float")
    refused(
      "A fault of spelling anywhere comes before any fault of shape.",
      LineSpellingTests.line(ops: #"{"set":1},1.5"#, v: "2"), "float")
    refused("Bytes after the line come before any fault of shape.", "[]x", "trailing-bytes")
    refused(
      "The order of a value's keys is judged with its step: a fault of the envelope comes first.",
      LineSpellingTests.line(ops: LineSpellingTests.set(#"{"b":1,"a":1}"#), seq: "0"), "bad-envelope")
    refused(
      "The order of a value's keys is judged with its step: a fault of an earlier step comes first.",
      LineSpellingTests.line(ops: #"{"restore":"x","over":[]},"# + LineSpellingTests.set(#"{"b":1,"a":1}"#)),
      "bad-operation")
    refused(
      "The order of a value's keys comes before a fault further right in its step.",
      LineSpellingTests.line(ops: LineSpellingTests.set(#"{"b":1,"a":1}"#, over: "1")), "not-canonical")
  }
}
