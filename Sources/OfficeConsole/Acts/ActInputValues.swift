import AuditDesk
import AuditModel

/// One input of a form as its template takes it.
struct ActInputValues {
  let input: ActInput
  let act: ActValues

  init(_ input: ActInput, _ act: ActValues) {
    self.input = input
    self.act = act
  }

  /// Where a summary's link leads.
  static func anchor(_ name: String) -> String { "in-\(name)" }

  private var typed: [String] { act.typed[input.name] ?? [] }

  var values: [String: Any] {
    let mistake = act.mistakes[input.name]
    let hint = hint
    var described: [String] = hint == nil ? [] : ["hint-\(input.name)"]
    if mistake != nil { described.append("fault-\(input.name)") }
    var values: [String: Any] = [
      "anchor": Self.anchor(input.name), "name": ActSubmission.prefix + input.name,
      "label": act.label(of: input.name), "isRequired": input.isRequired, "hintID": "hint-\(input.name)",
      "faultID": "fault-\(input.name)", "isFaulty": mistake != nil,
    ]
    values["hint"] = hint as Any? ?? false
    values["fault"] = mistake.map { act.say($0.words) } as Any? ?? false
    values["described"] = described.isEmpty ? false : described.joined(separator: " ")
    values.merge(control) { $1 }
    return values
  }

  private var control: [String: Any] {
    switch input.kind {
    case .text:
      input.isRepeated ? lines(isArea: true) : ["isText": true, "typed": typed.first ?? "", "isFocused": isFocused]
    case .flag: marks("radio", Self.flags)
    case .choice, .entity, .entityOf, .person, .reopening, .newFact, .evidence:
      chosen(act.view.options[input.name] ?? [])
    default: input.isRepeated ? lines() : line()
    }
  }

  private static let flags = [
    ActChoice("yes", LocalizedText(fr: "oui", en: "yes")), ActChoice("no", LocalizedText(fr: "non", en: "no")),
  ]

  private var isFocused: Bool { act.focused == input.name }

  /// Whether what fits here is a word and not a line.
  private var isShort: Bool {
    switch input.kind {
    case .day, .number, .euros: true
    default: false
    }
  }

  /// The keyboard a telephone shows.
  private var mode: String {
    if case .number = input.kind { "numeric" } else if case .euros = input.kind { "decimal" } else { "text" }
  }

  private func line() -> [String: Any] {
    ["isLine": true, "typed": typed.first ?? "", "mode": mode, "isFocused": isFocused, "isShort": isShort]
  }

  /// What was typed and one more empty field.
  private func lines(isArea: Bool = false) -> [String: Any] {
    let texts = typed + [""]
    return [
      "isLines": true, "mode": mode, "isArea": isArea,
      "lines": texts.enumerated().map { place, text -> [String: Any] in
        [
          "lineID": place == 0 ? Self.anchor(input.name) : "\(Self.anchor(input.name))-\(place + 1)", "lineTyped": text,
          "lineLabel": "\(act.label(of: input.name)) \(place + 1)", "isLineFocused": place == 0 && isFocused,
        ]
      },
    ]
  }

  private func chosen(_ options: [ActView.Option]) -> [String: Any] {
    guard !options.isEmpty else {
      var values: [String: Any] = ["isNone": true]
      if let maker = act.view.makers[input.name] {
        values["maker"] = [
          "makerPath": ConsolePath.act(maker, act.view.stream), "makerWords": act.capitalised(act.say(maker.words)),
        ]
      }
      return values
    }
    if input.isRepeated { return marks("checkbox", options) }
    return [
      "isSelect": true, "isFocused": isFocused,
      "options": options.map { option -> [String: Any] in
        ["optionCode": option.code, "optionWords": option.words, "isChosen": typed.first == option.code]
      },
    ]
  }

  private func marks(_ type: String, _ choices: [ActChoice]) -> [String: Any] {
    marks(type, choices.map { ActView.Option(code: $0.code, words: act.say($0.words)) })
  }

  private func marks(_ type: String, _ options: [ActView.Option]) -> [String: Any] {
    [
      "isMarks": true, "markType": type, "isRadio": type == "radio",
      "marks": options.enumerated().map { place, option -> [String: Any] in
        [
          "markID": place == 0 ? Self.anchor(input.name) : "\(Self.anchor(input.name))-\(place + 1)",
          "markCode": option.code, "markWords": option.words, "isMarked": typed.contains(option.code),
          "isMarkFocused": place == 0 && isFocused,
        ]
      },
    ]
  }

  private var hint: String? {
    switch input.kind {
    case .line, .text, .flag, .choice, .reopening: nil
    case .entity, .entityOf, .person:
      input.isRepeated ? act.say("Plusieurs choix possibles.", "More than one may be chosen.") : nil
    case .newFact:
      act.say(
        "Sans choix, tous les faits nouveaux de ce qui est repris sont cités.",
        "Unless chosen, all new facts of what is corrected are cited.")
    case .evidence:
      act.say(
        "Sans choix, toutes les preuves reçues sont retenues.", "Unless chosen, all evidence received is relied on.")
    case .day: act.say("jj/mm/aaaa, comme 12/05/2026", "yyyy-mm-dd or dd/mm/yyyy, such as 2026-05-12")
    case .month: act.say("mm/aaaa, comme 05/2026", "yyyy-mm or mm/yyyy, such as 2026-05")
    case .halfDays:
      act.say(
        "jj/mm/aaaa=1 ou jj/mm/aaaa=2, comme 12/05/2026=2, suivi de « ,site » au besoin",
        "yyyy-mm-dd=1 or yyyy-mm-dd=2, such as 2026-05-12=2, followed by “,site” where it matters")
    case .pair:
      act.say("Un mot, le signe égal, une valeur : mot=valeur.", "A word, an equals sign, a value: word=value.")
    default: act.say("Ce qui convient ici : \(input.expectation.fr).", "What fits here: \(input.expectation.en).")
    }
  }
}
