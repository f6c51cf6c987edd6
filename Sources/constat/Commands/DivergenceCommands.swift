import ArgumentParser
import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore
import Terminal

/// `divergence`: values that stand against each other, for a person to settle.
struct DivergenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "divergence", abstract: Console.say("Divergences à trancher", "Divergences to settle"),
    subcommands: [DivergenceList.self, DivergenceShow.self, DivergenceSettle.self],
    aliases: Words.aliases(noun: "divergence"))

  /// Every divergence on this device.
  static func all(in session: Session) throws -> [(divergence: Divergence, fold: StreamFold)] {
    let reader = try session.author()
    return try session.store.streams().flatMap { stream in
      let fold = try session.store.fold(stream)
      return Divergence.all(in: fold, reader: reader).map { ($0, fold) }
    }
  }

  static func find(_ id: String, in session: Session) throws -> (divergence: Divergence, fold: StreamFold) {
    guard let found = try all(in: session).first(where: { $0.divergence.id == id.uppercased() }) else {
      throw CommandFailure(
        "unknown-divergence",
        fr:
          "Aucune divergence « \(id) » : elle a pu être tranchée entre-temps. « constat divergence liste » les montre.",
        en: "No divergence “\(id)”: it may have been settled meanwhile. “constat divergence list” shows them.")
    }
    return found
  }

  static func settlers(_ divergence: Divergence, _ session: Session) -> String {
    switch divergence.settlers {
    case .lead: session.say("au responsable d'audit", "for the lead auditor")
    case .office: session.say("au service certification", "for the certification office")
    case .authorOrLead: session.say("à un auteur ou au responsable d'audit", "for an author or the lead auditor")
    case .none: session.say("à personne", "for nobody")
    }
  }
}

/// `divergence list`.
struct DivergenceList: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Console.say("Divergences ouvertes", "Open divergences"),
    aliases: Words.aliases(verb: "list"))

  @OptionGroup var common: CommonOptions

  func answer(in session: Session) async throws -> Answer {
    let found = try DivergenceCommand.all(in: session)
    var lines: [String] = []
    var rows: [JSONValue] = []
    for (divergence, _) in found {
      let values = divergence.conflict?.values.map { session.words($0) } ?? [session.say("suppression", "deletion")]
      lines.append(
        "\(divergence.id)  \(divergence.entity) \(divergence.field?.description ?? "")  "
          + values.joined(separator: " ≠ ") + "  → " + DivergenceCommand.settlers(divergence, session))
      rows.append(
        .sorted([
          ("entity", .string(divergence.entity.description)),
          ("field", divergence.field.map { .string($0.description) } ?? .null), ("id", .string(divergence.id)),
          ("maySettle", .bool(divergence.maySettle)), ("stream", .string(divergence.stream.description)),
          ("values", .array(divergence.conflict?.values ?? [])),
        ]))
    }
    if lines.isEmpty { lines = [session.say("Aucune divergence.", "No divergence.")] }
    return Answer("divergence.list", lines: lines, members: [("divergences", .array(rows))])
  }
}

