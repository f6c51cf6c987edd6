import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Decisions of the experts.
  static let decisions: [ActForm] = [
    ActForm(
      "decision.record", on: "decision", creates: true, fr: "prononcer une décision (expert décisionnaire)",
      en: "record a decision (decision expert)", roles: [.decider], act: "decision.record", inputs: decisionInputs,
      documents: LocalizedText(
        fr:
          "rapport d'audit clos\u{202F}; avenant signé pour étendre\u{202F}; lettre, avec condition et délai, pour suspendre",
        en: "closed audit report; signed amendment to extend; letter, with condition and delay, to suspend"),
      deadline: .qual14,
      rules: [
        "R-QUAL-88", "R-ROLE-01", "R-ROLE-22", "R-ROLE-17", "R-QUAL-80", "R-QUAL-81", "R-QUAL-84", "R-QUAL-85",
        "R-QUAL-86", "R-QUAL-87", "R-QUAL-90", "R-QUAL-106", "R-QUAL-142", "R-TIME-22",
      ]
    ) { desk, decision, answers in decisionSteps(desk, decision, answers) }
  ]

  /// Measures by name; the two outcomes alone leave the measure to the audit's kind and the certificate's standing.
  private static let measureChoices =
    DecisionMeasure.allCases.map { ActChoice($0.rawValue, $0.words) }
    + DecisionOutcome.allCases.map { ActChoice($0.rawValue, $0.words) }

  private static let decisionInputs: [ActInput] = [
    ActInput("measure", .choice(measureChoices), fr: "mesure", en: "measure", required: true),
    ActInput("audit", .entity("audit"), fr: "audit", en: "audit"),
    ActInput("decidedOn", .day, fr: "prise le", en: "decided on"),
    ActInput("motive", .text, fr: "motif", en: "motive"),
    ActInput("validFrom", .day, fr: "début de validité imprimé", en: "start of validity printed"),
    ActInput("validTo", .day, fr: "fin de validité imprimée", en: "end of validity printed"),
    ActInput("number", .line, fr: "numéro du certificat", en: "certificate number"),
    ActInput("remoteSurveillance", .flag, fr: "prochaine surveillance à distance", en: "next surveillance remote"),
    ActInput("condition", .text, fr: "condition de la suspension", en: "condition of the suspension"),
    ActInput(
      "effect", .day, fr: "effet de la suspension, s'il est plus tardif", en: "effect of the suspension, if later"),
    ActInput("until", .day, fr: "délai, s'il n'est pas de trois mois", en: "delay, unless three months"),
    ActInput("contract", .entity("contract"), fr: "avenant", en: "amendment"),
    ActInput("letter", .entity("mail"), fr: "lettre", en: "letter"),
  ]

  private static func decisionSteps(_ desk: CaptureDesk, _ decision: EntityID, _ answers: ActAnswers) -> [Operation] {
    let word = answers.text("measure") ?? ""
    let measure = DecisionMeasure(rawValue: word)
    var steps = [desk.write("outcome", on: decision, .string(measure?.outcome.rawValue ?? word))]
    func say(_ field: FieldName, _ value: JSONValue?) {
      if let value { steps.append(desk.write(field, on: decision, value)) }
    }
    func text(_ value: (some CustomStringConvertible)?) -> JSONValue? { value.map { .string($0.description) } }
    say("measure", measure.map { .string($0.rawValue) })
    for name in ["audit", "contract", "letter"] as [FieldName] { say(name, text(answers.entity(name.description))) }
    say("decidedOn", text(answers.day("decidedOn")))
    say("motive", text(answers.text("motive")))
    say(
      "validity",
      object([
        ("from", text(answers.day("validFrom"))), ("number", text(answers.text("number"))),
        ("to", text(answers.day("validTo"))),
      ]))
    say("remoteSurveillance", answers.flag("remoteSurveillance").map { .bool($0) })
    say(
      "condition",
      object([
        ("from", text(answers.day("effect"))), ("text", text(answers.text("condition"))),
        ("until", text(answers.day("until"))),
      ]))
    // What the asker was shown: the server compares before anything of this change is applied (DESIGN §5).
    say("shownState", text(desk.stateShown))
    return steps
  }

  /// The members that are there; nil for none.
  static func object(_ members: [(String, JSONValue?)]) -> JSONValue? {
    let there = members.compactMap { name, value in value.map { (name, $0) } }
    return there.isEmpty ? nil : .sorted(there)
  }
}
