import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import WorkingDays

/// One audit as one reading holds it: taken on the server's actor, made into a page outside it.
struct AuditSource: Sendable {
  let board: AuditBoard
  let fold: StreamFold
  /// The body's stream; nil where it is not held, or not for this reader.
  let organisation: StreamFold?
  /// What the body is called.
  let body: String
  let seen: SeenVector
  let reader: WriteAuthor
  let people: People
  let today: CivilDate
  /// People and settings; nil where they are not held.
  let directory: StreamFold?
  /// The fields of the audit somebody settled.
  let settled: [SettledDivergence]
  /// When the grades, the requests and the settlings came, by the change that holds them.
  let arrivals: [ChangeID: Arrival]

  /// Takes an audit up; throws `PageFault.notFound` for one that is not there, or not for this reader.
  init(_ audit: EntityID, in stream: StreamID, _ reading: ConsoleReading, _ phrasing: Phrasing) throws {
    guard let fold = try reading.fold(stream), let board = AuditBoard(audit, in: fold) else {
      throw PageFault.notFound
    }
    self.board = board
    self.fold = fold
    organisation = try Titles.key(of: stream).flatMap { StreamID.organisation($0) }.flatMap { try reading.fold($0) }
    body = try Titles(phrasing: phrasing).body(stream, reading)
    seen = try reading.seen(stream)
    reader = reading.author
    people = try People(reading, phrasing)
    today = reading.today
    directory = try reading.fold(.directory)
    settled = SettledDivergence.all(in: fold, atOrBelow: audit)
    var arrivals: [ChangeID: Arrival] = [:]
    for id in Self.dated(board, settled, in: fold) where arrivals[id] == nil {
      arrivals[id] = try reading.arrival(of: id, in: stream)
    }
    self.arrivals = arrivals
  }

  var stream: StreamID { board.stream }

  var scheme: Scheme? {
    guard case .dossier(let scheme, _) = stream.family else { return nil }
    return Scheme(rawValue: scheme)
  }

  /// Who said something, by which door, and when.
  func attribution(_ write: Write) -> Attribution {
    Attribution(write, arrival: arrivals[write.id], people: people)
  }

  /// The changes whose arrival is told: a bounded number, whatever the length of the audit.
  private static func dated(_ board: AuditBoard, _ settled: [SettledDivergence], in fold: StreamFold) -> [ChangeID] {
    let grades = board.items.prefix(arrivalsMax).flatMap { item in
      fold.field("grade", of: item.id, schema: AuditSchema.current)?.heads.map(\.id) ?? []
    }
    return Array((board.view.requests.map(\.id) + grades + settled.compactMap(\.settling?.id)).prefix(arrivalsMax))
  }

  /// Past the 32 indicators with a few grades against each other, nobody reads them one by one.
  private static let arrivalsMax = 200
}
