import SyncCore

/// Who may do what, on what proof and until when: in the directory.
extension RegisterReader {
  var competences: Register {
    table(
      "competences", of: "competence", title: say("Compétences", "Competences"),
      caption: say("Par personne et fonction", "By person and role"),
      columns: ["person", "role", "categories", "period", "proof"])
  }
}
