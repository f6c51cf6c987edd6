import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// What was written down beside the grid: the meetings, the interviews, changes seen on site, and what came too late.
extension AuditView {
  var recordValues: [String: Any] {
    let interviews = source.board.view["interviews"]?.entries ?? []
    let (heard, moreHeard) = cap.cut(interviews)
    // Late grades stand in their own sections as well: here nothing is missing.
    let (late, moreLate) = cap.cut(contents.late)
    let situations = situations
    return [
      "sheets": AuditSheet.allCases.map(sheet), "hasInterviews": !interviews.isEmpty,
      "interviews": heard.map(interview), "moreInterviews": more(moreHeard, "interviews"),
      "hasSituations": !situations.isEmpty, "situations": situations,
      "hasLate": !contents.late.isEmpty, "lateWrites": late.map(lateLine), "moreLate": more(moreLate, "late"),
      "lateCount": String(contents.late.count),
    ]
  }

  private func sheet(_ sheet: AuditSheet) -> [String: Any] {
    let title = sheet == .opening ? say("Ouverture", "Opening") : say("Clôture", "Closing")
    guard let view = contents.sheets[sheet] else {
      return ["sheetTitle": title, "isSheetEmpty": true, "sheetFacts": [Any](), "sheetRemarks": false]
    }
    let fields: [FieldName] = ["heldOn", "representative", "participants"] + (sheet == .closing ? ["announced"] : [])
    return [
      "sheetTitle": title, "isSheetEmpty": false, "sheetFacts": fields.map { sheetFact($0, view) },
      "sheetRemarks": view.text("remarks") as Any? ?? false, "isRemarksUnread": view["remarks"]?.isUnread ?? false,
      "remarksDivergences": divergences(of: view.id, "remarks"),
    ]
  }

  private func sheetFact(_ field: FieldName, _ view: EntityView) -> [String: Any] {
    let name = titles.field(field, of: view.id)
    let members = view[field]?.members ?? []
    let text =
      members.isEmpty
      ? words(view.value(field), of: field)
      : inOrder(members.map(\.value)).map { words($0, of: field) }.joined(separator: say(" ; ", "; "))
    return [
      "sheetFact": name.prefix(1).uppercased() + name.dropFirst(), "sheetText": text,
      "sheetDivergences": divergences(of: view.id, field),
    ]
  }

  /// Announced non-conformities by indicator, anything else as the set holds it.
  private func inOrder(_ values: [JSONValue]) -> [JSONValue] {
    values.enumerated().sorted {
      ($0.element["indicator"]?.number ?? 0, $0.offset) < ($1.element["indicator"]?.number ?? 0, $1.offset)
    }.map(\.element)
  }

  private func interview(_ entry: JournalEntry) -> [String: Any] {
    [
      "interviewWith": entry.value["with"]?.text ?? "—",
      "interviewSite": entry.value["site"]?.text.map { site($0) } as Any? ?? false,
      "interviewText": entry.value["text"]?.text ?? "",
      "interviewBy": Attribution(
        by: entry.by, id: entry.id, time: entry.time, arrival: source.arrivals[entry.id], people: source.people
      ).values,
    ]
  }

  private var situations: [[String: Any]] {
    guard let organisation = source.organisation, let key = Titles.key(of: source.stream) else { return [] }
    return SituationReport.all(in: organisation, body: key).map { report in
      let subject = text(SituationSubject(report.subject).words)
      let standing = SituationStanding(report, in: organisation)
      let style =
        switch standing {
        case .toConfirm: "tag warn"
        case .confirmed: "tag good"
        case .answered: "tag"
        }
      return [
        "situationSubject": subject.prefix(1).uppercased() + subject.dropFirst(),
        "situationObserved": phrasing.words(report.observed),
        "situationOn": report.on.map { phrasing.day($0) } as Any? ?? false,
        "situationClass": style, "situationState": text(standing.words),
        "situationPath": ConsolePath.situation(organisation.stream, report.id),
      ]
    }
  }

  private func lateLine(_ late: AuditContents.LateWrite) -> [String: Any] {
    [
      "latePlace": place(late.entity, late.field), "lateValue": words(late.write.value, of: late.field),
      "lateWriteBy": source.attribution(late.write).values,
    ]
  }
}
