import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import WorkingDays

/// The lines kept aside and the devices people carry, read at one moment for their page.
struct QuarantineView: Sendable {
  /// One line kept aside.
  struct Line: Sendable {
    let number: Int
    let id: ChangeID
    let user: UserID
    let received: Int64
    let code: RefusalCode
    /// Where it belongs; nil where that cannot be read.
    let place: String?
    /// The page of that place; nil where nothing is there.
    let path: String?
    /// What it would have written, a sentence each; nil where its bytes are no change.
    let says: [String]?
    let byteCount: Int
    /// The change that wrote it anew.
    let reissue: Reissue?
  }

  /// What became of a line somebody admitted.
  struct Reissue: Sendable {
    let by: UserID
    let received: Int64
    /// What the server answered to the act it asked for; nil where it asked for none.
    let verdict: Ruling.Verdict?
  }

  static let linesAPage = 25

  /// The newest first.
  let lines: [Line]
  /// The page before, by the row it ends with; nil on the newest.
  let newer: Int?
  /// The page after, by the row it begins with; nil on the oldest.
  let older: Int?
  /// Those not heard of for longest first.
  let devices: [CarriedDevice]
  let today: CivilDate
  let people: People

  /// Reads the page that holds a row.
  /// - Parameter row: nil for the newest lines.
  /// - Throws: `PageFault.notFound` for those who may not admit what was kept aside.
  init(_ reading: ConsoleReading, row: Int?, phrasing: Phrasing) throws {
    guard Self.mayRead(reading.author.roles) else { throw PageFault.notFound }
    let people = try People(reading, phrasing)
    let last = try Self.last(reading)
    let end = row.map { min(last, last - (max(0, last - $0) / Self.linesAPage) * Self.linesAPage) } ?? last
    let start = max(0, end - Self.linesAPage)
    lines = try reading.quarantine(after: start, limit: end - start).reversed().map {
      try Self.line($0, reading, people)
    }
    newer = end < last ? min(last, end + Self.linesAPage) : nil
    older = start > 0 ? start : nil
    devices = try CarriedDevice.all(reading, people.directory).sorted { left, right in
      (left.isOut ? 1 : 0, left.contact ?? .min, left.replica) < (
        right.isOut ? 1 : 0, right.contact ?? .min, right.replica
      )
    }
    today = reading.today
    self.people = people
  }

  static func mayRead(_ roles: Set<Role>) -> Bool { !roles.isDisjoint(with: [.office, .administrator]) }

  /// The number of the newest row; rows are numbered in order of arrival and none is taken away.
  private static func last(_ reading: ConsoleReading) throws -> Int {
    func holds(_ number: Int) throws -> Bool { try !reading.quarantine(after: number - 1, limit: 1).isEmpty }
    guard try holds(1) else { return 0 }
    var (held, lacking) = (1, 2)
    while try holds(lacking) { (held, lacking) = (lacking, lacking * 2) }
    while lacking - held > 1 {
      let middle = (held + lacking) / 2
      if try holds(middle) { held = middle } else { lacking = middle }
    }
    return held
  }

  private static func line(_ row: QuarantineRow, _ reading: ConsoleReading, _ people: People) throws -> Line {
    let titles = Titles(phrasing: people.phrasing)
    let fold = try row.stream.flatMap { try reading.fold($0) }
    let body = try row.stream.map { try titles.body($0, reading) }
    return Line(
      number: row.number, id: row.id, user: row.user, received: row.received, code: row.code,
      place: row.stream.map { stream in
        switch stream.family {
        case .dossier, .organisation: "\(body ?? "") — \(titles.scheme(stream))"
        case .directory: people.phrasing.say("annuaire", "directory")
        case .office: people.phrasing.say("service certification", "certification office")
        case .other: people.phrasing.say("un dossier que ce certificateur ne tient pas", "a stream of no use here")
        }
      }, path: fold == nil ? nil : row.stream.flatMap(path), says: row.change.map { sentences($0, fold, people) },
      byteCount: row.bytes.count, reissue: try reissue(of: row, fold, reading))
  }

  private static func path(_ stream: StreamID) -> String? {
    switch stream.family {
    case .dossier, .organisation: ConsolePath.stream(stream)
    case .directory: ConsolePath.competences
    case .office, .other: nil
    }
  }

  private static func sentences(_ change: Change, _ fold: StreamFold?, _ people: People) -> [String] {
    let titles = Titles(phrasing: people.phrasing)
    let audits: [EntityID: String] = Dictionary(
      (fold?.standing(ofType: "audit") ?? []).compactMap { audit in
        fold.flatMap { AuditBoard(audit, in: $0) }.map { (audit, titles.audit($0)) }
      }, uniquingKeysWith: { first, _ in first })
    return StepWords(
      people.phrasing.language, of: change.stream, person: { people.name($0) }, audit: { audits[$0] }
    ).sentences(of: change)
  }

  private static func reissue(of row: QuarantineRow, _ fold: StreamFold?, _ reading: ConsoleReading) throws -> Reissue?
  {
    guard let stream = row.stream, let id = try reading.reissues(of: stream)?[row.id],
      let arrival = try reading.arrival(of: id, in: stream)
    else { return nil }
    return Reissue(by: arrival.line.change.by, received: arrival.received, verdict: fold?.rulings[id]?.ruling.verdict)
  }
}
