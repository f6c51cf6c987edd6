import AuditModel

/// The whole page as its template takes it.
extension WorkWording {
  func values(_ view: WorkView, _ query: WorkQuery) -> [String: Any] {
    var values: [String: Any] = [
      "parts": view.parts.map { part($0, view, query) }
    ]
    if let totals = totals(view, query) { values["totals"] = totals }
    if !view.isWhole {
      values["reading"] = ["text": reading(view.progress), "path": query.path]
    }
    if view.unreadable > 0 {
      values["unreadable"] = say(
        "Dossiers ou organismes illisibles, absents de cette liste : \(view.unreadable). Prévenez l'administrateur.",
        "Dossiers or bodies that cannot be read and are missing here: \(view.unreadable). Tell the administrator.")
    }
    if query.section != nil { values["back"] = query.with(section: nil).path }
    return values
  }

  private func reading(_ progress: (read: Int, of: Int)?) -> String {
    let soFar = progress.map { read, all in
      say(" : \(read) dossiers et organismes lus sur \(all)", ": \(read) dossiers and bodies of \(all)")
    }
    return say("Lecture en cours", "Still reading") + (soFar ?? "")
      + say(". Cette page n'est pas encore complète.", ". This page is not complete yet.")
  }

  /// What there is in all; nil where that is not known, or is not all that is shown.
  private func totals(_ view: WorkView, _ query: WorkQuery) -> String? {
    let counts = view.parts.filter { $0.total > 0 }.map { part -> String in
      let count = say(part.section.counted(part.total))
      guard part.section == .divergences, view.mine > 0 else { return count }
      return count + say(" (dont \(view.mine) par vous)", " (\(view.mine) by you)")
    }
    if counts.isEmpty {
      return view.isWhole && query.section == nil
        ? say("Rien n'attend personne.", "Nothing waits for anybody.") : nil
    }
    return counts.joined(separator: say(" ; ", "; ")) + "."
  }

  private func part(_ part: WorkView.Part, _ view: WorkView, _ query: WorkQuery) -> [String: Any] {
    var values: [String: Any] = [
      "id": part.section.rawValue, "heading": say(part.section.heading), "count": part.total,
      "groups": groups(part),
    ]
    if part.entries.isEmpty {
      // That there is none is said once all is read, and not before.
      values["nothing"] = view.isWhole ? say(part.section.nothing) : say("Rien pour l'instant.", "Nothing so far.")
    }
    if part.section == .deadlines { values["horizon"] = ["choices": horizons(query)] }
    if part.section == .quarantine, part.total > 0 { values["reasons"] = reasons(view, part) }
    if query.section == nil, part.listed > part.entries.count {
      values["more"] = [
        "path": query.with(section: part.section).path,
        "text": say(
          "Tout voir : \(say(part.section.counted(part.listed)))", "See all: \(say(part.section.counted(part.listed)))"),
      ]
    }
    if query.section != nil, part.pages > 1 {
      var pages: [String: Any] = [
        "at": say("page \(part.page) sur \(part.pages)", "page \(part.page) of \(part.pages)")
      ]
      if part.page > 1 { pages["before"] = query.with(section: part.section, page: part.page - 1).path }
      if part.page < part.pages { pages["after"] = query.with(section: part.section, page: part.page + 1).path }
      values["pages"] = pages
    }
    return values
  }

  private func horizons(_ query: WorkQuery) -> [[String: Any]] {
    WorkQuery.daysChoices.map { days in
      var values: [String: Any] = [
        "days": days, "address": query.with(days: days).path,
      ]
      if days == query.days { values["isCurrent"] = true }
      return values
    }
  }

  private func reasons(_ view: WorkView, _ part: WorkView.Part) -> [String: Any] {
    var values: [String: Any] = [
      "lines": view.asideByReason.map {
        ["reason": say(RefusalWords.words($0.reason)), "count": $0.count] as [String: Any]
      }
    ]
    if part.listed < part.total {
      values["kept"] = say(
        "La liste montre les \(part.listed) plus récentes.", "The list shows the \(part.listed) newest.")
    }
    return values
  }
}
