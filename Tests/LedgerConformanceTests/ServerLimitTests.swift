import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

/// L12: the server's own bounds, each at the limit and one past it.
@Suite struct `server limits` {
  @Test(arguments: LedgerKind.allCases)
  func `L12 a page ends with the line that reaches its bytes, and the next one goes on`(_ kind: LedgerKind) async throws
  {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let writer = try await house.device("Alex Morel", [.auditor], seed: 51)
    let reader = try await house.device("Camille Renaud", [.auditor], seed: 52)
    for device in [writer, reader] {
      try await house.server.assign(device.user, streams: [dossier])
      try await device.sync()
    }
    let text = String(repeating: "constat ", count: 6_000)
    var over: [ChangeID] = []
    for _ in 0..<100 {
      over = [try writer.write(dossier, [try Sample.title(text, over: over)])]
      try await writer.exchange()
    }
    let first = try await reader.exchange()
    let frames = first.entries.map { LogRecord($0).frame.count }
    let sent = frames.reduce(0, +)
    #expect(sent >= ProtocolLimits.pageBytesMax)
    #expect(sent - (frames.last ?? 0) < ProtocolLimits.pageBytesMax)
    #expect(first.end?.more == true)
    try await reader.sync()
    #expect(try reader.fold(dossier).held.count == 100)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 one page opens as many streams as allowed, and the one past them comes with the next`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let auditor = try await house.device("Alex Morel", [.auditor], seed: 51)
    let office = try await house.device("Service certification", [.office], seed: 52)
    try await office.sync()
    // With the office's own stream, which the assignment opens: one more than a page opens.
    let streams = try Self.streams(ServerLimits.pageEntersMax)
    try await house.server.assign(auditor.user, streams: Set(streams))
    try await auditor.sync()
    for stream in streams { try auditor.write(stream, [try Sample.title("opened")]) }
    while auditor.receipts.count < streams.count { try await auditor.push(ProtocolLimits.pushLinesMax) }

    // The office has read the log up to here: the new streams open without a past of their own.
    let first = try await office.exchange()
    #expect(first.enters.count == ServerLimits.pageEntersMax && first.end?.more == true)
    let second = try await office.exchange()
    #expect(second.enters.count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 a bookmark names unused streams up to its bound, and the others enter with their first entry`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let auditor = try await house.device("Alex Morel", [.auditor], seed: 51)
    let colleague = try await house.device("Camille Renaud", [.auditor], seed: 52)
    try await auditor.sync()
    // Every name takes as many bytes, three of them around it: so many fill the bookmark exactly.
    let bytes = try #require(Self.streams(1).first).description.utf8.count + 3
    let fitting = ServerLimits.bookmarkNameBytesMax / bytes
    let streams = try Self.streams(fitting + 1)
    try await house.server.assign(auditor.user, streams: Set(streams))
    try await house.server.assign(colleague.user, streams: Set(streams))
    let answers = try await auditor.sync()
    #expect(answers.flatMap(\.enters).sorted() == Array(streams.prefix(fitting)))
    #expect(auditor.bookmark.utf8.count <= ProtocolLimits.bookmarkBytesMax)

    let last = try #require(streams.last)
    try colleague.write(last, [try Sample.title("opened")])
    try await colleague.sync()
    #expect(try await auditor.sync().flatMap(\.enters) == [last])
    #expect(try auditor.fold(last).held.count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `one who asks for no entries enters the streams that have none, and those with a past wait`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let auditor = try await house.device("Alex Morel", [.auditor], seed: 51)
    let colleague = try await house.device("Camille Renaud", [.auditor], seed: 52)
    try await auditor.sync()
    let streams = try Self.streams(3)
    let used = streams[1]
    try await house.server.assign(colleague.user, streams: [used])
    try colleague.write(used, [try Sample.title("opened")])
    try await colleague.sync()
    try await auditor.sync()
    try await house.server.assign(auditor.user, streams: Set(streams))
    let request = try auditor.request(from: 1, count: 0, limit: 0)
    let answer = try Answer(try await house.server.exchange(request.body, as: auditor.principal).get())
    #expect(answer.enters == [] && answer.entries == [] && answer.end?.more == true)
    // A dossier is seen with its organisation.
    #expect(try await auditor.sync().flatMap(\.enters).filter(streams.contains).sorted() == streams)

    let newcomer = try await house.device("Dominique Petit", [.auditor], seed: 53)
    try await newcomer.sync()
    try await house.server.assign(newcomer.user, streams: [streams[0], streams[2]])
    let asked = try newcomer.request(from: 1, count: 0, limit: 0)
    let told = try Answer(try await house.server.exchange(asked.body, as: newcomer.principal).get())
    #expect(told.enters.filter(streams.contains).sorted() == [streams[0], streams[2]] && told.entries == [])
    #expect(told.end?.more == false)
  }

