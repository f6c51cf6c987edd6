import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SchemeRules
import SyncCore
import Terminal
import WorkingDays

/// `audit close`: asks for the closing.
struct AuditClose: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: Console.say("Demander la clôture de l'audit", "Ask to close the audit"),
    aliases: Words.aliases(verb: "close"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    try session.capture(place.stream) { [$0.request("audit.close", on: place.audit)] }
    let page = try RulingPage.forecast("audit.close", on: place.audit, in: session, stream: place.stream)
    return Answer("audit.close", lines: page.lines(session), members: [("forecast", page.json)])
  }
}

/// Finds an entity by id in any stream this device holds.
enum EntityLookup {
  static func find(_ text: String, type: String, in session: Session) throws -> (EntityView, StreamFold) {
    if let id = EntityID(text), id.typePath == type {
      for stream in try session.store.streams() {
        let fold = try session.store.fold(stream)
        if let view = fold.entity(id, schema: AuditSchema.current) { return (view, fold) }
      }
    }
    throw CommandFailure(
      "unknown-\(type)", fr: "« \(text) » n'existe pas sur ce poste.", en: "“\(text)” does not exist on this device.")
  }
}

/// `habilitation`: acts of the committee, and proposals to it.
struct HabilitationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "habilitation", abstract: Console.say("Habilitations", "Habilitations"),
    subcommands: [HabilitationSuspend.self], aliases: Words.aliases(noun: "habilitation"))
}

/// `habilitation suspend`: the committee suspends; anybody else's request stays a proposal (R-CIAG-44).
struct HabilitationSuspend: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend",
    abstract: Console.say("Demander ou proposer une suspension", "Ask for or propose a suspension"),
    discussion: Console.say(
      "La commission interne suspend. La demande d'un auditeur est rejetée comme acte et gardée comme proposition, avec "
        + "les écarts de son audit.",
      "The internal committee suspends. An auditor's request is refused as an act and kept as a proposal, with the gaps "
        + "of their audit."),
    aliases: Words.aliases(verb: "suspend"))

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(Console.say("Motifs.", "Grounds."))) var grounds: String
  @Option(help: ArgumentHelp(Console.say("Audit.", "Audit."))) var audit: String?

  func answer(in session: Session) async throws -> Answer {
    let place = try AuditPlace.find(audit, in: session)
    guard place.scheme == .certifIAG else {
      throw CommandFailure(
        "not-certifiag", .usage,
        fr: "Cette demande porte sur une habilitation CertifIAG : donnez son audit avec --audit.",
        en: "This is about a CertifIAG habilitation: give its audit with --audit.")
    }
    let gaps = place.board.items.filter { $0.grade == "gap" || $0.grade == "serious-gap" }.map(\.code)
    let id = try session.captureNew("proposal", in: place.stream) { desk, id in
      desk.proposeSuspension(id, audit: place.audit, gaps: gaps, grounds: grounds)
    }
    let page = try RulingPage.forecast("habilitation.suspend", on: id, in: session, stream: place.stream)
    return Answer(
      "habilitation.suspend", lines: page.lines(session),
      members: [
        ("proposal", .string(id.description)), ("gaps", .array(gaps.map { .string($0) })), ("forecast", page.json),
      ])
  }
}

/// `proposal`: what waits for a committee.
struct ProposalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proposal", abstract: Console.say("Propositions", "Proposals"),
    subcommands: [ProposalShow.self], aliases: Words.aliases(noun: "proposal"))
}

/// `proposal show`.
struct ProposalShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Montrer une proposition et sa suite", "Show a proposal"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: "proposal/…") var proposal: String

  func answer(in session: Session) async throws -> Answer {
    let (view, fold) = try EntityLookup.find(proposal, type: "proposal", in: session)
    let ruling = try RulingPage.all(
      on: view, in: fold, provisional: session.provisional(fold.stream), language: session.language
    ).last
    return Answer(
      "proposal.show",
      lines: [
        session.words(view.value("grounds")), session.say("écarts : ", "gaps: ") + session.words(view.value("gaps")),
      ] + (ruling?.lines(session) ?? []),
      members: [
        ("proposal", .string(view.id.description)), ("gaps", view.value("gaps") ?? .array([])),
        ("grounds", view.value("grounds") ?? .null), ("ruling", ruling?.json ?? .null),
      ])
  }
}
