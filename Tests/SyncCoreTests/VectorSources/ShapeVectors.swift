import SyncCore

/// Lines in the one spelling that are no change.
enum ShapeVectors: VectorTheme {
  static let file = "shape-refusals"
  static let about = "Lines well spelt that are no change, each with its code."

  @VectorCaseList static var cases: [VectorSource] {
    envelope
    names
    steps
    vectors
    together
    taken
    firstFault
  }

  private static func refused(_ name: String, _ line: String, _ code: String) -> VectorSource {
    VectorSource.refused(name: name, line: .text(line), code: code)
  }

  private static let good = LineSpellingTests.set("1")

  private static func line(
    _ ops: String = good, v: String = "1", seq: String = "17", time: String = "0", tail: String = ""
  ) -> String { LineSpellingTests.line(ops: ops, v: v, seq: seq, time: time, tail: tail) }

  /// A good line in which one part stands otherwise.
  private static func line(_ part: String, as other: String) -> String {
    let pieces = line().split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(pieces.count == 2, "\(part) stands in the line")
    return pieces[0] + other + pieces[1]
  }

  @VectorCaseList private static var envelope: [VectorSource] {
    refused("An array is no envelope.", "[]", "bad-envelope")
    refused("An object without members is no envelope.", "{}", "bad-envelope")
    refused("Version 2 is not spoken.", line(v: "2"), "unknown-version")
    refused("A version that is text is not spoken.", line(v: #""1""#), "unknown-version")
    refused(
      "The version stands first.", line(#""v":1,"replica":"7000000000001""#, as: #""replica":"7000000000001","v":1"#),
      "bad-envelope")
    refused("A member left out is missed.", line(#""by":"u-4K","#, as: ""), "bad-envelope")
    refused(
      "Members in another order are refused.", line(#""time":0,"by":"u-4K""#, as: #""by":"u-4K","time":0"#),
      "bad-envelope")
    refused("A member of another name is refused.", line(tail: #","x":1"#), "bad-envelope")
    refused("A member after was is refused.", line(tail: #","was":"7000000000001:1","x":1"#), "bad-envelope")
    refused("A was that names no change is refused.", line(tail: #","was":"7000000000001""#), "bad-envelope")
    refused("Steps that are no array are refused.", line("[\(good)]", as: "{}"), "bad-envelope")
    refused("No step at all is too few.", line(""), "operation-count")
  }

  @VectorCaseList private static var names: [VectorSource] {
    refused("A replica of twelve digits is refused.", line("7000000000001", as: "700000000001"), "bad-envelope")
    refused("A replica past 64 bits is refused.", line("7000000000001", as: "G000000000001"), "bad-envelope")
    refused("A replica in lower case is refused.", line("7000000000001", as: "700000000000a"), "bad-envelope")
    refused(
      "A replica with a letter the alphabet leaves out is refused.", line("7000000000001", as: "700000000000O"),
      "bad-envelope")
    refused("Seqs begin at 1.", line(seq: "0"), "bad-envelope")
    refused("A negative seq is refused.", line(seq: "-1"), "bad-envelope")
    refused("A seq that is text is refused.", line(seq: #""1""#), "bad-envelope")
    refused("A salt of 25 digits is refused.", line("04T8Z", as: "4T8Z"), "bad-envelope")
    refused("A salt past 128 bits is refused.", line("04T8Z", as: "84T8Z"), "bad-envelope")
    refused("A time that is text is refused.", line(time: #""0""#), "bad-envelope")
    refused("An author with a space is refused.", line("u-4K", as: "u 4K"), "bad-envelope")
    refused("An author without a name is refused.", line("u-4K", as: ""), "bad-envelope")
    refused("A stream of four words is refused.", line(#""office""#, as: #""dossier.a.b.c""#), "bad-envelope")
    refused("A stream that begins with a capital is refused.", line(#""office""#, as: #""Office""#), "bad-envelope")
    refused("A stream with an empty word is refused.", line(#""office""#, as: #""dossier..b""#), "bad-envelope")
  }

  @VectorCaseList private static var steps: [VectorSource] {
    refused("A step that is text is refused.", line(#""set""#), "bad-operation")
    refused("A step without members is refused.", line("{}"), "bad-operation")
    refused(
      "Members of a step in another order are refused.", line(#"{"set":"grade","to":1,"on":"item/17","over":[]}"#),
      "bad-operation")
    refused(
      "A member that a step must have is missed.", line(#"{"set":"grade","on":"item/17","to":1}"#), "bad-operation")
    refused(
      "A member that a step does not have is refused.", line(#"{"restore":"item/17","over":[],"x":1}"#), "bad-operation"
    )
    refused(
      "A step of another version by its second key is no step of a newer version.",
      line(#"{"set":"grade","on":"item/17","link":1}"#), "bad-operation")
    refused(
      "A field with a capital first is refused.", line(#"{"add":"Team","on":"item/17","value":1}"#), "bad-operation")
    refused(
      "A field with an underscore is refused.", line(#"{"add":"te_am","on":"item/17","value":1}"#), "bad-operation")
    refused(
      "A field of 65 characters is refused.",
      line(#"{"add":"a\#(String(repeating: "b", count: 64))","on":"item/17","value":1}"#), "bad-operation")
    refused(
      "An entity of five pairs is refused.", line(#"{"restore":"a/1/b/2/c/3/d/4/e/5","over":[]}"#), "bad-operation")
    refused("An entity without a name is refused.", line(#"{"restore":"item/","over":[]}"#), "bad-operation")
    refused("An entity of a type alone is refused.", line(#"{"restore":"item","over":[]}"#), "bad-operation")
    refused("An entity whose type has a digit is refused.", line(#"{"restore":"item2/17","over":[]}"#), "bad-operation")
    refused("An entity with an accent is refused.", line(#"{"restore":"item/é","over":[]}"#), "bad-operation")
    refused(
      "An empty motive is refused: it is left out instead.",
      line(#"{"set":"g","on":"item/1","to":1,"over":[],"motive":""}"#), "bad-operation")
    refused(
      "A motive that is null is refused.", line(#"{"set":"g","on":"item/1","to":1,"over":[],"motive":null}"#),
      "bad-operation")
    refused(
      "An answer that names no change is refused.", line(#"{"append":"j","on":"item/1","value":1,"answers":null}"#),
      "bad-operation")
    refused(
      "A state that is no text is refused.", line(#"{"state":"stage","on":"item/1","to":null,"over":[]}"#),
      "bad-operation")
    refused("An empty state is refused.", line(#"{"state":"stage","on":"item/1","to":"","over":[]}"#), "bad-operation")
    refused(
      "A verdict of another word is refused.",
      line(#"{"rule":"7000000000001:1","verdict":"perhaps","rules":[],"pack":"p","reasons":null}"#), "bad-operation")
    refused(
      "Rules that are no texts are refused.",
      line(#"{"rule":"7000000000001:1","verdict":"accepted","rules":[1],"pack":"p","reasons":null}"#), "bad-operation")
    refused("A lapse without a due date is refused.", line(#"{"lapse":"D-1","on":"item/1","due":""}"#), "bad-operation")
    refused(
      "An erasure that names no change is refused.", line(#"{"erase":"item/1","skeleton":null,"ground":"g"}"#),
      "bad-operation")
  }

  @VectorCaseList private static var vectors: [VectorSource] {
    refused(
      "Ids in over not ascending as numbers are refused.",
      LineSpellingTests.value("1", over: #"["7000000000001:10","7000000000001:9"]"#), "bad-operation")
    refused(
      "An id twice in over is refused.", LineSpellingTests.value("1", over: #"["7000000000001:9","7000000000001:9"]"#),
      "bad-operation")
    refused(
      "An id with a leading zero is refused.", LineSpellingTests.value("1", over: #"["7000000000001:09"]"#),
      "bad-operation")
    refused(
      "An id with seq 0 is refused.", LineSpellingTests.value("1", over: #"["7000000000001:0"]"#), "bad-operation")
    refused(
      "An id with a sign is refused.", LineSpellingTests.value("1", over: #"["7000000000001:+9"]"#), "bad-operation")
    refused(
      "An id past the largest integer is refused.",
      LineSpellingTests.value("1", over: #"["7000000000001:9007199254740992"]"#), "bad-operation")
    refused(
      "An over that is one id and no list is refused.", LineSpellingTests.value("1", over: #""7000000000001:9""#),
      "bad-operation")
    refused(
      "Replicas of a vector not ascending are refused as its shape.",
      line(#"{"delete":"item/1","seen":{"7000000000002":1,"7000000000001":1},"over":[]}"#), "bad-operation")
    refused(
      "A vector with a 0 is refused.", line(#"{"request":"audit.close","on":"item/1","seen":{"7000000000002":0}}"#),
      "bad-operation")
    refused("A vector that is a list is refused.", line(#"{"freeze":"item/1","at":[]}"#), "bad-operation")
  }

  @VectorCaseList private static var together: [VectorSource] {
    refused(
      "A register written twice in a change is refused.", line(good + "," + LineSpellingTests.set("2")),
      "field-set-twice")
    refused(
      "A register set and moved in a change is refused.",
      line(good + #",{"state":"grade","on":"item/17","to":"a","over":[]}"#), "field-set-twice")
    refused(
      "An entity deleted and restored in a change is refused.",
      line(#"{"delete":"item/1","seen":{},"over":[]},{"restore":"item/1","over":[]}"#), "field-set-twice")
    refused(
      "Two requests in a change are refused.",
      line(#"{"request":"a","on":"item/1","seen":{}},{"request":"b","on":"item/2","seen":{}}"#), "second-request")
  }

  @VectorCaseList private static var taken: [VectorSource] {
    VectorSource.taken(
      name: "Every kind of step stands in one line, with every member that may be absent.",
      line: .text(
        line(
          #"{"set":"a","on":"x/1","to":null,"over":["7000000000001:9","7000000000001:10"],"motive":"m"},"#
            + #"{"add":"b","on":"x/1","value":1},{"remove":"b","on":"x/1","value":1,"over":[]},"#
            + #"{"append":"c","on":"x/1","value":1,"answers":"7000000000001:1"},{"delete":"x/2","seen":{},"over":[]},"#
            + #"{"restore":"x/1","over":[]},{"request":"x.go","on":"x/1","seen":{"7000000000001":1,"7000000000002":3}},"#
            + #"{"rule":"7000000000001:1","verdict":"refused","rules":["",""],"pack":"p","reasons":{"a":[]}},"#
            + #"{"state":"d","on":"x/1","to":"e","over":[]},{"freeze":"x/1","at":{}},{"thaw":"x/1","over":[]},"#
            + #"{"lapse":"D","on":"x/1","due":"2026"},{"erase":"7000000000001:2","skeleton":[],"ground":"g"},{"new":0}"#,
          tail: #","was":"0000000000000:1""#)))
    VectorSource.taken(
      name: "One field of one entity may be set, added to and appended to in one change.",
      line: .text(
        line(good + #",{"add":"grade","on":"item/17","value":1},{"append":"grade","on":"item/17","value":1}"#)))
    VectorSource.taken(
      name: "A stream of a family nobody knows is a stream.",
      line: .text(line(#""office""#, as: #""annex.2026_1.Z-9""#)))
    VectorSource.taken(
      name: "A known word in other letters begins a step of a newer version.",
      line: .text(line(#"{"Set":"grade","on":"item/17"}"#)))
  }

  @VectorCaseList private static var firstFault: [VectorSource] {
    refused("The version is judged before what follows it.", line(v: "2", tail: #","x":1"#), "unknown-version")
    refused("A member after the steps is judged before the steps.", line("{}", tail: #","x":1"#), "bad-envelope")
    refused(
      "The count of steps is judged before what they are.",
      LineSpellingTests.line(ops: Array(repeating: "1", count: 257).joined(separator: ",")), "operation-count")
    refused("Each step is judged before what the steps are together.", line(good + "," + good + ",{}"), "bad-operation")
    refused(
      "What the steps are together is judged from the left.",
      line(#"{"request":"a","on":"item/1","seen":{}},{"request":"b","on":"item/2","seen":{}},"# + good + "," + good),
      "second-request")
  }
}
