import SyncCore

/// Quotes and contracts.
extension RegisterReader {
  var contracts: Register {
    table(
      "contracts", of: "contract", title: say("Contrats", "Contracts"),
      caption: say("Devis et contrats, le plus récent d'abord", "Quotes and contracts, the latest first"),
      columns: ["quotedOn", "signed", "categories", "durations", "cycle", "dayPriceCents"],
      lines: ["sites", "options", "turnoverCents", "documents", "amends"])
  }
}
