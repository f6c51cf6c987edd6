import AuditModel
import Foundation
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `the laws of the exchange` {
  private func write(_ device: FieldDevice, _ stream: StreamID, _ count: Int) throws {
    for number in 0..<count { try device.write(stream, [try Sample.title("n \(number)")]) }
  }

  // MARK: L4

  @Test(arguments: LedgerKind.allCases)
  func `a device never gets a byte outside its scope (L4)`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let inside = try #require(Sample.dossier)
    let outside = try #require(Sample.otherDossier)
    let office = try await house.device("Service certification", [.office], seed: 31)
    let author = try await house.device("Alex Morel", [.auditor], seed: 32)
    let reader = try await house.device("Camille Renaud", [.auditor], seed: 33)
    try await house.server.assign(author.user, streams: [inside, outside])
    try await house.server.assign(reader.user, streams: [inside])
    try write(author, inside, 5)
    try author.write(outside, [try Sample.title("secret-53")])
    try author.write(outside, [try Sample.title("secret-54", over: [ChangeID(replica: ReplicaID(bits: 1), seq: 1)])])
    try office.write(
      .office, [.set("note", on: try #require(EntityID("mail/M1")), to: "secret-55", over: [], motive: nil)])
    try await author.sync()
    try await office.sync()
    var answers = try await reader.sync(limit: 2)
    answers += try await reader.sync()
    for answer in answers {
      #expect(!answer.text.contains("secret"))
      #expect(!answer.text.contains("900000027"))
      #expect(!answer.text.contains("\"stream\":\"office\"") && !answer.text.contains("[\"office\""))
    }
    #expect(reader.held[inside]?.count ?? 0 >= 5)
    for stream in [outside.description, "office", "dossier.qualiopi.999999999", "not a stream"] {
      guard
        case .failure(let problem) = await house.server.stream(stream, offset: nil, limit: nil, as: reader.principal)
      else {
        Issue.record("\(stream) was read from outside")
        continue
      }
      #expect(problem.code == .notFound)
      #expect(problem == Problem(.notFound, detail: problem.detail))
    }
    let feed = try await house.server.feed(offset: nil, limit: nil, as: reader.principal).get()
    #expect(!String(decoding: feed.body, as: UTF8.self).contains("secret"))
  }

  @Test(arguments: LedgerKind.allCases)
  func `who loses a dossier is told to leave, hears no more of it, and unsent work is kept aside (L4)`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let office = try await house.device("Service certification", [.office], seed: 31)
    let author = try await house.device("Alex Morel", [.auditor], seed: 32)
    let auditor = try await house.device("Camille Renaud", [.auditor], seed: 33)
    for user in [author.user, auditor.user] { try await house.server.assign(user, streams: [dossier]) }
    try write(author, dossier, 2)
    try await author.sync()
    try await auditor.sync()
    try await office.sync()
    #expect(auditor.held[dossier] != nil)

    let assignment = try #require(EntityID("assignment/\(auditor.user)"))
    let member = try #require(
      try office.fold(.office).field("streams", of: assignment, schema: Kinds())?.members.first)
    try office.write(.office, [.remove("streams", on: assignment, value: member.value, over: member.additions)])
    try await office.sync()
    try write(author, dossier, 1)
    try await author.sync()

    let lost = try auditor.write(dossier, [try Sample.title("travail non envoyé")])
    let answers = try await auditor.sync()
    #expect(answers.flatMap(\.leaves).contains(dossier))
    #expect(answers.flatMap(\.entries).allSatisfy { $0.stream != dossier })
    #expect(answers.allSatisfy { $0.end?.digests[dossier] == nil })
    #expect(auditor.receipts[lost.seq] == .refused(.outOfScope, detail: "stream"))
    let aside = try await house.server.quarantine()
    #expect(aside.contains { String(decoding: $0.bytes, as: UTF8.self).contains("travail non envoyé") })

    // Back in scope, all comes again, what the auditor had written there included.
    try await house.server.assign(auditor.user, streams: [dossier])
    try await auditor.sync(limit: 1)
    #expect(auditor.held[dossier]?.compactMap { if case .line(let line) = $0.content { line } else { nil } }.count == 3)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a revoked device is told to leave everything, and its lines are kept aside (L4)`(_ kind: LedgerKind)
    async throws
  {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let chief = try await house.device("Direction", [.administrator], seed: 31)
    let auditor = try await house.device("Camille Renaud", [.auditor], seed: 33)
    try await house.server.assign(auditor.user, streams: [dossier])
    try write(auditor, dossier, 1)
    try await auditor.sync()
    try await chief.sync()
    let device = try #require(EntityID("device/\(auditor.replica)"))
    try chief.write(.directory, [.set("revoked", on: device, to: true, over: [], motive: nil)])
    try await chief.sync()
    let lost = try auditor.write(dossier, [try Sample.title("après la perte")])
    let answers = try await auditor.sync()
    #expect(Set(answers.flatMap(\.leaves)) == [.directory, dossier, try #require(Sample.organisation)])
    #expect(answers.flatMap(\.entries).isEmpty)
    #expect(auditor.receipts[lost.seq] == .refused(.outOfScope, detail: "stream"))
    #expect(try await house.server.quarantine().count == 1)
    let feed = try await house.server.feed(offset: nil, limit: nil, as: auditor.principal).get()
    #expect(feed.body == Array("[]".utf8))
  }

  // MARK: L5

  @Test(arguments: LedgerKind.allCases, [Set<Role>([.office]), [.auditor]])
  func `from any bookmark every visible entry comes once, in one order, in pages of one too (L5)`(
    _ kind: LedgerKind, _ roles: Set<Role>
  ) async throws {
    let house = try House(kind)
    let streams = [try #require(Sample.dossier), try #require(Sample.otherDossier), try #require(Sample.organisation)]
    let author = try await house.device("Alex Morel", [.auditor], seed: 41)
    let reader = try await house.device("Camille Renaud", roles, seed: 42)
    for stream in streams { try await house.server.assign(author.user, streams: [stream]) }
    try await house.server.assign(reader.user, streams: [streams[0]])
    for round in 0..<3 { for stream in streams { try write(author, stream, round + 1) } }
    try await author.sync()

    // Pages of one while others go on writing and another dossier comes into scope.
    var bookmarks: [(text: String, delivered: Int)] = []
    var delivered: [Int] = []
    for step in 0..<200 {
      bookmarks.append((reader.bookmark, delivered.count))
      let answer = try await reader.exchange(limit: 1)
      #expect(answer.entries.count <= 1)
      delivered += answer.entries.map(\.position)
      if step == 6 { try await house.server.assign(reader.user, streams: [streams[1]]) }
      if step % 7 == 3, step < 30 {
        try write(author, streams[step % 2], 1)
        try await author.sync()
      }
      if !(answer.end?.more ?? true), step > 30 { break }
    }
    let visible = Set(try await entries(house, as: reader).map(\.position))
    #expect(visible.count > 30)
    #expect(delivered.count == visible.count)
    #expect(Set(delivered) == visible)

    // From each bookmark again, in pages of three: all that had not come before it, each once.
    for bookmark in bookmarks {
      var text = bookmark.text
      var tail: [Int] = []
      for _ in 0..<200 {
        reader.bookmark = text
        let request = try reader.request(from: 1, count: 0, limit: 3)
        let answer = try Answer(try await house.server.exchange(request.body, as: reader.principal).get())
        tail += answer.entries.map(\.position)
        text = try #require(answer.end?.bookmark)
        if !(answer.end?.more ?? true) { break }
      }
      #expect(tail.count == Set(tail).count)
      #expect(Set(tail) == visible.subtracting(delivered[..<bookmark.delivered]))
    }
  }

  private func entries(_ house: House, as device: FieldDevice) async throws -> [LogEntry] {
    var entries: [LogEntry] = []
    var offset: String?
    while true {
      let page = try await house.server.feed(offset: offset, limit: 3, as: device.principal).get()
      let text = page.body.dropFirst().dropLast()
      // Frames are stored lines: joined by commas between closing and opening braces of their own level.
      entries += try Frames.split(Array(text)).map { frame in
        guard case .entry(let entry) = try #require(ExchangeFrame(reading: frame)) else {
          throw Frames.NotAnEntry()
        }
        return entry
      }
      offset = page.nextOffset
      if page.upToDate { return entries }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `a device's own lines stay out of its feed, up to the last it wrote`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 42)
    try await house.server.assign(device.user, streams: [dossier])
    try await device.sync()
    try write(device, dossier, 3)
    let answers = try await device.sync()
    #expect(answers.flatMap(\.lines).allSatisfy { $0.id.replica != device.replica })
    #expect(answers.last?.end?.digests[dossier] != nil)
  }

  // MARK: L6

  @Test(arguments: LedgerKind.allCases)
  func `any prefix of any exchange may be repeated: same receipts, same log (L6)`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 51)
    try await house.server.assign(device.user, streams: [dossier])
    try await device.sync()
    try write(device, dossier, 3)
    try device.write(dossier, [try Sample.title("x", over: [ChangeID(replica: ReplicaID(bits: 1), seq: 1)])])
    device.add(Array("not a line".utf8), chain: nil)
    let audit = try #require(Sample.audit)
    try device.write(dossier, [.request("weather.change", on: audit, seen: SeenVector())])
    try write(device, dossier, 2)
    let whole = try device.request(from: 1, count: 8, limit: 100)
    let first = try Answer(try await house.server.exchange(whole.body, as: device.principal).get())
    let position = await house.server.lastPosition()
    let digests = await house.server.setDigests()
    for from in 1...8 {
      for count in 0...(9 - from) {
        let part = try device.request(from: from, count: count, limit: 0)
        let answer = try Answer(try await house.server.exchange(part.body, as: device.principal).get())
        for (seq, receipt) in answer.receipts { #expect(receipt == first.receipts[seq]) }
        #expect(answer.receipts.count == count)
      }
    }
    #expect(await house.server.lastPosition() == position)
    #expect(await house.server.setDigests() == digests)
    #expect(try await house.server.quarantine().count == 2)
    try device.take(first)
    try await device.sync()
    #expect(await house.server.verify().faults == [])
  }

  // MARK: rulings

  @Test(arguments: LedgerKind.allCases)
  func `a ruling stands right after its request, in the same commit`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 52)
    try await house.server.assign(device.user, streams: [dossier])
    try await device.sync()
    let audit = try #require(Sample.audit)
    let asked = try device.write(dossier, [.request("weather.change", on: audit, seen: SeenVector())])
    let after = try device.write(dossier, [try Sample.title("suite")])
    let answer = try await device.exchange()
    guard case .accepted(let position) = answer.receipts[asked.seq],
      case .accepted(let next) = answer.receipts[after.seq]
    else {
      Issue.record("a request was refused as a line")
      return
    }
    let ruling = try #require(answer.entries.first { $0.position == position + 1 })
    #expect(next == position + 2)
    guard case .line(let line) = ruling.content, case .rule(let said) = line.change.operations.first else {
      Issue.record("no ruling stands after the request")
      return
    }
    #expect(line.id.replica == device.answer.serverReplica)
    #expect(line.change.by == .server)
    #expect(said.request == asked)
    #expect(said.verdict == .refused)
    #expect(JSONWriter.text(said.reasons).contains("unknown-act"))
    #expect(try device.fold(dossier).rulings[asked]?.ruling == said)
  }

  // MARK: opening

  @Test(arguments: LedgerKind.allCases)
  func `an auditor's unplanned dossier becomes theirs, with its organisation, and nobody else's`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let organisation = try #require(Sample.organisation)
    let office = try await house.device("Service certification", [.office], seed: 60)
    let opener = try await house.device("Camille Renaud", [.auditor], seed: 61)
    let late = try await house.device("Alex Morel", [.auditor], seed: 62)
    try await opener.sync()
    let first = try opener.write(dossier, [try Sample.title("a")])
    let second = try opener.write(
      organisation, [.set("phone", on: try #require(EntityID("body/900000019")), to: "01", over: [], motive: nil)])
    let answers = try await opener.sync()
    #expect(Set(answers.flatMap(\.enters)) == [dossier, organisation])
    for id in [first, second] {
      guard case .accepted = opener.receipts[id.seq] else {
        Issue.record("\(id) was refused")
        continue
      }
    }
    let refused = try late.write(dossier, [try Sample.title("b")])
    try await late.sync()
    #expect(late.receipts[refused.seq] == .refused(.outOfScope, detail: "stream"))
    #expect(late.held[dossier] == nil)
    try await office.sync()
    #expect(office.held[dossier] != nil)
    #expect(office.held[.office] != nil)
    for roles in [Set<Role>([.decider]), [.administrator]] {
      let other = try await house.device("Lecture", roles, seed: 63 + UInt64(roles.contains(.decider) ? 1 : 0))
      let opened = try other.write(try #require(Sample.otherDossier), [try Sample.title("c")])
      try await other.sync()
      #expect(other.receipts[opened.seq] == .refused(.outOfScope, detail: "stream"))
    }
  }

  // MARK: feeds

  @Test(arguments: LedgerKind.allCases)
  func `a feed goes on where it ended, and another scope begins again`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 71)
    try await house.server.assign(device.user, streams: [dossier])
    try write(device, dossier, 4)
    try await device.sync()
    let name = dossier.description
    let first = try await house.server.stream(name, offset: nil, limit: 3, as: device.principal).get()
    #expect(!first.upToDate)
    let rest = try await house.server.stream(name, offset: first.nextOffset, limit: nil, as: device.principal).get()
    #expect(rest.upToDate)
    #expect(Frames.split(Array(first.body.dropFirst().dropLast())).count == 3)
    let again = try await house.server.stream(name, offset: "-1", limit: 3, as: device.principal).get()
    #expect(again == first)
    let none = try await house.server.stream(name, offset: rest.nextOffset, limit: nil, as: device.principal).get()
    #expect(none.body == Array("[]".utf8))
    let now = try await house.server.stream(name, offset: "now", limit: nil, as: device.principal).get()
    #expect(now.upToDate && now.body == Array("[]".utf8))

    let feed = try await house.server.feed(offset: nil, limit: nil, as: device.principal).get()
    for (stream, offset) in [(nil as String?, rest.nextOffset), (name, feed.nextOffset), (name, "x"), (nil, "x")] {
      let result =
        if let stream { await house.server.stream(stream, offset: offset, limit: nil, as: device.principal) } else {
          await house.server.feed(offset: offset, limit: nil, as: device.principal)
        }
      guard case .failure(let problem) = result else {
        Issue.record("a foreign offset was taken")
        continue
      }
      #expect(problem.code == .bookmarkGone)
    }
    try await house.server.assign(device.user, streams: [try #require(Sample.otherDossier)])
    guard
      case .failure(let problem) = await house.server.feed(offset: feed.nextOffset, limit: nil, as: device.principal)
    else {
      Issue.record("an offset outlived its scope")
      return
    }
    #expect(problem.code == .bookmarkGone)
  }

  @Test(arguments: LedgerKind.allCases)
  func `who listens is told of each commit that appended, and of no other`(_ kind: LedgerKind) async throws {
    let house = try House(kind)
    let user = try await house.server.addUser(name: "Camille Renaud", roles: [.auditor])
    var changes = await house.server.changes().makeAsyncIterator()
    let before = await house.server.lastPosition()
    _ = try await house.server.invite(user)
    try await house.server.assign(user, streams: [try #require(Sample.dossier)])
    let told = try #require(await changes.next())
    #expect(told > before)
    #expect(told == (await house.server.lastPosition()))
  }
}

/// The kind of the one field these tests read by hand.
struct Kinds: MergeSchema {
  let version = 1
  func kind(of field: FieldName, in typePath: String) -> MergeKind? { .set }
}

/// Splits a joined array of frames again, for reading feeds.
enum Frames {
  struct NotAnEntry: Error {}

  static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var (depth, start, inText, escaped) = (0, 0, false, false)
    for (place, byte) in bytes.enumerated() {
      if inText {
        if escaped { escaped = false } else if byte == 0x5C { escaped = true } else if byte == 0x22 { inText = false }
      } else if byte == 0x22 {
        inText = true
      } else if byte == UInt8(ascii: "{") {
        if depth == 0 { start = place }
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { frames.append(Array(bytes[start...place])) }
      }
    }
    return frames
  }
}
