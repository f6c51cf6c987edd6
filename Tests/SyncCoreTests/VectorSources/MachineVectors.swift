import SyncCore

/// Machines: moved by `state` alone.
enum MachineVectors: VectorTheme {
  static let file = "machines"
  static let about = "Machines: registers that state alone moves, never in conflict, never late."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "A state over another takes its place.",
      [change("s1", state(audit, "stage", "planned")), change("s2", state(audit, "stage", "held", over: "s1"))],
      [.shows(audit, "stage", "held"), .heads(audit, "stage", "s2")])
    history(
      "A state over another holds though its clock is behind.",
      [
        change("s1", at: 50, state(audit, "stage", "planned")),
        change("s2", at: -50, state(audit, "stage", "held", over: "s1")),
      ],
      [.shows(audit, "stage", "held"), .heads(audit, "stage", "s2")])
    history(
      "Of two states beside each other the last in display order is shown, without conflict.",
      [change("s1", state(audit, "stage", "planned")), change("z1", at: 5, state(audit, "stage", "held"))],
      [.shows(audit, "stage", "planned"), .heads(audit, "stage", "s1 z1")])
    history(
      "A set never moves a machine, though it is later and names the state.",
      [change("s1", state(audit, "stage", "planned")), change("a9", set(audit, "stage", "closed", over: "s1"))],
      [.shows(audit, "stage", "planned"), .heads(audit, "stage", "s1")])
    history(
      "A machine that only a set was written to shows nothing and has no head.",
      [change("a1", set(audit, "stage", "closed")), change("b1", set(audit, "stage", "held"))],
      [.shows(audit, "stage", .null), .heads(audit, "stage", "")])
    history(
      "One change moves machines of several entities.",
      [change("s1", state(audit, "stage", "presented"), state(item, "stage", "closed"))],
      [.shows(audit, "stage", "presented"), .shows(item, "stage", "closed")])
    history(
      "Of two states that name each other neither is overwritten.",
      [
        change("s1", state(audit, "stage", "planned", over: "s2")),
        change("s2", state(audit, "stage", "held", over: "s1")),
      ],
      [.shows(audit, "stage", "held"), .heads(audit, "stage", "s1 s2")])
  }
}
