import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import WorkingDays

extension DossierView {
  /// The fields of a body in the order of its sheet, and those of a site.
  private static let bodyFields: [FieldName] = [
    "legalName", "siren", "nda", "address", "qualiopi", "actionCategories", "phone", "planningNote",
  ]
  private static let siteFields: [FieldName] = ["name", "address", "closed"]
  private static let dossierFields: [FieldName] = ["profile", "validFrom", "certificateEnd", "planningNote"]

  /// Reads the page of a stream.
  /// - Throws: `PageFault.notFound` for what is no dossier or organisation of this reader; whatever the ledger throws.
  init(_ stream: StreamID, _ reading: ConsoleReading, history: HistoryPlace?) throws {
    guard let key = Titles.key(of: stream), let own = try reading.fold(stream) else { throw PageFault.notFound }
    let organisation = StreamID.organisation(key)
    let body = try organisation.flatMap { $0 == stream ? own : try reading.fold($0) }
    let dossier = organisation == stream ? nil : own
    var reader = FactReader(reading)
    self.stream = stream
    self.organisation = body == nil ? nil : organisation
    self.key = key
    let register = try body.map { try reader.divergences(in: $0) } ?? []
    let ownDivergences = try dossier.map { try reader.divergences(in: $0) } ?? []
    divergences = register.count + ownDivergences.count
    identity =
      try body.flatMap { fold in
        try AuditNames.body(key).map { try reader.facts(Self.bodyFields, of: $0, in: fold, register) }
      } ?? []
    let sites = body.map(Self.siteOrder) ?? []
    self.sites = try body.map { try Self.sites(sites.prefix(Self.sitesMax), in: $0, register, &reader) } ?? []
    sitesBeyond = max(0, sites.count - Self.sitesMax)
    situations = try body.map { try Self.situations(in: $0, key, &reader) } ?? []
    otherDossiers = try Scheme.allCases.compactMap { scheme in
      guard let other = StreamID.dossier(scheme: scheme.rawValue, key: key), other != stream,
        try reading.fold(other) != nil
      else { return nil }
      return other
    }
    dossierFacts =
      try dossier.flatMap { fold in
        try AuditNames.dossier(key).map { try reader.facts(Self.dossierFields, of: $0, in: fold, ownDivergences) }
      } ?? []
    standing = try dossier.flatMap { fold in
      try AuditNames.title(key).flatMap { try reader.facts(["standing"], of: $0, in: fold, ownDivergences).first }
    }
    audits = dossier.map { Self.audits(in: $0, ownDivergences) } ?? []
    let directory = try reading.fold(.directory)
    let context = dossier.map { ActContext(dossier: $0, directory: directory, today: reading.today) }
    self.context = context
    timeLine = TimeLineEntry.all(context, body: body, key: key)
    late = try [dossier, body].compactMap { $0 }.flatMap { fold in
      try fold.lateWrites(schema: AuditSchema.current).map { late in
        Late(entity: late.entity, field: late.field, source: try reader.source(late.write, in: fold.stream))
      }
    }
    histories = try [dossier?.stream, self.organisation].compactMap { $0 }
      .map { try HistoryView($0, reading, before: history?.stream == $0 ? history?.before : nil) }
    today = reading.today
    actor = ActActor(user: reading.author.user, roles: reading.author.roles)
    announced = context.map(AutomaticEffects.due) ?? []
  }

  /// Sites shown at most: networks have hundreds.
  static let sitesMax = 60

  /// The sites, open ones first.
  private static func siteOrder(in fold: StreamFold) -> [(id: EntityID, isClosed: Bool)] {
    let sites = fold.standing(ofType: "body/site").map { id in
      (id: id, isClosed: FactView("closed", of: id, in: fold).value?.truth ?? false)
    }
    return sites.filter { !$0.isClosed } + sites.filter(\.isClosed)
  }

  private static func sites(
    _ sites: some Sequence<(id: EntityID, isClosed: Bool)>, in fold: StreamFold, _ open: [Divergence],
    _ reader: inout FactReader
  ) throws -> [Site] {
    var read: [Site] = []
    for site in sites {
      let facts = try reader.facts(siteFields, of: site.id, in: fold, open)
      read.append(Site(id: site.id, facts: facts, isClosed: site.isClosed))
    }
    return read
  }

  private static func situations(
    in fold: StreamFold, _ key: String, _ reader: inout FactReader
  ) throws -> [Situation] {
    var situations: [Situation] = []
    for report in SituationReport.all(in: fold, body: key) {
      let write = FactView("observed", of: report.id, in: fold).source
      situations.append(
        Situation(
          report: report, source: try write.map { try reader.source($0, in: fold.stream) },
          standing: SituationStanding(report, in: fold)))
    }
    return situations.sorted { ($0.report.on ?? "", $0.report.id) > ($1.report.on ?? "", $1.report.id) }
  }

  private static func audits(in fold: StreamFold, _ open: [Divergence]) -> [Audit] {
    fold.standing(ofType: "audit").compactMap { AuditBoard($0, in: fold) }.map { board in
      Audit(
        board: board,
        stage: board.stage?.rawValue ?? board.view.text("stage"),
        divergences: open.count { $0.entity == board.id || $0.entity.isBelow(board.id) })
    }.sorted { ($0.board.days?.first ?? "9", $0.board.id) > ($1.board.days?.first ?? "9", $1.board.id) }
  }
}

/// Reads facts with where they come from; a line that many facts share is looked up once.
struct FactReader {
  private let reading: ConsoleReading
  private var arrivals: [ChangeID: Arrival?] = [:]

  init(_ reading: ConsoleReading) { self.reading = reading }

  func divergences(in fold: StreamFold) throws -> [Divergence] { Divergence.all(in: fold, reader: reading.author) }

  /// The fields of an entity that somebody ever wrote.
  mutating func facts(
    _ fields: [FieldName], of entity: EntityID, in fold: StreamFold, _ open: [Divergence]
  ) throws -> [DossierView.Fact] {
    var facts: [DossierView.Fact] = []
    for field in fields {
      let fact = FactView(field, of: entity, in: fold)
      guard fact.source != nil else { continue }
      facts.append(
        DossierView.Fact(
          field: field, value: fact.value, source: try fact.source.map { try source($0, in: fold.stream) },
          divergence: fact.isDisputed ? open.first { $0.entity == entity && $0.field == field } : nil))
    }
    return facts
  }

  mutating func source(_ write: Write, in stream: StreamID) throws -> DossierView.SourcedWrite {
    if let known = arrivals[write.id] { return DossierView.SourcedWrite(write: write, arrival: known) }
    let arrival = try reading.arrival(of: write.id, in: stream)
    arrivals[write.id] = .some(arrival)
    return DossierView.SourcedWrite(write: write, arrival: arrival)
  }
}
