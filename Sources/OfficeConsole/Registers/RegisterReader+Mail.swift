import AuditDesk
import SchemeRules
import SyncCore
import WorkingDays

/// Letters and e-mails, each once: with the dates that hold now, and what a correction changed.
extension RegisterReader {
  var mail: Register {
    let register = wording.mail
    // Corrections of one letter stand with it: by the entry that holds for both.
    var versions: [EntityID: [MailItem]] = [:]
    for item in register.entries { versions[register.holding(item.id)?.id ?? item.id, default: []].append(item) }
    let letters = register.entries.filter { $0.corrects.flatMap { register[$0] } == nil }
      .map { root in (root: root, held: register.holding(root.id) ?? root) }
      .sorted { (Self.order($0.held), $0.root.id) > (Self.order($1.held), $1.root.id) }
    return Register(
      anchor: "mail", title: say("Courrier", "Mail"),
      caption: say(
        "Reçu et envoyé : les dates d'où courent les délais", "Received and sent: the dates clocks run from"),
      columns: [
        say("Courrier", "Mail"), say("De ou à", "From or to"), say("Voie", "Channel"), label("dated", in: "mail"),
        say("Accusé de réception", "Acknowledgement"),
      ],
      rows: letters.map { letter in
        row(letter.root, letter.held, versions[letter.held.id, default: []].filter { $0.id != letter.held.id })
      })
  }

  private static func order(_ item: MailItem) -> String {
    (item.received ?? item.sent ?? item.dated)?.description ?? ""
  }

  private func row(_ root: MailItem, _ held: MailItem, _ before: [MailItem]) -> Register.Row {
    let party =
      held.direction == .outgoing ? wording.fact("addressee", of: held.id) : wording.fact("sender", of: held.id)
    let acknowledged = held.acknowledged.map { Register.Cell(wording.phrasing.day($0)) }
    return Register.Row(
      entity: root.id,
      cells: [
        Register.Cell(
          wording.name(root.id), tags: held.inConflict.isEmpty ? [] : [disputed], lines: corrections(held, before)),
        Register.Cell(party), Register.Cell(wording.fact("channel", of: held.id)),
        Register.Cell(held.dated.map { wording.phrasing.day($0) }),
        acknowledged
          ?? Register.Cell(nil, tags: [Register.Tag(words: say("sans accusé", "not acknowledged"), look: .warn)]),
      ])
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
