import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// What a tool reads that follows some kinds of lines only, and the state of one stream.
@Suite struct `feeds by kinds` {
  private func entries(_ page: FeedPage) throws -> [LogEntry] { try #require(FeedBody.entries(reading: page.body)) }

  /// A dossier with a piece of evidence, a grade and one more piece of evidence, each a line of its own.
  private func written(_ house: House) async throws -> (FieldDevice, StreamID, ChangeID) {
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 71)
    try await house.server.assign(device.user, streams: [dossier])
    try device.write(dossier, [try Sample.title("avant")])
    let item = try #require(EntityID("audit/A1/item/17"))
    let graded = try device.write(
      dossier, [.set("grade", on: item, to: "minor", over: [], motive: nil), try Sample.title("avec")])
    try device.write(dossier, [try Sample.title("après")])
    try await device.sync()
    return (device, dossier, graded)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a line comes whole when one of its steps is of a kind asked for, and the offset moves over the rest`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let (device, dossier, graded) = try await written(house)
    let kinds = try FeedKinds("audit/item")
    for stream in [nil, dossier.description] {
      let page =
        if let stream {
          try await house.server.stream(stream, offset: nil, limit: nil, kinds: kinds, as: device.principal).get()
        } else { try await house.server.feed(offset: nil, limit: nil, kinds: kinds, as: device.principal).get() }
      let entries = try entries(page)
      #expect(entries.map(\.id) == [graded])
      guard case .line(let line) = entries[0].content else { return }
      #expect(line.change.operations.count == 2)
      #expect(page.upToDate)
      // The same offset is good for everything, and there is nothing after it.
      let rest =
        if let stream {
          try await house.server.stream(stream, offset: page.nextOffset, limit: nil, as: device.principal).get()
        } else { try await house.server.feed(offset: page.nextOffset, limit: nil, as: device.principal).get() }
      #expect(rest.body == Array("[]".utf8))
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `pages by kinds go on where they ended, and miss nothing`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let (device, dossier, _) = try await written(house)
    var (offset, ids) = (nil as String?, [ChangeID]())
    repeat {
      let page = try await house.server.stream(
        dossier.description, offset: offset, limit: 1, kinds: try FeedKinds("set"), as: device.principal
      ).get()
      ids += try entries(page).map(\.id)
      offset = page.upToDate ? nil : page.nextOffset
    } while offset != nil
    #expect(ids.map(\.seq) == [1, 2, 3])
  }

  @Test func `an operation's word and an entity's type are kinds, and no word is both`() throws {
    for word in OperationWord.allCases {
      _ = try FeedKinds(word.rawValue)
      #expect(AuditSchema.current.type(word.rawValue) == nil)
    }
    for type in AuditSchema.current.types { _ = try FeedKinds(type.path) }
    #expect(try FeedKinds("decision,rule") == FeedKinds("rule,decision"))
  }

  @Test(arguments: ["", ",", "decision,", "ruling", "Decision", "audit/", "decision,decision", "decision rule", "*"])
  func `what is no kind is malformed`(text: String) {
    #expect(throws: Problem.self) { try FeedKinds(text) }
  }

  @Test func `L12 as many kinds as may be named are taken, and one more is not`() throws {
    let all = OperationWord.allCases.map(\.rawValue) + AuditSchema.current.types.map(\.path)
    let most = all.prefix(ProtocolLimits.feedKindsMax)
    try #require(all.count > most.count)
    _ = try FeedKinds(most.joined(separator: ","))
    #expect(throws: Problem.self) { try FeedKinds((most + [all[most.count]]).joined(separator: ",")) }
  }

  @Test(arguments: LedgerKind.allCases)
  func `the state of a stream is what folding its lines gives, with the digest of its set`(_ kind: LedgerKind)
    async throws
  {
    let house = try House(kind)
    let (device, dossier, _) = try await written(house)
    let state = try await house.server.state(of: dossier.description, as: device.principal).get()
    var document = FoldDocument()
    let page = try await house.server.stream(dossier.description, offset: nil, limit: nil, as: device.principal).get()
    for entry in try entries(page) {
      if case .line(let line) = entry.content { document.take(line.bytes) }
    }
    let folded = document.json(schema: AuditSchema.current, tenant: House.tenant)
    let expected = try #require(folded["streams"]?[dossier.description])
    #expect(String(decoding: state.body, as: UTF8.self) == JSONWriter.text(expected))
    #expect(expected["setDigest"]?.text == (await house.server.setDigests())[dossier]?.description)
  }

  @Test(arguments: LedgerKind.allCases)
  func `the state of a stream out of scope is not there (L4)`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let (_, dossier, _) = try await written(house)
    let other = try await house.device("Alex Morel", [.auditor], seed: 72)
    for stream in [dossier.description, "office", "dossier.qualiopi.999999999", "not a stream"] {
      guard case .failure(let problem) = await house.server.state(of: stream, as: other.principal) else {
        Issue.record("\(stream) was looked at from outside")
        continue
      }
      #expect(problem.code == .notFound)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `an offset of another tenant, or of another user's scope, is not taken (L4)`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let (device, dossier, _) = try await written(house)
    let foreign = try House(kind, seed: 9)
    let (stranger, _, _) = try await written(foreign)
    let colleague = try await house.device("Alex Morel", [.auditor], seed: 72)
    let offset = try await foreign.server.feed(offset: nil, limit: nil, as: stranger.principal).get().nextOffset
    let own = try await house.server.feed(offset: nil, limit: nil, as: device.principal).get().nextOffset
    let whole = try await foreign.server.stream(dossier.description, offset: nil, limit: nil, as: stranger.principal)
      .get().nextOffset
    let answers = [
      await house.server.feed(offset: offset, limit: nil, as: device.principal),
      await house.server.feed(offset: own, limit: nil, as: colleague.principal),
      await house.server.stream(dossier.description, offset: whole, limit: nil, as: device.principal),
    ]
    for answer in answers {
      guard case .failure(let problem) = answer else {
        Issue.record("a foreign offset was taken")
        continue
      }
      #expect(problem.code == .bookmarkGone && problem.bookmark == "")
    }
  }
}
