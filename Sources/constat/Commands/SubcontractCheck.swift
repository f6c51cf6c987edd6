import ArgumentParser
import AuditDesk
import AuditModel
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `subcontract check`: each subcontract with the rules it breaks, and each year against the cap.
struct SubcontractCheckCommand: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Console.say(
      "Contrôler la sous-traitance d'un dossier, règle par règle", "Check a dossier's subcontracting, rule by rule"),
    aliases: Words.aliases(verb: "check"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "dossier.qualiopi.SIREN") var dossier: String

  func answer(in session: Session) async throws -> Answer {
    let fold = try session.store.fold(try NonConformityCommand.stream(dossier))
    let contracts = SubcontractView.all(in: fold)
    let years = SubcontractingYear.all(in: fold, settings: try session.settings())
    let lines = SubcontractLines.contracts(contracts, session) + SubcontractLines.years(years, session)
    return Answer(
      "subcontract.check",
      lines: lines.isEmpty ? [session.say("Aucune sous-traitance enregistrée.", "No subcontracting recorded.")] : lines,
      members: [
        (
          "subcontracts",
          .array(
            contracts.map {
              .sorted([
                ("id", .string($0.id.description)), ("party", .string($0.party)),
                ("reasons", RulingReasons.json($0.breaches)),
              ])
            })
        ),
        (
          "years",
          .array(
            years.map {
              .sorted([
                ("reasons", RulingReasons.json($0.verdict.reason.map { [$0] } ?? [])),
                ("subcontractedCents", .integer($0.subcontracted.cents)),
                ("turnoverCents", $0.turnover.map { .integer($0.cents) } ?? .null), ("year", .integer(Int64($0.year))),
              ])
            })
        ),
      ])
  }
}

/// Subcontracting laid out for a terminal.
enum SubcontractLines {
  static func contracts(_ contracts: [SubcontractView], _ session: Session) -> [String] {
    contracts.flatMap { contract in
      [
        "\(SafeText(contract.party).description)  \(session.day(contract.contract.acceptedOn.description))  "
          + "\(contract.service.subcontracted.text(in: session.language))  (\(contract.id))"
      ]
        + (contract.breaches.isEmpty
          ? ["  " + session.say("conforme", "in order")] : contract.breaches.flatMap { reason($0, session) })
    }
  }

  static func years(_ years: [SubcontractingYear], _ session: Session) -> [String] {
    years.flatMap { year in
      [
        session.say(
          "\(year.year) : \(year.subcontracted.text(in: .french)) sous-traités, chiffre d'affaires EDOF ",
          "\(year.year): \(year.subcontracted.text(in: .english)) subcontracted, EDOF turnover ")
          + (year.turnover?.text(in: session.language) ?? "—")
      ] + (year.verdict.reason.map { reason($0, session) } ?? [])
    }
  }

  static func reason(_ reason: RuleReason, _ session: Session) -> [String] {
    HangingIndent.lines("  \(reason.rule)  ", SafeText(reason.text.sentences(in: session.language)).description)
  }
}
