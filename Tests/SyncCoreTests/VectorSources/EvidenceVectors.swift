import SyncCore

/// Chains and set digests; the state is small so that links are what is looked at.
enum EvidenceVectors: VectorTheme {
  static let file = "evidence"
  static let about = "Chains of lines and set digests: gaps, several replicas, order of replicas, salts."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "One line makes one link after link 0.",
      [change("a1", set(audit, "lead", "u-1"))],
      [.shows(audit, "lead", "u-1")])
    history(
      "The same content under another salt has the same state and another set digest.",
      [change("a1", salt: 77, set(audit, "lead", "u-1"))],
      [.shows(audit, "lead", "u-1")])
    history(
      "Seqs of a stream ascend but need not be neighbours, and each link holds its seq.",
      [
        change("a3", set(audit, "lead", "u-1")), change("a12", set(audit, "lead", "u-2", over: "a3")),
        change("a100", set(audit, "lead", "u-3", over: "a12")),
      ],
      [.heads(audit, "lead", "a100")])
    history(
      "A chain goes by seq as a number, in whatever order the lines came.",
      [
        change("a10", set(audit, "lead", "u-2", over: "a9")), change("a9", set(audit, "lead", "u-1", over: "a2")),
        change("a2", set(audit, "lead", "u-0")),
      ],
      [.heads(audit, "lead", "a10")])
    history(
      "A frontier lists its replicas ascending, from the least to the greatest there can be.",
      [
        change("z1", set(audit, "lead", "u-1")), change("o1", set(audit, "lead", "u-1")),
        change("s1", set(audit, "lead", "u-1")), change("a1", set(audit, "lead", "u-1")),
      ],
      [.heads(audit, "lead", "o1 a1 s1 z1")])
    history(
      "Seqs past 32 bits enter a link as eight bytes.",
      [change("a4294967297", set(audit, "lead", "u-1")), change("a9007199254740991", at: 5, set(audit, "phone", "1"))],
      [.heads(audit, "lead", "a4294967297")])
    history(
      "Texts with escapes and of many bytes are digested as they stand in the line.",
      [change("a1", set(audit, "summary", "\u{1}\t\"é\\\u{1F600}\u{7F}/\u{2028}"))],
      [.shows(audit, "summary", "\u{1}\t\"é\\\u{1F600}\u{7F}/\u{2028}")])
  }
}