/// `divergence show`: base and each value side by side.
struct DivergenceShow: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.say("Montrer une divergence côte à côte", "Show a divergence side by side"),
    aliases: Words.aliases(verb: "show"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Le nom court de la liste.", "The short name from the list."))) var id:
    String

  func answer(in session: Session) async throws -> Answer {
    let (divergence, _) = try DivergenceCommand.find(id, in: session)
    guard let conflict = divergence.conflict, let field = divergence.field else {
      return Answer(
        "divergence.show",
        lines: [session.say("La suppression de \(divergence.entity) est contestée.", "The deletion is disputed.")],
        members: [("entity", .string(divergence.entity.description)), ("field", .null)])
    }
    let directory = try session.directory()
    try session.store.shown(
      [ShownMark(entity: divergence.entity, field: field, heads: conflict.alternatives.map(\.id).sorted())],
      stream: divergence.stream)
    let label = AuditSchema.current.rule(of: field, in: divergence.entity.typePath)?.words.text(in: session.language)
    var lines = ["\(divergence.id)  \(divergence.entity) — \(label ?? field.description)", ""]
    lines.append(
      session.say("Base : ", "Base: ")
        + (conflict.base.isEmpty
          ? session.say("rien n'était écrit avant", "nothing was written before")
          : conflict.base.map { session.words($0.value) }.joined(separator: " · ")))
    lines += SideBySide.lines(conflict.alternatives.map { column($0, session, directory) })
    lines += [
      "", session.say("Montré en attendant : ", "Shown meanwhile: ") + session.words(divergence.shown),
      session.say("Pourquoi aucune règle ne tranche : ", "Why no rule settles it: ") + reason(conflict.reason, session),
      session.say("À trancher : ", "To settle: ") + DivergenceCommand.settlers(divergence, session),
    ]
    return Answer("divergence.show", lines: lines, members: try members(divergence, conflict, session))
  }

  private func column(_ write: Write, _ session: Session, _ directory: DirectoryView) -> [String] {
    [
      session.words(write.value), session.name(of: write.by, in: directory), session.moment(write.time),
      session.say("poste ", "device ") + write.id.replica.description.suffix(4),
    ]
  }

  private func reason(_ reason: FieldConflict.Reason, _ session: Session) -> String {
    switch reason {
    case .concurrentValues:
      session.say("chacun a écrit sans avoir vu l'autre valeur.", "each wrote without having seen the other value.")
    case .overlappingText:
      session.say("les deux rédactions touchent au même passage.", "both edits touch the same passage.")
    }
  }

  private func members(_ divergence: Divergence, _ conflict: FieldConflict, _ session: Session) throws
    -> [(String, JSONValue)]
  {
    func json(_ write: Write) throws -> JSONValue {
      let stored = try session.store.line(write.id)
      var received: JSONValue = .null
      if case .accepted(_, let at?) = stored?.standing { received = .integer(at) }
      return .sorted([
        ("by", .string(write.by.description)), ("change", .string(write.id.description)),
        ("claimed", .integer(write.time)), ("device", .string(write.id.replica.description)),
        ("received", received), ("value", write.value),
      ])
    }
    return [
      ("id", .string(divergence.id)), ("entity", .string(divergence.entity.description)),
      ("field", .string(divergence.field?.description ?? "")), ("base", .array(try conflict.base.map(json))),
      ("alternatives", .array(try conflict.alternatives.map(json))), ("shown", divergence.shown ?? .null),
      ("reason", .string(conflict.reason.rawValue)), ("maySettle", .bool(divergence.maySettle)),
    ]
  }
}

/// `divergence settle`.
struct DivergenceSettle: ConstatCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: Console.say("Trancher une divergence", "Settle a divergence"),
    aliases: Words.aliases(verb: "settle"))

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(Console.say("Le nom court de la liste.", "The short name from the list."))) var id:
    String
  @Argument(help: ArgumentHelp(Console.say("La valeur retenue, l'une d'elles ou une autre.", "The value that holds.")))
  var value: String
  @Option(
    help: ArgumentHelp(Console.say("Le motif, que les deux auteurs liront.", "The motive both authors will read.")))
  var motive: String

  func answer(in session: Session) async throws -> Answer {
    let (divergence, fold) = try DivergenceCommand.find(id, in: session)
    guard let field = divergence.field, let conflict = divergence.conflict else {
      throw CommandFailure(
        "deletion-disputed", .needsPerson,
        fr: "Cette divergence porte sur une suppression : supprimez à nouveau ou restaurez.",
        en: "This divergence is about a deletion: delete again or restore.")
    }
    guard divergence.maySettle else {
      throw CommandFailure(
        "not-settler", .notAuthorised,
        fr: "Vous ne pouvez pas trancher ceci : cela revient \(DivergenceCommand.settlers(divergence, session)). "
          + "Votre valeur reste visible ; dites-lui ce que vous avez vu.",
        en: "You may not settle this: it is \(DivergenceCommand.settlers(divergence, session)). Your value stays "
          + "visible; tell them what you saw.")
    }
    let shown = Set(
      try session.store.shownHeads(
        field: field, entity: divergence.entity, stream: divergence.stream))
    guard conflict.alternatives.allSatisfy({ shown.contains($0.id) }) else {
      throw CommandFailure(
        "not-shown", .needsPerson,
        fr:
          "Une valeur au moins ne vous a pas été montrée : lisez « constat divergence voir \(divergence.id) » d'abord.",
        en: "At least one value was not shown to you: read “constat divergence show \(divergence.id)” first.")
    }
    let settled = try settledValue(divergence, fold)
    try session.capture(divergence.stream) {
      [$0.write(field, on: divergence.entity, settled, motive: motive)]
    }
    return Answer(
      "divergence.settle",
      lines: [
        session.say("Tranché : \(session.words(settled)). Les deux auteurs le liront avec le motif.", "Settled.")
      ],
      members: [("id", .string(divergence.id)), ("value", settled)])
  }

  private func settledValue(_ divergence: Divergence, _ fold: StreamFold) throws -> JSONValue {
    if let field = divergence.field,
      case .cautious(let ranking) = AuditSchema.current.kind(of: field, in: divergence.entity.typePath)
    {
      return .string(
        try Parsing.word(value, among: ranking.gravestFirst, what: LocalizedText(fr: "la cotation", en: "the grade")))
    }
    let typed = JSONValue.string(value)
    return divergence.conflict?.values.first { $0 == typed || JSONWriter.text($0) == value } ?? typed
  }
}
