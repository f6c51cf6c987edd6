import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Facts that start or end a clock beside the audits, and what guided capture asks for.
  static let follow: [ActForm] = [dossierFacts, markUse]

  /// Declaration, contacts, requests to funders and yearly reports (DL-QUAL-01, DL-QUAL-15, DL-QUAL-17, DL-QUAL-18).
  private static let dossierFacts = ActForm(
    "dossier.record", on: "dossier", fr: "enregistrer ce qui fait courir ou arrête un délai du dossier",
    en: "record what starts or ends a delay of the dossier", roles: [.office, .administrator],
    inputs: [
      ActInput("first-contract", .day, fr: "première convention signée le", en: "first agreement signed on"),
      ActInput("declared", .day, fr: "déclaration d'activité déposée le", en: "activity declaration filed on"),
      ActInput("nda", .line, fr: "numéro de déclaration d'activité", en: "activity declaration number"),
      ActInput(
        "authority",
        .choice([
          ActChoice("dreets", fr: "DREETS", en: "DREETS"), ActChoice("drieets", fr: "DRIEETS", en: "DRIEETS"),
          ActChoice("deets", fr: "DEETS", en: "DEETS"),
        ]), fr: "autorité qui l'a reçue", en: "authority it was filed with"),
      ActInput("funder-request", .day, fr: "dernière demande aux financeurs le", en: "last request to funders on"),
      ActInput("contact-updated", .day, fr: "contact mis à jour le", en: "contact updated on"),
      ActInput("access-opened", .day, fr: "accès du contact ouvert le", en: "access of the contact opened on"),
      ActInput(
        "bpf-year", .number(2_000...2_100), fr: "année dont le BPF est déposé", en: "year whose BPF is filed",
        repeated: true),
    ],
    documents: LocalizedText(
      fr: "récépissé de la déclaration (CERFA 10782*05), BPF", en: "receipt of the declaration (CERFA 10782*05), BPF"),
    deadline: .qual01, rules: ["R-QUAL-23", "R-QUAL-24", "R-QUAL-25", "R-QUAL-102", "R-QUAL-15", "R-QUAL-136"]
  ) { desk, dossier, answers in
    [
      merged(
        "activityDeclaration",
        [
          ("authority", answers.text("authority")), ("filedOn", answers.day("declared")?.description),
          ("firstContractOn", answers.day("first-contract")?.description), ("nda", answers.text("nda")),
        ], desk, dossier),
      merged("funderRequest", [("on", answers.day("funder-request")?.description)], desk, dossier),
      // The hours of a day nobody noted the time of count from its beginning.
      merged(
        "contactUpdate",
        [
          ("at", answers.day("contact-updated")?.startInParis.description),
          ("openedOn", answers.day("access-opened")?.description),
        ], desk, dossier),
    ].compactMap { $0 }
      + answers.numbers("bpf-year").compactMap { desk.add("bpfYears", on: dossier, .integer(Int64($0))) }
  }

  /// How the mark is used, as seen at surveillance (R-QUAL-62, R-QUAL-101).
  private static let markUse = ActForm(
    "audit.mark", on: "audit", fr: "dire comment l'organisme use de la marque Qualiopi",
    en: "say how the body uses the Qualiopi mark", roles: [.auditor],
    inputs: [
      ActInput(
        "use",
        .choice([
          ActChoice("conform", fr: "conforme", en: "conform"),
          ActChoice("irregular", fr: "irrégulier", en: "irregular"),
          ActChoice("none", fr: "aucun", en: "none"),
        ]), fr: "usage", en: "use", required: true),
      ActInput("seen", .text, fr: "ce qui a été vu", en: "what was seen"),
    ], rules: ["R-QUAL-62", "R-QUAL-98", "R-QUAL-101"]
  ) { desk, audit, answers in
    var members: [(String, JSONValue)] = [("use", .string(answers.text("use") ?? ""))]
    if let seen = answers.text("seen") { members.append(("seen", .string(seen))) }
    return [desk.writeIfNew("markUse", on: audit, .sorted(members))].compactMap { $0 }
  }

  /// The members given over those recorded: what is not said again stands.
  private static func merged(
    _ field: FieldName, _ given: [(String, String?)], _ desk: CaptureDesk, _ entity: EntityID
  ) -> Operation? {
    let new = given.compactMap { name, value in value.map { (name, JSONValue.string($0)) } }
    guard !new.isEmpty else { return nil }
    let names = Set(new.map(\.0))
    let kept = (desk.shown(field, of: entity)?.members ?? []).filter { !names.contains($0.key) }
    return desk.writeIfNew(field, on: entity, .sorted(kept.map { ($0.key, $0.value) } + new))
  }
}
