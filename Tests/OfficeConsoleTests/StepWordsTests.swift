import AuditDesk
import AuditModel
import SyncCore
import Testing

/// The steps of a change in sentences.
@Suite struct StepWordsTests {
  private static let names: @Sendable (UserID) -> String? = { $0.description == "u-1" ? "Auditrice" : nil }
  private let french = StepWords(.french, person: names) { _ in "audit de surveillance" }
  private let english = StepWords(.english, person: names) { _ in "surveillance audit" }

  private static func entity(_ text: String) -> EntityID {
    guard let id = EntityID(text) else { preconditionFailure("\(text) is no id") }
    return id
  }

  private static let request = ChangeID(replica: ReplicaID(bits: 7), seq: 3)

  /// One of every kind of step, with what is said of it.
  private static let steps: [(SyncCore.Operation, fr: String, en: String)] = [
    (
      .set("grade", on: entity("audit/A1/item/17"), to: "minor", over: [], motive: nil),
      "a coté l'indicateur 17\u{202F}: mineure", "graded indicator 17: minor"
    ),
    (
      .set("grade", on: entity("audit/A1/point/CP-08"), to: "serious-gap", over: [], motive: "vu deux fois"),
      "a coté le point de contrôle CP-08\u{202F}: écart grave (motif\u{202F}: vu deux fois)",
      "graded control point CP-08: serious gap (motive: vu deux fois)"
    ),
    (
      .set(
        "days", on: entity("audit/A1"), to: .sorted([("first", "2026-05-12"), ("last", "2026-05-13")]), over: [],
        motive: nil),
      "a renseigné l'audit — premier et dernier jour\u{202F}: du 12 mai 2026 au 13 mai 2026",
      "filled in the audit — first and last day: 2026-05-12 to 2026-05-13"
    ),
    (
      .set("certificateEnd", on: entity("dossier/999123458"), to: .null, over: [], motive: nil),
      "a renseigné le dossier — fin de validité effacé", "filled in the dossier — valid until cleared"
    ),
    (
      .add("team", on: entity("audit/A1"), value: "u-1"),
      "a renseigné l'audit — équipe + Auditrice", "filled in the audit — team + Auditrice"
    ),
    (
      .remove("documents", on: entity("audit/A1"), value: "purchase-order", over: []),
      "a renseigné l'audit — pièces attendues − bon de commande (SIRET de facturation, numéro, service payeur)",
      "filled in the audit — documents due − purchase order (billing SIRET, number, paying department)"
    ),
    (
      .append(
        "interviews", on: entity("audit/A1"), value: .sorted([("text", "Tout va."), ("with", "la directrice")]),
        answers: nil),
      "a noté l'entretien avec la directrice\u{202F}: Tout va.", "noted the interview with la directrice: Tout va."
    ),
    (
      .append("communications", on: entity("dossier/999123458"), value: "Reçu.", answers: request),
      "a ajouté aux échanges\u{202F}: Reçu., en réponse", "added to communications: Reçu., in answer"
    ),
    (
      .delete(entity("audit/A1/evidence/E1"), seen: SeenVector(), over: []), "a supprimé une preuve",
      "deleted a piece of evidence"
    ),
    (.restore(entity("audit/A1/report/1"), over: []), "a rétabli le rapport", "restored the report"),
    (
      .request("audit.close", on: entity("audit/A1"), seen: SeenVector()),
      "a demandé à clôturer l'audit", "asked to close the audit"
    ),
    (
      .rule(
        Ruling(request: request, verdict: .accepted, rules: ["T-QUAL-A07"], pack: "qualiopi-2026-01", reasons: .null)),
      "a admis l'acte demandé (T-QUAL-A07)", "accepted the act asked for (T-QUAL-A07)"
    ),
    (
      .state("stage", on: entity("audit/A1"), to: "reportProvisional", over: []),
      "a fait passer l'audit à l'état «\u{202F}rapport provisoire présenté\u{202F}»",
      "moved the audit to “provisional report presented”"
    ),
    (
      .state("standing", on: entity("title/999123458"), to: "suspended", over: []),
      "a fait passer l'habilitation ou le certificat à l'état «\u{202F}suspendu\u{202F}»",
      "moved the habilitation or certificate to “suspended”"
    ),
    (
      .freeze(entity("audit/A1"), at: SeenVector()),
      "a arrêté l'audit en l'état\u{202F}; ce qui arrive ensuite est tardif",
      "froze the audit; what comes later is late"
    ),
    (.thaw(entity("decision/D1"), over: []), "a rouvert une décision", "reopened a decision"),
    (
      .lapse(deadline: "DL-QUAL-06", on: entity("dossier/999123458"), due: "2027-11-15"),
      "a constaté l'échéance du 15 novembre 2027 (DL-QUAL-06) — le dossier",
      "noted the due date of 2027-11-15 (DL-QUAL-06) — the dossier"
    ),
    (
      .erase(request, skeleton: .null, ground: "demande d'effacement"),
      "a effacé le contenu de la ligne 0000000000007:3\u{202F}: demande d'effacement",
      "erased the content of line 0000000000007:3: demande d'effacement"
    ),
    (
      .unknown(name: "annotate", .object([JSONMember("annotate", "x")])),
      "a écrit une étape d'une version plus récente («\u{202F}annotate\u{202F}»), gardée sans effet ici",
      "wrote a step of a newer version (“annotate”), kept without effect here"
    ),
  ]

