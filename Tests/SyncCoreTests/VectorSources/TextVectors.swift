import SyncCore

/// Kind `text`: the three-way merge of any number of heads.
enum TextVectors: VectorTheme {
  static let file = "text"
  static let about = "Registers of the kind text: what merges by rule, what is a conflict, what is unread."

  @VectorCaseList static var cases: [VectorSource] {
    merged
    collisions
    starts
    bytewise
  }

  /// One base by the first auditor, one edit of it by each of the others.
  private static func edits(_ base: JSONValue, _ texts: JSONValue...) -> [Change] {
    [change("a1", set(item, "comment", base))]
      + zip("bcdef", texts).map { letter, text in change("\(letter)1", set(item, "comment", text, over: "a1")) }
  }

  @VectorCaseList private static var merged: [VectorSource] {
    history(
      "Two edits apart from each other come together, unread.",
      edits("un deux trois", "UN deux trois", "un deux TROIS"),
      [.shows(item, "comment", "UN deux TROIS"), .heads(item, "comment", "b1 c1"), .unread(item, "comment")])
    history(
      "Three heads with edits apart from each other come together.",
      edits(
        "un deux trois quatre cinq", "UN deux trois quatre cinq", "un deux TROIS quatre cinq",
        "un deux trois quatre CINQ"),
      [
        .shows(item, "comment", "UN deux TROIS quatre CINQ"), .heads(item, "comment", "b1 c1 d1"),
        .unread(item, "comment"),
      ])
    history(
      "Two equal heads are one text, and nothing is unread.",
      edits("un trois", "un deux trois", "un deux trois"),
      [.shows(item, "comment", "un deux trois"), .heads(item, "comment", "b1 c1")])
    history(
      "Two equal heads and a third one elsewhere: the equal hunk is laid once.",
      edits("un trois cinq", "un deux trois cinq", "un deux trois cinq", "un trois CINQ"),
      [.shows(item, "comment", "un deux trois CINQ"), .heads(item, "comment", "b1 c1 d1"), .unread(item, "comment")])
    history(
      "Equal hunks in different texts fold into one.",
      edits("un deux trois", "UN deux trois", "UN deux TROIS"),
      [.shows(item, "comment", "UN deux TROIS"), .unread(item, "comment")])
    history(
      "A word taken out and a word changed elsewhere come together.",
      edits("un deux trois quatre", "deux trois quatre", "un deux trois QUATRE"),
      [.shows(item, "comment", "deux trois QUATRE"), .unread(item, "comment")])
    history(
      "Edits of different lines come together.",
      edits("Livret\ndaté\n\nAffiche", "Livret d'accueil\ndaté\n\nAffiche", "Livret\ndaté\n\nAffiche vue"),
      [.shows(item, "comment", "Livret d'accueil\ndaté\n\nAffiche vue"), .unread(item, "comment")])
    history(
      "Among repeated words the shortest edit decides which are kept.",
      edits("b.a.a", "a.b.b.c", "a.b.b.a"),
      [.shows(item, "comment", "a.b.b.c"), .unread(item, "comment")])
    history(
      "Where two scripts are equally short the forward choice of the page decides.",
      edits("a.b.a", "b.a.b.c", "a.c.c"),
      [.shows(item, "comment", "b.a.c.c"), .unread(item, "comment")])
    history(
      "A merged text saved over its heads is read.",
      edits("un deux trois", "UN deux trois", "un deux TROIS")
        + [change("d1", set(item, "comment", "UN deux TROIS", over: "b1 c1"))],
      [.shows(item, "comment", "UN deux TROIS"), .heads(item, "comment", "d1")])
    history(
      "One edit over one's own head goes on, and the merge follows.",
      edits("un deux trois", "UN deux trois", "un deux TROIS")
        + [change("c2", set(item, "comment", "un deux 3", over: "c1"))],
      [.shows(item, "comment", "UN deux 3"), .heads(item, "comment", "b1 c2"), .unread(item, "comment")])
  }

