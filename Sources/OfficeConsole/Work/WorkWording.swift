import AuditDesk
import AuditModel
import SyncCore
import WorkingDays

/// One line of the list as its template takes it.
struct WorkLine {
  /// Where one acts; nil where that is not on a page.
  var path: String?
  var title: String
  /// A word beside the title with the class of its looks.
  var tag: (text: String, look: String)?
  var when: String?
  var meta: [String] = []

  var values: [String: Any] {
    var values: [String: Any] = ["title": title, "meta": meta]
    if let path { values["path"] = path }
    if let tag { values["tag"] = ["text": tag.text, "look": tag.look] }
    if let when { values["when"] = when }
    return values
  }
}

/// Says the work of one reader in words.
struct WorkWording {
  let phrasing: Phrasing
  let people: People
  let today: CivilDate

  /// A sentence of the program, with the spaces of its language.
  func say(_ fr: String, _ en: String) -> String {
    phrasing.language == .french ? FrenchTypography.spaced(fr) : en
  }

  func say(_ text: LocalizedText) -> String { say(text.fr, text.en) }

  /// `A`, `A et B`, `A, B et C`.
  func list(_ words: [String], last: (fr: String, en: String) = ("et", "and")) -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(phrasing.say(last.fr, last.en)) " + end
  }

  func names(_ users: [UserID], last: (fr: String, en: String) = ("et", "and")) -> String {
    list(users.map { people.name($0) }, last: last)
  }

  /// The body with the scheme; what the stream is where it is about no body.
  func place(_ entry: WorkEntry) -> String {
    guard let stream = entry.stream else { return "" }
    let titles = Titles(phrasing: phrasing)
    switch stream.family {
    case .dossier: return (entry.body ?? titles.bodyKey(stream) ?? "") + " (\(titles.scheme(stream)))"
    case .organisation: return entry.body ?? titles.bodyKey(stream) ?? ""
    case .directory: return say("Annuaire", "Directory")
    case .office: return say("Affectations", "Assignments")
    case .other: return stream.description
    }
  }

  /// Lines under headings where a part has them: entries come in that order already.
  func groups(_ part: WorkView.Part) -> [[String: Any]] {
    var groups: [(heading: LocalizedText?, lines: [WorkLine])] = []
    for entry in part.entries {
      let heading = heading(entry)
      if groups.isEmpty || groups[groups.count - 1].heading != heading { groups.append((heading, [])) }
      groups[groups.count - 1].lines.append(line(entry))
    }
    return groups.map { group in
      var values: [String: Any] = ["lines": group.lines.map(\.values)]
      if let heading = group.heading { values["subheading"] = say(heading) }
      return values
    }
  }

  private func heading(_ entry: WorkEntry) -> LocalizedText? {
    switch entry.item {
    case .divergence(_, isMine: true): LocalizedText(fr: "Que vous pouvez trancher", en: "That you may settle")
    case .divergence(_, isMine: false): LocalizedText(fr: "Que d'autres tranchent", en: "That others settle")
    case .audit(let audit):
      audit.isComplete
        ? LocalizedText(fr: "Complets", en: "Complete")
        : LocalizedText(fr: "En attente d'un poste", en: "Waiting for a device")
    case .dueDate(let due, isOverdue: _) where due.day == nil:
      LocalizedText(fr: "Incalculables", en: "That cannot be computed")
    case .dueDate(_, isOverdue: true): LocalizedText(fr: "Dépassées", en: "Overdue")
    case .dueDate(_, isOverdue: false): LocalizedText(fr: "À venir", en: "To come")
    case .reopened, .refusal, .situation, .silence, .aside: nil
    }
  }
}
