import SyncCore

/// Subcontracts.
extension RegisterReader {
  var subcontracts: Register {
    table(
      "subcontracts", of: "subcontract", title: say("Sous-traitance", "Subcontracting"),
      caption: say("Contrats et ce qu'ils mentionnent", "Contracts and what they mention"),
      columns: ["party", "terms", "standing", "items"])
  }
}