  @VectorCaseList private static var collisions: [VectorSource] {
    history(
      "Two edits of one word are a conflict; the last in display order is shown.",
      edits("un deux trois", "un DEUX trois", "un 2 trois"),
      [.shows(item, "comment", "un 2 trois"), .overlap(item, "comment", base: "a1", "un DEUX trois", "un 2 trois")])
    history(
      "Of three heads two that overlap make a conflict of all three.",
      edits("un deux trois", "UN deux trois", "un deux TROIS", "un deux 3"),
      [
        .shows(item, "comment", "un deux 3"),
        .overlap(item, "comment", base: "a1", "UN deux trois", "un deux TROIS", "un deux 3"),
      ])
    history(
      "Edits of two tokens side by side touch.",
      edits("un deux", "UN deux", "un-deux"),
      [.shows(item, "comment", "un-deux"), .overlap(item, "comment", base: "a1", "UN deux", "un-deux")])
    history(
      "Two different insertions at one place touch.",
      edits("un deux", "un a deux", "un b deux"),
      [.shows(item, "comment", "un b deux"), .overlap(item, "comment", base: "a1", "un a deux", "un b deux")])
    history(
      "An insertion at the end of a word's change touches it.",
      edits("un deux", "un DEUX", "un deux trois"),
      [.shows(item, "comment", "un deux trois"), .overlap(item, "comment", base: "a1", "un DEUX", "un deux trois")])
    history(
      "A clearing is the empty text, and what was written meanwhile touches it.",
      edits("un deux", .null, "un deux trois"),
      [.shows(item, "comment", "un deux trois"), .overlap(item, "comment", base: "a1", .null, "un deux trois")])
    history(
      "Criss-cross: two texts over the same two heads have two bases and are not merged.",
      [
        change("a1", set(item, "comment", "un deux trois")), change("b1", set(item, "comment", "un deux trois quatre")),
        change("c1", set(item, "comment", "UN deux trois quatre", over: "a1 b1")),
        change("d1", set(item, "comment", "un deux trois QUATRE", over: "a1 b1")),
      ],
      [
        .shows(item, "comment", "un deux trois QUATRE"),
        .overlap(item, "comment", base: "a1 b1", "UN deux trois quatre", "un deux trois QUATRE"),
      ])
    history(
      "A head that is no text is not merged.",
      edits("un deux trois", "UN deux trois", 3),
      [.shows(item, "comment", 3), .overlap(item, "comment", base: "a1", "UN deux trois", 3)])
    history(
      "Texts whose base is no text are not merged.",
      edits(.array([]), "un", ""),
      [.shows(item, "comment", ""), .overlap(item, "comment", base: "a1", "un", "")])
  }

  @VectorCaseList private static var starts: [VectorSource] {
    history(
      "Two texts begun from nothing are a conflict without base.",
      [change("a1", set(item, "comment", "un")), change("b1", set(item, "comment", "deux"))],
      [.shows(item, "comment", "deux"), .overlap(item, "comment", "un", "deux")])
    history(
      "An empty text and another, both begun from nothing, merge into the other.",
      [change("a1", set(item, "comment", "un")), change("b1", set(item, "comment", ""))],
      [.shows(item, "comment", "un"), .unread(item, "comment")])
    history(
      "A cleared base is the empty text.",
      [
        change("a1", set(item, "comment", "zéro")), change("a2", set(item, "comment", .null, over: "a1")),
        change("b1", set(item, "comment", "un", over: "a2")), change("c1", set(item, "comment", "", over: "a2")),
      ],
      [.shows(item, "comment", "un"), .heads(item, "comment", "b1 c1"), .unread(item, "comment")])
    history(
      "A clearing and an emptying agree on a merged text that is empty.",
      edits("un", .null, ""),
      [.shows(item, "comment", ""), .heads(item, "comment", "b1 c1"), .unread(item, "comment")])
    history(
      "Only the nearest base counts: what an ancestor said before it does not.",
      [
        change("a1", set(item, "comment", "zéro")), change("a2", set(item, "comment", "un deux trois", over: "a1")),
        change("b1", set(item, "comment", "UN deux trois", over: "a2")),
        change("c1", set(item, "comment", "un deux TROIS", over: "a2")),
      ],
      [.shows(item, "comment", "UN deux TROIS"), .unread(item, "comment")])
  }

  @VectorCaseList private static var bytewise: [VectorSource] {
    history(
      "An accented word is one token, whether the accent is composed or not.",
      edits("e\u{301}te\u{301} \u{E9}t\u{E9}", "e\u{301}te\u{301}s \u{E9}t\u{E9}", "e\u{301}te\u{301} \u{E9}t\u{E9}s"),
      [.shows(item, "comment", "e\u{301}te\u{301}s \u{E9}t\u{E9}s"), .unread(item, "comment")])
    history(
      "A letter and a stop after one accented word touch.",
      edits("été", "étés", "été."),
      [.shows(item, "comment", "été."), .overlap(item, "comment", base: "a1", "étés", "été.")])
    history(
      "Replacing an accent by its other spelling is an edit.",
      edits("\u{E9} a b", "e\u{301} a b", "\u{E9} a B"),
      [.shows(item, "comment", "e\u{301} a B"), .unread(item, "comment")])
    history(
      "Bytes outside ASCII make words, so a character of three bytes joins the letters beside it.",
      edits("a—b c", "a—B c", "A—b c"),
      [.shows(item, "comment", "A—b c"), .overlap(item, "comment", base: "a1", "a—B c", "A—b c")])
  }
}
