import AuditDesk
import SchemeRules
import SyncCore

/// Letters and e-mails, each once: with the dates that hold now, and what a correction changed.
extension RegisterReader {
  var mail: Register {
    let views = MailEntryView.all(in: fold, settings: context?.settings ?? .standard)
    let register = wording.mail
    // Corrections of one letter stand with it: by the entry that holds for both.
    let replaced = Dictionary(grouping: views.filter { $0.replacedBy != nil }) { register.holding($0.item.id)?.id }
    let roots = Dictionary(
      views.filter { $0.item.corrects.flatMap { register[$0] } == nil }
        .map { (register.holding($0.item.id)?.id ?? $0.item.id, $0.item.id) }, uniquingKeysWith: min)
    return Register(
      anchor: "mail", title: say("Courrier", "Mail"),
      caption: say(
        "Reçu et envoyé : les dates d'où courent les délais", "Received and sent: the dates clocks run from"),
      columns: [
        say("Courrier", "Mail"), say("De ou à", "From or to"), say("Voie", "Channel"), label("dated", in: "mail"),
        say("Compte du", "Counts from"), say("Accusé de réception", "Acknowledgement"),
      ],
      // The latest first; what bears no date at the end.
      rows: (views.filter { $0.replacedBy == nil && $0.countsOn != nil }.reversed()
        + views.filter { $0.replacedBy == nil && $0.countsOn == nil })
        .map { row($0, of: roots[$0.item.id] ?? $0.item.id, (replaced[$0.item.id] ?? []).map(\.item)) })
  }

  private func row(_ view: MailEntryView, of root: EntityID, _ before: [MailItem]) -> Register.Row {
    let item = view.item
    let party = item.direction == .outgoing ? view.addressee : view.sender
    return Register.Row(
      entity: root,
      cells: [
        Register.Cell(
          wording.name(root), tags: item.inConflict.isEmpty ? [] : [disputed],
          lines: carried(by: item) + corrections(item, before)),
        Register.Cell(party), cell("channel", of: item.id),
        Register.Cell(item.dated.map { wording.phrasing.day($0) }),
        Register.Cell(view.countsOn.map { wording.phrasing.day($0) }),
        Register.Cell(
          item.acknowledged.map { wording.phrasing.day($0) },
          tags: view.isNotAcknowledged ? [Register.Tag(words: say("sans accusé", "not acknowledged"), look: .warn)] : []
        ),
      ])
  }

  /// What an entry proves: the decision, the correction or the act it carries.
  private func carried(by item: MailItem) -> [String] {
    wording.fact("proves", of: item.id).map { [say("Porte : \($0)", "Carries: \($0)")] } ?? []
  }

  /// What the dates were before, and why they are others now.
  private func corrections(_ held: MailItem, _ before: [MailItem]) -> [String] {
    var lines = before.map { item in
      say("Avant correction : \(dates(item))", "Before correction: \(dates(item))")
    }
    for item in [held] + before where item.corrects != nil {
      if let motive = item.motive { lines.append(say("Motif : \(motive)", "Motive: \(motive)")) }
    }
    return lines
  }

  private func dates(_ item: MailItem) -> String {
    let phrasing = wording.phrasing
    let all = [
      item.dated.map { say("daté du \(phrasing.day($0))", "dated \(phrasing.day($0))") },
      item.sent.map { say("envoyé le \(phrasing.day($0))", "sent on \(phrasing.day($0))") },
      item.received.map { say("reçu le \(phrasing.day($0))", "received on \(phrasing.day($0))") },
      item.acknowledged.map { say("accusé le \(phrasing.day($0))", "acknowledged on \(phrasing.day($0))") },
    ].compactMap { $0 }
    return all.isEmpty ? say("sans date", "no date") : all.joined(separator: ", ")
  }
}
