import AuditDesk
import AuditModel
import SyncCore
import SyncProtocol

/// What the template of what was kept aside is given.
struct QuarantineValues {
  let view: QuarantineView
  let outcome: QuarantinePage.Outcome?

  /// Sentences of one line said in full; the file holds all.
  private static let sentencesShown = 12

  private var people: People { view.people }
  private var phrasing: Phrasing { view.people.phrasing }
  private func say(_ fr: String, _ en: String) -> String { phrasing.sentence(fr, en) }
  private func say(_ words: LocalizedText) -> String { say(words.fr, words.en) }

  var page: [String: Any] {
    var values: [String: Any] = [
      "hasLines": !view.lines.isEmpty, "lines": view.lines.map(line), "hasDevices": !view.devices.isEmpty,
      "devices": view.devices.map(device),
      "newer": view.newer.map { "\(ConsolePath.quarantine)?row=\($0)" } as Any? ?? false,
      "older": view.older.map { "\(ConsolePath.quarantine)?row=\($0)" } as Any? ?? false,
    ]
    switch outcome {
    case nil: break
    case .admitted(let row):
      guard let line = view.lines.first(where: { $0.number == row && $0.reissue != nil }) else { break }
      values["done"] =
        line.reissue?.verdict == .refused
        ? say(
          "Écrit de nouveau à votre nom ; l'acte demandé est rejeté, la raison est au dossier.",
          "Written anew under your name; the act asked for is refused, the reason is in the dossier.")
        : say("Écrit de nouveau à votre nom.", "Written anew under your name.")
    case .unreadable:
      values["problem"] = [
        "what": say(
          "Cette ligne est illisible : il n'y a rien à écrire.", "This line cannot be read: there is nothing to write."),
        "next": say("Enregistrez-la dans un fichier et transmettez-la.", "Save it to a file and pass it on."),
      ]
    case .refused(let code):
      values["problem"] = [
        "what": say(
          "La même règle vaut pour vous : \(RefusalWords.words(code).fr). Rien n'a été écrit.",
          "The same rule holds for you: \(RefusalWords.words(code).en). Nothing was written."),
        "next": say(
          "Demandez à quelqu'un qui a ce droit de l'admettre ou de le saisir, ou enregistrez la ligne dans un fichier.",
          "Ask somebody who has that right to admit or write it, or save the line to a file."),
      ]
    }
    return values
  }

  private func line(_ line: QuarantineView.Line) -> [String: Any] {
    let says = line.says ?? []
    var values: [String: Any] = [
      "anchor": "row-\(line.number)", "row": line.number,
      "title": say("Ligne \(line.number)", "Line \(line.number)"),
      "sender": "\(people.name(line.user)), \(people.device(line.id.replica))",
      "received": phrasing.moment(line.received),
      "why": say(RefusalWords.words(line.code)), "place": line.place ?? say("illisible", "unreadable"),
      "placePath": line.path as Any? ?? false, "hasSays": !says.isEmpty,
      "says": says.prefix(Self.sentencesShown).map { ["sentence": $0] },
      "filePath": "\(ConsolePath.quarantine)/\(line.number)", "mayAdmit": line.says != nil && line.reissue == nil,
    ]
    if says.count > Self.sentencesShown {
      let rest = says.count - Self.sentencesShown
      values["rest"] = say("… et \(rest) de plus, dans le fichier.", "… and \(rest) more, in the file.")
    }
    if line.says == nil {
      values["unreadable"] = say(
        "\(line.byteCount) octets que personne ne sait lire.", "\(line.byteCount) bytes nobody can read.")
    }
    if let reissue = line.reissue {
      let verdict = reissue.verdict.map { say(" — acte ", " — act ") + say(ActWords.words($0)) } ?? ""
      values["reissued"] =
        say("écrit de nouveau par ", "written anew by ") + people.name(reissue.by)
        + say(", le ", ", ") + phrasing.moment(reissue.received) + verdict
    }
    return values
  }

  private func device(_ device: CarriedDevice) -> [String: Any] {
    let days = device.silentDays(on: view.today)
    let silent = device.isSilent(on: view.today) && !device.isOut
    return [
      "deviceName": people.device(device.replica), "deviceUser": people.name(device.user),
      "deviceLast": device.contact.map { phrasing.moment($0) } ?? say("jamais", "never"),
      "deviceDays": days.map(count) ?? "—", "isSilent": silent, "isOut": device.isOut,
    ]
  }

  private func count(_ days: Int) -> String {
    switch days {
    case 0: say("aujourd'hui", "today")
    case 1: say("1 jour", "1 day")
    default: say("\(days) jours", "\(days) days")
    }
  }
}
