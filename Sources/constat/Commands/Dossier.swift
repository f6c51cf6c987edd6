import ArgumentParser
import AuditModel
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `dossier`: what a scheme holds of a body.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: Console.say("Dossiers par référentiel", "Dossiers by scheme"),
    subcommands: [
      DossierOpen.self, DossierList.self, DossierShow.self, DossierDescribe.self, DossierRecord.self,
      DossierFunding.self, DossierContact.self,
    ], aliases: Words.aliases(noun: "dossier"))
}

/// `dossier open`: the office opens a dossier.
struct DossierOpen: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: Console.say(
      "Ouvrir le dossier d'un organisme (service certification)", "Open a body's dossier (certification office)"),
    aliases: Words.aliases(verb: "open"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("qualiopi, clea ou certifiag.", "qualiopi, clea or certifiag."))) var scheme:
    String
  @Argument(help: ArgumentHelp(Console.say("SIREN de l'organisme.", "SIREN of the body."))) var siren: String
  @Option(help: ArgumentHelp(Console.say("Catégorie : AF, CBC, VAE, CFA.", "Category: AF, CBC, VAE, CFA.")))
  var category: [String] = []
  @Flag(help: ArgumentHelp(Console.say("Mène à une certification.", "Leads to a certification."))) var certifying =
    false
  @Flag(help: ArgumentHelp(Console.say("Alternance.", "Alternating training."))) var alternating = false
  @Flag(help: ArgumentHelp(Console.say("Périodes en situation de travail.", "Work-based periods."))) var workBased =
    false
  @Flag(help: ArgumentHelp(Console.say("Sous-traitance ou portage.", "Subcontracting or umbrella staff.")))
  var subcontracting = false
  @Flag(help: ArgumentHelp(Console.say("Prestations de 2 jours ou moins.", "Services of 2 days or less.")))
  var twoDaysAtMost = false
  @Flag(help: ArgumentHelp(Console.say("Seulement en sous-traitance d'autres organismes.", "Only as subcontractor.")))
  var subcontractorOnly = false
  @Option(help: ArgumentHelp(Console.say("Indicateur confié par le donneur d'ordres.", "Indicator entrusted.")))
  var entrusted: [Int] = []
  @Flag(help: ArgumentHelp(Console.say("Vend par le CPF.", "Sells through the CPF."))) var cpf = false
  @Option(help: ArgumentHelp(Console.say("Début de validité, AAAA-MM-JJ.", "Start of validity, YYYY-MM-DD.")))
  var validFrom: String?
  @Option(help: ArgumentHelp(Console.say("Fin de validité, AAAA-MM-JJ.", "End of validity, YYYY-MM-DD.")))
  var certificateEnd: String?

  func answer(in session: Session) async throws -> Answer {
    guard let scheme = Scheme(rawValue: scheme.lowercased()) else {
      throw CommandFailure(
        "unknown-scheme", .usage, fr: "« \(scheme) » n'est pas un référentiel : qualiopi, clea ou certifiag.",
        en: "“\(scheme)” is no scheme: qualiopi, clea or certifiag.")
    }
    guard let siren = SIREN(siren), siren.hasValidKey,
      let stream = StreamID.dossier(scheme: scheme.rawValue, key: siren.description),
      let dossier = AuditNames.dossier(siren.description)
    else {
      throw CommandFailure(
        "bad-siren", .usage,
        fr: "« \(siren) » n'est pas un SIREN : neuf chiffres, clé de contrôle comprise. Vérifiez la saisie.",
        en: "“\(siren)” is no SIREN: nine digits, check digit included. Check what you typed.")
    }
    for date in [validFrom, certificateEnd].compactMap({ $0 }) { _ = try Parsing.day(date) }
    let categories = try category.map { try Parsing.category($0) }
    let profile = JSONValue.sorted(
      [
        ("alternating", .bool(alternating)), ("categories", .array(categories.sorted().map { .string($0) })),
        ("certifying", .bool(certifying)), ("subcontracting", .bool(subcontracting)), ("workBased", .bool(workBased)),
      ] + rarerTraits)
    try session.capture(stream) {
      $0.openDossier(dossier, profile: profile, validFrom: validFrom, certificateEnd: certificateEnd)
    }
    return Answer(
      "dossier.open",
      lines: [session.say("Dossier \(scheme.name) ouvert : \(stream)", "\(scheme.name) dossier opened: \(stream)")],
      members: [("stream", .string(stream.description))])
  }
}

extension DossierOpen {
  /// What is written of few bodies only: left out where it does not hold.
  fileprivate var rarerTraits: [(String, JSONValue)] {
    var traits: [(String, JSONValue)] = []
    if twoDaysAtMost { traits.append(("twoDaysAtMost", true)) }
    if cpf { traits.append(("cpf", true)) }
    if subcontractorOnly {
      traits.append(("asSubcontractorOnly", .array(Set(entrusted).sorted().map { .integer(Int64($0)) })))
    }
    return traits
  }
}

/// `dossier list`: the dossiers this device holds.
struct DossierList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Dossiers tenus par ce poste", "Dossiers this device holds"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    var lines: [String] = []
    var rows: [JSONValue] = []
    for stream in try session.store.streams() {
      guard case .dossier(let scheme, let key) = stream.family else { continue }
      let name = try session.bodyName(key)
      lines.append(
        "\(key)  \(Scheme(rawValue: scheme)?.name ?? scheme)  \(name.map { SafeText($0).description } ?? "—")")
      rows.append(
        .sorted([
          ("body", .string(key)), ("name", name.map { .string($0) } ?? .null), ("scheme", .string(scheme)),
          ("stream", .string(stream.description)),
        ]))
    }
    if lines.isEmpty { lines = [session.say("Aucun dossier. Synchronisez.", "No dossier. Sync first.")] }
    return Answer("dossier.list", lines: lines, members: [("dossiers", .array(rows))])
  }
}

extension Session {
  /// The legal name of a body, nil when its register facts are not held.
  func bodyName(_ key: String) throws -> String? {
    guard let stream = StreamID.organisation(key), let body = AuditNames.body(key), try store.streams().contains(stream)
    else { return nil }
    return FactView("legalName", of: body, in: try store.fold(stream)).value?.text
  }
}
