import SyncCore

/// Complaints and appeals.
extension RegisterReader {
  var complaints: Register {
    table(
      "complaints", of: "complaint", title: say("Réclamations et recours", "Complaints and appeals"),
      caption: say("Avec la suite donnée", "With their outcome"),
      columns: ["kind", "from", "about", "received", "acknowledged", "outcome"], lines: ["concerns", "notified"])
  }
}