  @Test func `every kind of step is a sentence in both languages`() {
    for (step, fr, en) in Self.steps {
      #expect(french.sentence(of: step) == fr)
      #expect(english.sentence(of: step) == en)
    }
  }

  @Test func `every kind of step there is has its sentence here`() {
    let kinds = Set(Self.steps.map { Self.kind($0.0) })
    #expect(kinds.count == 14)
  }

  /// Exhaustive: a new kind of step does not compile until it is numbered, and then lacks its sentence above.
  private static func kind(_ step: SyncCore.Operation) -> Int {
    switch step {
    case .set: 1
    case .add: 2
    case .remove: 3
    case .append: 4
    case .delete: 5
    case .restore: 6
    case .request: 7
    case .rule: 8
    case .state: 9
    case .freeze: 10
    case .thaw: 11
    case .lapse: 12
    case .erase: 13
    case .unknown: 14
    }
  }

  @Test func `what is written to one entity in a row is one sentence, and verbs of the trade keep their own`() throws {
    let stream = try #require(StreamID("dossier.qualiopi.999123458"))
    let evidence = Self.entity("audit/A1/evidence/E1")
    let item = Self.entity("audit/A1/item/9")
    let observation = Self.entity("audit/A1/observation/17.siege.bts")
    let change = Change(
      id: Self.request, salt: "", time: 0, by: .server, stream: stream,
      operations: [
        .set("title", on: evidence, to: "Registre", over: [], motive: nil),
        .set("held", on: evidence, to: "taken", over: [], motive: nil),
        .add("indicators", on: evidence, value: 17),
        .set("grade", on: item, to: "major", over: [], motive: nil),
        .set("lack", on: item, to: "aucune", over: [], motive: nil),
        .set("site", on: observation, to: "siege", over: [], motive: nil),
        .set("text", on: observation, to: "Tout va.", over: [], motive: nil),
      ])
    #expect(
      french.sentences(of: change) == [
        "a renseigné une preuve — titre\u{202F}: Registre\u{202F}; conservée\u{202F}: gardée, en attente d'envoi\u{202F}; indicateurs + 17",
        "a coté l'indicateur 9\u{202F}: majeure", "a noté l'absence de preuve sur l'indicateur 9\u{202F}: aucune",
        "a situé le constat «\u{202F}17, siege, bts\u{202F}»",
        "a écrit le constat «\u{202F}17, siege, bts\u{202F}»\u{202F}: Tout va.",
      ])
  }

  @Test func `texts of people that look like codes stay as they were written`() {
    let body = Self.entity("body/999123458")
    #expect(
      french.sentence(of: .set("legalName", on: body, to: "major", over: [], motive: nil))
        == "a renseigné la fiche de l'organisme — dénomination\u{202F}: major")
    #expect(
      french.sentence(of: .set("kind", on: Self.entity("audit/A1"), to: "joint", over: [], motive: nil))
        == "a renseigné l'audit — nature\u{202F}: joint", "a code of a newer version stands as it is")
  }

  @Test func `a refusal says the rules and what they found`() {
    let reasons = JSONValue.array([
      .sorted([
        ("code", "committee-suspends"), ("facts", .sorted([("points", .array(["CP-08"]))])), ("rule", "R-CIAG-44"),
      ])
    ])
    let ruling = Ruling(
      request: Self.request, verdict: .refused, rules: ["R-CIAG-44"], pack: "certifiag-2026-01", reasons: reasons)
    let sentence = french.sentence(of: .rule(ruling))
    #expect(sentence.hasPrefix("a rejeté l'acte demandé (R-CIAG-44)\u{202F}: "))
    #expect(sentence.contains("La suspension est demandée"))
  }
}
