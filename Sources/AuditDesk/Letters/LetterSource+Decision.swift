import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension LetterSource {
  /// A decision with its reasons, its author, its date and its legal basis (R-ROLE-17).
  func decision() throws(LetterFault) -> LetterDraft {
    LetterDraft(subject: "Décision de certification Qualiopi", paragraphs: try decided())
  }

  /// A suspension: what it rests on, the condition to meet, and until when (DL-QUAL-13).
  func suspension() throws(LetterFault) -> LetterDraft {
    let basis = try decided()
    _ = try require(
      text("measure").flatMap(DecisionMeasure.init(rawValue:)) == .suspend ? true : nil,
      "la mesure de suspension de cette décision", "the measure of a suspension in this decision")
    let condition = try require(condition, "la condition de la suspension", "the condition of the suspension")
    let effect = try require(effectDay, "la date d'effet de la suspension", "the day the suspension counts from")
    let end = try require(
      value("condition")?["until"]?.text.flatMap { CivilDate($0) } ?? due(.qual13, from: effect),
      "le délai de la suspension", "the delay of the suspension")
    return LetterDraft(
      subject: "Suspension du certificat Qualiopi",
      paragraphs: basis + [
        "Votre certificat est suspendu à compter du \(words(effect)).", "Condition à remplir : \(condition)",
        "Délai : jusqu'au \(words(end)) inclus (DL-QUAL-13). À défaut, le retrait du certificat est soumis à décision ; "
          + "un nouvel audit initial serait alors nécessaire.",
      ])
  }

  private func decided() throws(LetterFault) -> [String] {
    let (request, ruling) = try accepted("decision.record")
    let on = try require(day("decidedOn"), "la date de la décision", "the day of the decision")
    // A favourable decision may go without reasons (R-ROLE-17).
    let motive =
      outcome == .favourable
      ? text("motive") : try required("motive", "le motif de la décision", "the motive of the decision")
    let way = try require(wayInWords, "le sens de la décision", "the outcome of the decision")
    let audit = entity("audit").flatMap { value("days", of: $0)?["last"]?.text }.flatMap { CivilDate($0) }
    return [
      "Décision : \(way).\(audit.map { " Elle porte sur l'audit achevé le \(words($0))." } ?? "")",
      motive.map { "Motifs : \($0)" },
      "Prise le \(words(on)) par \(name(request.by)), expert décisionnaire.",
      Self.basis(ruling.rules),
    ].compactMap(\.self)
  }

  /// Which way it goes: what it says, or what its measure means.
  private var outcome: DecisionOutcome? {
    text("outcome").flatMap(DecisionOutcome.init(rawValue:))
      ?? text("measure").flatMap(DecisionMeasure.init(rawValue:))?.outcome
  }

  /// The rules it rests on, each with what it says.
  private static func basis(_ rules: [String]) -> String {
    let lines = rules.map { id in
      let statement = RegisterID(id).flatMap(RuleRegister.entry)?.statement.fr
      return "- \(id)" + (statement.map { " : \($0)" } ?? "")
    }
    return "Fondement : règles de certification\n" + lines.joined(separator: "\n")
  }

  /// The measure in words where there is one, else which way the decision goes.
  private var wayInWords: String? {
    let measures = [
      "grant": "certification accordée", "refuse": "certification refusée", "maintain": "certification maintenue",
      "renew": "certification renouvelée", "suspend": "certification suspendue",
      "reinstate": "suspension levée", "withdraw": "certification retirée", "extend": "certification étendue",
    ]
    return text("measure").flatMap { measures[$0] }
      ?? text("outcome").flatMap(DecisionOutcome.init(rawValue:))?.words.fr
  }

  private var condition: String? { value("condition")?["text"]?.text ?? text("condition") }

  /// The day the suspension counts from: that of the decision, or the later one the letter states (A-95).
  private var effectDay: CivilDate? {
    value("condition")?["from"]?.text.flatMap { CivilDate($0) } ?? day("decidedOn")
  }

  /// A correction: what is maintained, or cancelled and replaced, from which date, why (RULEBOOK §3.2.7).
  func correction() throws(LetterFault) -> LetterDraft {
    let (request, ruling) = try accepted("correction.record")
    let record = try require(
      AcceptedCorrection.all(in: fold).last { $0.id == entity }, "la reprise admise", "the accepted correction")
    let outcome = try require(record.outcome, "le sens de la reprise", "the outcome of the correction")
    let motive = try required("motive", "le motif de la reprise", "the motive of the correction")
    let what = Self.corrected(record.of)
    var paragraphs: [String]
    switch outcome {
    case .maintained:
      paragraphs = ["Après examen d'un fait connu depuis, est maintenu : \(what)."]
    case .replaced:
      let from = try require(record.from, "la date d'effet de la reprise", "the day the correction counts from")
      let state = try require(
        record.standing.flatMap { CorrectedMachine.words(of: $0)?.fr }, "le nouvel état", "the new state")
      paragraphs = [
        "Après examen d'un fait connu depuis, est annulé : \(what).",
        "Est mis à la place, à compter du \(words(from)) : \(state).",
      ]
      if let end = value("validity")?["end"]?.text.flatMap({ CivilDate($0) }) {
        paragraphs.append("Un certificat réédité vous est adressé : fin de validité le \(words(end)).")
      }
    }
    return LetterDraft(
      subject: "Reprise d'une décision",
      paragraphs: paragraphs + [
        "Motifs : \(motive)", "Prise le \(words(record.day)) par \(name(request.by)), expert décisionnaire.",
        Self.basis(ruling.rules + ["R-ROLE-18"]),
        "La première décision reste au dossier, avec celle-ci.",
      ])
  }

  /// What a correction is about, from its key.
  private static func corrected(_ key: String) -> String {
    let parts = key.split(separator: ":").map(String.init)
    guard parts.count >= 3 else { return "la décision prise" }
    if let deadline = DeadlineID(rawValue: parts[1]), let due = CivilDate(parts[2]) {
      return "l'effet de l'échéance du \(FrenchDate.words(due)) (\(deadline), \(DeadlineWords.title(deadline).fr))"
    }
    return parts[1] == "audit.cancel" ? "l'annulation de l'audit" : "la décision prise sur l'audit"
  }
}
