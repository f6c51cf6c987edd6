import AuditModel
import SchemeRules
import SyncCore

/// What the office fills in of a body's services, which decide which indicators apply (RULEBOOK §5.1).
enum ServiceProfileForm {
  static let inputs: [ActInput] =
    [
      ActInput(
        "category", .choice(PlanningChoices.categories), fr: "catégorie d'actions", en: "action category",
        repeated: true)
    ] + flags.map { ActInput($0.input, .flag, fr: $0.fr, en: $0.en) } + [
      ActInput(
        "subcontractor-only", .flag, fr: "seulement en sous-traitance d'autres organismes",
        en: "only as a subcontractor of other bodies"),
      ActInput(
        "entrusted", .number(1...32), fr: "indicateur confié par le donneur d'ordres",
        en: "indicator entrusted by the principal", repeated: true),
    ]

  private static let flags: [(input: String, member: String, fr: String, en: String)] = [
    ("certifying", "certifying", "mène à une certification", "leads to a certification"),
    ("alternating", "alternating", "alternance", "alternating training"),
    ("work-based", "workBased", "périodes en situation de travail", "work-based periods"),
    ("subcontracting", "subcontracting", "sous-traitance ou portage", "subcontracting or umbrella staff"),
    ("two-days-at-most", "twoDaysAtMost", "prestations de deux jours ou moins", "services of two days or less"),
    ("cpf", "cpf", "vend par le CPF", "sells through the CPF"),
  ]

  /// The profile with what is said anew; what is not said again stands.
  static func step(_ desk: CaptureDesk, _ dossier: EntityID, _ answers: ActAnswers) -> Operation? {
    var said: [String: JSONValue?] = [:]
    if answers.isGiven("category") { said["categories"] = .array(answers.codes("category")) }
    for flag in flags {
      if let isSo = answers.flag(flag.input) { said[flag.member] = .bool(isSo) }
    }
    let shown = desk.shown("profile", of: dossier)?.members ?? []
    let entrusted = Set(answers.numbers("entrusted")).sorted().map { JSONValue.integer(Int64($0)) }
    switch answers.flag("subcontractor-only") {
    case false?: said["asSubcontractorOnly"] = .some(nil)
    case true? where entrusted.isEmpty && shown.contains { $0.key == "asSubcontractorOnly" }: break
    case true?: said["asSubcontractorOnly"] = .array(entrusted)
    case nil: if !entrusted.isEmpty { said["asSubcontractorOnly"] = .array(entrusted) }
    }
    guard !said.isEmpty else { return nil }
    let kept = shown.filter { said[$0.key] == nil }.map { ($0.key, $0.value) }
    let new = said.compactMap { name, value in value.map { (name, $0) } }
    return desk.writeIfNew("profile", on: dossier, .sorted(kept + new))
  }
}
