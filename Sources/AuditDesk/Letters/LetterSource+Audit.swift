import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension LetterSource {
  /// The notice of an audit: kind, days, mode, people, and what the body may ask (R-ROLE-08).
  func auditNotice() throws(LetterFault) -> LetterDraft {
    let days = try days()
    let lead = try require(text("lead").flatMap { UserID($0) }, "le responsable d'audit", "the lead auditor")
    let team = (value("team")?.elements ?? []).compactMap { $0.text.flatMap { UserID($0) } }.filter { $0 != lead }
    let mode = text("mode").flatMap(AuditMode.init(rawValue:))?.words.fr
    let place = text("place").map { ", \($0)" } ?? ""
    let contact = text("contact").flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    var paragraphs = [
      "Nous vous notifions l'audit de votre organisme : nature \(try kind()), \(days.words)"
        + "\(mode.map { ", \($0)" } ?? "")\(place).",
      "Responsable d'audit : \(name(lead))."
        + (team.isEmpty ? "" : " Équipe : \(team.map(name).joined(separator: ", "))."),
    ]
    // R-QUAL-58: the notice says whom the client may call.
    if let contact { paragraphs.append("Votre contact pour cet audit : \(contact).") }
    paragraphs.append(
      "Vous pouvez demander, par écrit, à garder l'auditeur précédent ou à en changer ; vous ne le choisissez pas.")
    let documents = (value("documents")?.elements ?? []).compactMap { $0.text.flatMap(DueDocument.init(rawValue:)) }
    if !documents.isEmpty {
      paragraphs.append(
        "Pièces attendues avant l'audit :\n" + documents.map { "- \($0.label.fr)" }.joined(separator: "\n"))
    }
    paragraphs.append("Merci de valider cette notification, ou de nous dire ce qui s'y oppose.")
    return LetterDraft(subject: "Notification d'audit", paragraphs: paragraphs)
  }

  /// The provisional report: what was raised, what is due, until when.
  func reportSent() throws(LetterFault) -> LetterDraft {
    let days = try days()
    let raised = nonConformities
    let delay = context.settings.deadlineTable[.qual10].expression.words.fr
    return LetterDraft(
      subject: "Rapport d'audit",
      paragraphs: [
        "Vous trouverez joint le rapport de l'audit (\(try kind())) tenu \(days.words).",
        raised.isEmpty
          ? "Aucune non-conformité n'est relevée."
          : "Non-conformités relevées :\n" + raised.joined(separator: "\n"),
        "Vous avez \(delay) à compter de la réception de ce rapport pour le valider"
          + (raised.isEmpty
            ? " (DL-QUAL-10)." : " et pour nous adresser un plan d'action par non-conformité (DL-QUAL-10)."),
        "Vos observations sont jointes au dossier ; elles ne modifient pas les constats.",
      ])
  }

  /// What the audit raised, each with the last day for its evidence by the same clock the rulings go by.
  private var nonConformities: [String] {
    NonConformityReading(context).raised(by: entity).compactMap { found in
      guard let grade = found.grade.value else { return nil }
      let title = found.indicator.map { "indicateur \($0.number)" } ?? "cumul de mineures"
      return "- \(title) : \(grade.words.fr)"
        + (found.due.map { ", preuves attendues au plus tard le \(words($0))" } ?? "")
    }
  }

  private func kind() throws(LetterFault) -> String {
    try require(
      text("kind").flatMap(QualiopiAuditKind.init(rawValue:)), "la nature de l'audit", "the kind of the audit"
    ).words.fr
  }

  private func days() throws(LetterFault) -> (words: String, last: CivilDate) {
    let first = try require(
      value("days")?["first"]?.text.flatMap { CivilDate($0) }, "les dates de l'audit", "the days of the audit")
    let last = try require(
      value("days")?["last"]?.text.flatMap { CivilDate($0) }, "les dates de l'audit", "the days of the audit")
    return (first == last ? "le \(words(first))" : "du \(words(first)) au \(words(last))", last)
  }
}
