import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// One section for each indicator or control point with something to say: its grade and who gave it, what was observed,
/// and the evidence beside it.
extension AuditView {
  var sectionValues: [String: Any] {
    let reasons = Dictionary(
      scope.lines.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      "sections": grid.cells.filter(\.hasSection).map { section($0, reasons[$0.code]) },
      "looseProofs": proofs(contents.looseEvidence, besides: nil, "proofs"),
      "hasLoose": !contents.looseEvidence.isEmpty,
    ]
  }

  private func section(_ cell: AuditGrid.Cell, _ scope: AuditScopeTable.Line?) -> [String: Any] {
    let item = contents.items[cell.code]
    let grade = item?["grade"]
    let values: [String: Any] = [
      "sectionAnchor": cell.anchor, "sectionTitle": heading(cell),
      "gradeWords": standing(cell.standing), "gradeClass": Self.tag(cell),
      "isGradeDisputed": cell.isDisputed,
      "gradeBy": cell.isDisputed ? false : by(grade),
      "gradeAlternatives": (grade?.conflict?.alternatives ?? []).map { write in
        ["altWords": phrasing.words(write.value), "altBy": source.attribution(write).values] as [String: Any]
      },
      "gradeMotive": grade?.motive as Any? ?? false,
      "gradeLate": (grade?.late ?? []).map { write in
        ["lateGrade": phrasing.words(write.value), "lateBy": source.attribution(write).values] as [String: Any]
      },
      "scopeWhy": scope.map { text($0.reason) } as Any? ?? false,
      "itemDivergences": item.map { divergences(of: $0.id) } ?? [],
    ]
    return values.merging(notes(item)) { $1 }.merging(found(cell)) { $1 }
  }

  private func notes(_ item: EntityView?) -> [String: Any] {
    [
      "comment": item?.text("comment") as Any? ?? false, "commentBy": by(item?["comment"]),
      "isCommentUnread": item?["comment"]?.isUnread ?? false,
      "lack": item?.text("lack") as Any? ?? false, "lackBy": by(item?["lack"]),
    ]
  }

  private func found(_ cell: AuditGrid.Cell) -> [String: Any] {
    let all = contents.observations[cell.code] ?? []
    let (shown, more) = cap.cut(all)
    let evidence = contents.evidence[cell.code] ?? []
    return [
      "hasObservations": !all.isEmpty, "observations": shown.map(observation),
      "moreObservations": self.more(more, cell.anchor), "hasProofs": !evidence.isEmpty,
      "sectionProofs": proofs(evidence, besides: cell.code, cell.anchor),
      "isBare": all.isEmpty && evidence.isEmpty,
    ]
  }

  private func heading(_ cell: AuditGrid.Cell) -> String {
    let label = cell.label.map { " — " + text($0) } ?? ""
    return Int(cell.code) == nil
      ? cell.code + label : say("Indicateur \(cell.code)", "Indicator \(cell.code)") + label
  }

  private static func tag(_ cell: AuditGrid.Cell) -> String {
    guard case .graded(let grade) = cell.standing else { return "tag" }
    if cell.isDisputed { return "tag warn" }
    return GradeMark.isGrave(grade) ? "tag grave" : grade == "conform" ? "tag good" : "tag"
  }

  private func observation(_ view: EntityView) -> [String: Any] {
    [
      "observationPlace": [site(view.text("site")), sample(view.text("sample"))].filter { $0 != "—" }
        .joined(separator: " — "),
      "observationText": view.text("text") ?? "—", "observationBy": by(view["text"]),
      "isObservationUnread": view["text"]?.isUnread ?? false, "observationDivergences": divergences(of: view.id),
    ]
  }

  private func proofs(_ all: [EntityView], besides code: String?, _ anchor: String) -> [String: Any] {
    let (shown, more) = cap.cut(all)
    return ["proofs": shown.map { proof($0, besides: code) }, "moreProofs": self.more(more, anchor)]
  }

  private func proof(_ view: EntityView, besides code: String?) -> [String: Any] {
    let state = EvidenceState(view)
    let others = AuditContents.codes(view["indicators"]).filter { $0 != code }
    let place: [String?] = [
      view.text("dated").map { say("daté du ", "dated ") + phrasing.day($0) },
      view.text("shownBy").map { say("montré par ", "shown by ") + $0 }, view.text("site").map { site($0) },
      others.isEmpty || code == nil ? nil : say("vaut aussi pour ", "also for ") + others.joined(separator: ", "),
    ]
    return [
      "proofTitle": view.text("title") ?? say("preuve sans titre", "evidence without a title"),
      "proofState": text(state.words), "proofClass": state == .missing || state == .unsaid ? "tag warn" : "tag",
      "proofFile": state.file(phrasing) as Any? ?? false,
      "proofDetail": place.compactMap { $0 }.joined(separator: say(" ; ", "; ")),
      "proofBy": by(view["held"] ?? view["title"]), "proofDivergences": divergences(of: view.id),
    ]
  }
}
