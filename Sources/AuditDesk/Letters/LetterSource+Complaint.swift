import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension LetterSource {
  /// What was received, when, and who will examine it: people not involved in the matter (R-ROLE-21).
  func complaintAcknowledgement() throws(LetterFault) -> LetterDraft {
    let complaint = try require(
      ComplaintView.all(in: fold, settings: context.settings).first { $0.id == entity }, "la réclamation",
      "the complaint")
    let received = try require(
      complaint.receivedOn, "la date de réception du courrier", "the day the letter was received")
    let kind = complaint.kind == "appeal" ? "recours" : "réclamation"
    let about = try required("about", "l'objet de la réclamation", "what the complaint is about")
    return LetterDraft(
      subject: "Accusé de réception de votre \(kind)",
      paragraphs: [
        "Nous avons reçu le \(words(received)) votre \(kind), ainsi résumé\(kind == "recours" ? "" : "e") : \(about)",
        "L'examen est confié à des personnes qui n'ont pris part ni à l'audit, ni à sa relecture, ni à la décision.",
        "La suite vous sera notifiée par écrit. Jusque-là, la décision visée garde ses effets.",
      ])
  }
}
