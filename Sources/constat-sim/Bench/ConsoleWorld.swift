import AuditDesk
import AuditModel
import ServerCore
import ServerStorage
import SyncCore
import WorkingDays

/// A large certifier's log: bodies with a name, a certificate and one audit in progress each, some of them disputed.
struct ConsoleWorld {
  /// How large.
  struct Size {
    var bodies = 6_500
    var changes = 500_000
    var divergences = 200
  }

  let server: BenchServer
  /// Somebody of the office.
  let office: UserID
  private let streams: [StreamID]
  private var lead: Pusher
  private var written = 0

  init(folder: String, _ size: Size) async throws {
    server = try BenchServer(folder: folder + "/console", part: .serving)
    office = try await server.office.addUser(name: "Service certification", roles: [.office])
    // Both hats, so that one device writes all there is without as many assignments.
    let users = [
      try await server.office.addUser(name: "Responsable d'audit", roles: [.auditor, .office]),
      try await server.office.addUser(name: "Auditrice", roles: [.auditor, .office]),
    ]
    lead = try await Pusher(users[0], server.office)
    var second = try await Pusher(users[1], server.office)
    streams = BenchWriter.dossiers(size.bodies)
    let today = Instant(clampingMillisecondsSince1970: BenchServer.Clock().now()).parisDate
    // A body's name, its dossier and its audit are three changes; what divergences take is left over at the end.
    let observations = max(1, (size.changes - 2 * size.divergences) / size.bodies - 3)
    for (number, stream) in streams.enumerated() {
      try await lead.open(stream, number, today, team: users)
      try await lead.observe(observations, in: stream)
    }
    for place in 0..<size.divergences {
      let stream = streams[place * streams.count / size.divergences]
      try await lead.grade(stream, "major")
      try await second.grade(stream, "minor")
    }
  }

  /// The pages of the dossiers and of their audits.
  var dossierPaths: [String] { streams.map { "/dossiers/\($0)" } }
  var auditPaths: [String] {
    streams.compactMap { stream in BenchWriter.audit(stream).map { "/dossiers/\(stream)/audits/\($0.localName)" } }
  }

  /// One more change in some dossier.
  mutating func writeSomewhere() async throws {
    written += 1
    try await lead.observe(1, in: streams[written * 31 % streams.count])
  }

  /// A device that pushes straight into the core.
  private struct Pusher {
    private var writer: BenchWriter
    private let core: ConstatServer
    private let principal: Principal
    private var bookmark = ""

    init(_ user: UserID, _ core: ConstatServer) async throws {
      self.core = core
      writer = try await BenchWriter(code: try await core.invite(user).code, server: core)
      principal = try await core.authenticate(authorization: "Bearer \(writer.token)").get()
      bookmark = try BenchWriter.end(of: try await core.exchange(writer.pull(bookmark: ""), as: principal).get())
        .bookmark
    }

    /// A body's name, then its dossier with a certificate some way into its three years and an audit in progress.
    mutating func open(_ dossier: StreamID, _ number: Int, _ today: CivilDate, team: [UserID]) async throws {
      guard case .dossier(_, let key) = dossier.family, let organisation = StreamID.organisation(key),
        let body = AuditNames.body(key), let entity = AuditNames.dossier(key), let audit = BenchWriter.audit(dossier),
        let validFrom = today.adding(days: -(100 + number * 37 % 900)),
        let last = today.adding(days: number % 30 - 20)
      else { throw BenchFault.answer("names") }
      func set(_ field: FieldName, _ entity: EntityID, _ value: JSONValue) -> SyncCore.Operation {
        .set(field, on: entity, to: value, over: [], motive: nil)
      }
      let day = JSONValue.string(last.description)
      try await send([[set("legalName", body, .string("ORGANISME FICTIF \(number)"))]], organisation)
      try await send(
        [
          [set("validFrom", entity, .string(validFrom.description))],
          [
            set("kind", audit, "initial"), set("lead", audit, .string(team[0].description)),
            set("days", audit, .sorted([("first", day), ("last", day)])),
          ] + team.map { .add("team", on: audit, value: .string($0.description)) },
        ], dossier)
    }

    mutating func observe(_ count: Int, in stream: StreamID) async throws {
      try await send(try writer.push(count, into: stream))
    }

    mutating func grade(_ stream: StreamID, _ grade: JSONValue) async throws {
      guard let item = BenchWriter.audit(stream).flatMap({ AuditNames.item($0, indicator: 17) }) else {
        throw BenchFault.answer("names")
      }
      try await send([[.set("grade", on: item, to: grade, over: [], motive: nil)]], stream)
    }

    private mutating func send(_ changes: [[SyncCore.Operation]], _ stream: StreamID) async throws {
      try await send(try writer.push(changes, into: stream))
    }

    private mutating func send(_ push: BenchWriter.Push) async throws {
      let answer = try await core.exchange(writer.body(push, bookmark: bookmark, limit: 0), as: principal).get()
      guard BenchWriter.acceptedCount(answer) == push.count else {
        throw BenchFault.answer(String(decoding: answer.prefix(300), as: UTF8.self))
      }
      bookmark = try BenchWriter.end(of: answer).bookmark
    }
  }
}