  /// Streams whose names are of one length, ascending.
  private static func streams(_ count: Int) throws -> [StreamID] {
    try (0..<count).map { try #require(StreamID.dossier(scheme: "qualiopi", key: "k\(10_000 + $0)")) }
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 streams are assigned in changes of bounded size, and one past the bound takes another`(
    _ kind: LedgerKind
  ) async throws {
    for (count, changes) in [(ServerLimits.assignmentStepsMax, 1), (ServerLimits.assignmentStepsMax + 1, 2)] {
      let house = try House(kind)
      let office = try await house.device("Service certification", [.office], seed: 51)
      try await office.sync()
      let auditor = try await house.server.addUser(name: "Alex Morel", roles: [.auditor])
      let streams = try (0..<count).map { try #require(StreamID.dossier(scheme: "qualiopi", key: "k\($0)")) }
      try await house.server.assign(auditor, streams: Set(streams))
      let lines = try await office.sync().flatMap(\.lines).filter { $0.change.stream == .office }
      #expect(lines.count == changes)
      #expect(lines.map(\.change.operations.count).reduce(0, +) == count)
    }
  }

  @Test func `L12 as many listeners as allowed are told, and one more is ended at once`() async throws {
    let house = try House(.inMemory)
    var listeners: [AsyncStream<Int>] = []
    for _ in 0..<ServerLimits.listenersMax { listeners.append(await house.server.changes()) }
    var refused = await house.server.changes().makeAsyncIterator()
    #expect(await refused.next() == nil)
    _ = try await house.server.addUser(name: "Alex Morel", roles: [.auditor])
    var last = try #require(listeners.last).makeAsyncIterator()
    #expect(await last.next() != nil)
  }

  @Test func `L12 one page looks at a bounded part of the log, and what lies past it comes with the next`() async throws
  {
    let house = try House(.inMemory)
    let (mine, other) = (try #require(Sample.dossier), try #require(Sample.otherDossier))
    let writer = try await house.device("Alex Morel", [.auditor], seed: 51)
    let reader = try await house.device("Camille Renaud", [.auditor], seed: 52)
    for device in [writer, reader] { try await house.server.assign(device.user, streams: [mine]) }
    try await writer.sync()
    try await reader.sync()
    // Entries of a stream the reader may not see, as many as one page looks at.
    try house.ledger.write { transaction in
      let tip = try transaction.tip()
      let digest = SyncCore.Digest(of: [])
      for number in 1...ServerLimits.pageScanMax {
        let id = ChangeID(replica: ReplicaID(bits: 99), seq: number)
        try transaction.insert(
          LogRecord(
            LogEntry(
              position: tip.position + number, received: 0, content: .skip(stream: other, id: id, digest: digest))),
          hash: digest)
      }
    }
    try writer.write(mine, [try Sample.title("visible")])
    try await writer.sync()
    let first = try await reader.exchange()
    #expect(first.lines.isEmpty && first.end?.more == true)
    let second = try await reader.exchange()
    #expect(second.lines.count == 1 && second.end?.more == false)
  }
}
