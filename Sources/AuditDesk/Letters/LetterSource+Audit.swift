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
    var paragraphs = [
      "Nous vous notifions l'audit de votre organisme : nature \(try kind()), \(days.words)"
        + "\(mode.map { ", \($0)" } ?? "")\(place).",
      "Responsable d'audit : \(name(lead))."
        + (team.isEmpty ? "" : " Équipe : \(team.map(name).joined(separator: ", "))."),
      "Vous pouvez demander, par écrit, à garder l'auditeur précédent ou à en changer ; vous ne le choisissez pas.",
    ]
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
    let raised = try nonConformities(lastDay: days.last)
    return LetterDraft(
      subject: "Rapport d'audit",
      paragraphs: [
        "Vous trouverez joint le rapport de l'audit (\(try kind())) tenu \(days.words).",
        raised.isEmpty
          ? "Aucune non-conformité n'est relevée."
          : "Non-conformités relevées :\n" + raised.joined(separator: "\n"),
        "Vous avez dix jours calendaires à compter de la réception de ce rapport pour le valider"
          + (raised.isEmpty
            ? " (DL-QUAL-10)." : " et pour nous adresser un plan d'action par non-conformité (DL-QUAL-10)."),
        "Vos observations sont jointes au dossier ; elles ne modifient pas les constats.",
      ])
  }

  private func nonConformities(lastDay: CivilDate) throws(LetterFault) -> [String] {
    guard case .dossier(_, let key) = fold.stream.family, let dossier = AuditNames.dossier(key) else { return [] }
    let end = text("certificateEnd", of: dossier).flatMap { CivilDate($0) }
    return fold.standing(ofType: "nonconformity").compactMap { id in
      guard text("origin", of: id) == entity.description,
        let grade = text("grade", of: id).flatMap(QualiopiGrade.init(rawValue:))
      else { return nil }
      let number = value("indicator", of: id)?.number
      let title = number.map { "indicateur \($0)" } ?? "cumul de mineures"
      let due = grade == .major ? due(.qual12, from: lastDay, certificateEnd: end) : due(.qual11, from: lastDay)
      return "- \(title) : \(grade.words.fr)" + (due.map { ", preuves attendues au plus tard le \(words($0))" } ?? "")
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
