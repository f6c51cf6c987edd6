import SyncCore

/// Changes the body declared.
extension RegisterReader {
  var declarations: Register {
    table(
      "declarations", of: "declaration", title: say("Changements déclarés", "Declared changes"),
      caption: say("Déclarés par l'organisme", "Declared by the body"),
      columns: ["effectiveOn", "subject", "declared", "mail", "noImpact"], lines: ["documents", "observation"])
  }
}
