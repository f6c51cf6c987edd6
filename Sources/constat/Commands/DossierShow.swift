import ArgumentParser
import AuditDesk
import AuditModel
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `dossier show`: a dossier on one page.
struct DossierShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Console.say(
      "Un dossier sur une page : certificat, contrat, non-conformités, à facturer, financeurs, interlocuteurs",
      "A dossier on one page: certificate, contract, non-conformities, billing, funders, contacts"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String

  func answer(in session: Session) async throws -> Answer {
    let stream = try NonConformityCommand.stream(dossier)
    guard case .dossier(_, let key) = stream.family, try session.store.streams().contains(stream) else {
      throw CommandFailure(
        "unknown-dossier", fr: "Ce poste ne tient pas le dossier « \(dossier) ». « constat dossier liste » les montre.",
        en: "This device does not hold the dossier “\(dossier)”. “constat dossier list” shows those it holds.")
    }
    let view = DossierOverview(
      try session.store.fold(stream), on: session.today, settings: try session.settings())
    let lines =
      ["\(key)  \(try session.bodyName(key).map { SafeText($0).description } ?? "—")"]
      + DossierLines.certificate(view, stream, session) + DossierLines.open(view, session)
      + SubcontractLines.contracts(view.subcontracts, session) + SubcontractLines.years(view.subcontracting, session)
      + DossierLines.funding(view.funding, session) + DossierLines.contacts(view.contacts, session)
    return Answer("dossier.show", lines: lines, members: DossierLines.members(view, stream))
  }
}

/// A dossier laid out for a terminal and for programs.
enum DossierLines {
  static func certificate(_ view: DossierOverview, _ stream: StreamID, _ session: Session) -> [String] {
    let standing = FieldPhrasing(session.language, of: stream)
      .words(view.standing.map { .string($0) }, of: "standing", in: "title")
    return [
      session.say("Certificat : ", "Certificate: ") + SafeText(standing).description + ", "
        + session.say("validité du ", "valid from ") + session.day(view.validFrom?.description)
        + session.say(" au ", " to ") + session.day(view.validUntil?.description),
      session.say("Structure : ", "Structure: ") + (view.structure?.words.text(in: session.language) ?? "—"),
      session.say("Contrats : ", "Contracts: ")
        + (view.contracts.isEmpty ? "—" : view.contracts.map(\.description).joined(separator: ", ")),
    ]
  }

  static func open(_ view: DossierOverview, _ session: Session) -> [String] {
    let open = view.openNonConformities.map { found in
      session.say("indicateur ", "indicator ") + "\(found.indicator.number) "
        + "(\(found.grade.words.text(in: session.language)), \(found.state.words.text(in: session.language)))"
    }
    return [
      session.say("Non-conformités ouvertes : ", "Open non-conformities: ")
        + (open.isEmpty ? session.say("aucune", "none") : open.joined(separator: ", ")),
      session.say("Courrier : ", "Mail: ")
        + session.say(
          "\(view.mail.received) \(view.mail.received < 2 ? "reçu" : "reçus"), "
            + "\(view.mail.sent) \(view.mail.sent < 2 ? "envoyé" : "envoyés")",
          "\(view.mail.received) received, \(view.mail.sent) sent"),
      session.say("À facturer : ", "To invoice: ") + view.billing.total.text(in: session.language)
        + session.say(" (lignes : \(view.billing.rows.count))", " (lines: \(view.billing.rows.count))"),
    ]
  }

  static func funding(_ view: FundingView, _ session: Session) -> [String] {
    let trainings = view.trainings.map { $0.words.text(in: session.language) }.joined(separator: ", ")
    let missing = view.gaps.flatMap { SubcontractLines.reason($0, session) }
    let gaps = missing.isEmpty ? ["  " + session.say("aucune condition ne manque", "no condition lacks")] : missing
    return ["Mon Compte Formation"] + gaps
      + (trainings.isEmpty
        ? [] : ["  R-QUAL-137  " + session.say("actions éligibles : ", "eligible trainings: ") + trainings])
      + [session.say("Autres financeurs", "Other funders")]
      + view.notes.map { "  \($0.rule)  \($0.words.text(in: session.language))" }
  }

  static func contacts(_ contacts: [ContactView], _ session: Session) -> [String] {
    if contacts.isEmpty { return [] }
    return [session.say("Interlocuteurs (R-QUAL-102, R-QUAL-103)", "Contacts (R-QUAL-102, R-QUAL-103)")]
      + contacts.map { contact in
        "  \(SafeText(contact.name).description)  \(SafeText(contact.email).description)"
          + (contact.phone.map { "  \(SafeText($0).description)" } ?? "")
          + (contact.access.map {
            session.say("  accès vers le ", "  access about ") + session.day($0.parisDate.description)
          } ?? "")
      }
  }

  static func members(_ view: DossierOverview, _ stream: StreamID) -> [(String, JSONValue)] {
    [
      ("billingCents", .integer(view.billing.total.cents)),
      (
        "contacts",
        .array(
          view.contacts.map {
            .sorted([
              ("access", $0.access.map { .string($0.description) } ?? .null), ("email", .string($0.email)),
              ("id", .string($0.id.description)), ("name", .string($0.name)),
            ])
          })
      ),
      ("contracts", .array(view.contracts.map { .string($0.description) })),
      ("funderGaps", RulingReasons.json(view.funding.gaps)),
      ("funderNotes", .array(view.funding.notes.map { .string($0.rule.description) })),
      ("openNonConformities", .integer(Int64(view.openNonConformities.count))),
      ("standing", view.standing.map { .string($0) } ?? .null), ("stream", .string(stream.description)),
      ("structure", view.structure.map { .string($0.rawValue) } ?? .null),
      ("validFrom", view.validFrom.map { .string($0.description) } ?? .null),
      ("validUntil", view.validUntil.map { .string($0.description) } ?? .null),
    ]
  }
}
