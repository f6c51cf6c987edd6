import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

/// One line no server may admit, and what it must be answered.
enum BadLine: String, CaseIterable, CustomTestStringConvertible {
  case notJSON, empty, cutShort, oversized, duplicateKey, deep, nul, invalidUTF8, loneSurrogate, whiteSpace, float
  case hugeInteger, longText, unknownVersion, badEnvelope, badOperation, noOperations, fieldSetTwice, secondRequest
  case otherSeq, otherReplica, wrongAuthor, unknownStream, unknownScheme, outOfScope, office, serverOnlyState
  case serverOnlyRule, unknownOver, overOfOtherField, overOfLaterLine, seenTooHigh, seenOfStranger, notWriter
  case wrongKind, notSettler

  var testDescription: String { rawValue }

  var code: String {
    switch self {
    case .notJSON, .empty, .cutShort: "malformed-json"
    case .oversized: "line-too-long"
    case .duplicateKey: "duplicate-key"
    case .deep: "too-deep"
    case .nul: "nul-character"
    case .invalidUTF8, .loneSurrogate: "invalid-utf8"
    case .whiteSpace: "not-canonical"
    case .float: "float"
    case .hugeInteger: "integer-out-of-range"
    case .longText: "text-too-long"
    case .unknownVersion: "unknown-version"
    case .badEnvelope: "bad-envelope"
    case .badOperation: "bad-operation"
    case .noOperations: "operation-count"
    case .fieldSetTwice: "field-set-twice"
    case .secondRequest: "second-request"
    case .otherSeq, .otherReplica: "misplaced"
    case .wrongAuthor: "wrong-author"
    case .unknownStream, .unknownScheme: "unknown-stream"
    case .outOfScope, .office: "out-of-scope"
    case .serverOnlyState, .serverOnlyRule: "server-only-op"
    case .unknownOver, .overOfOtherField, .overOfLaterLine: "unknown-over"
    case .seenTooHigh, .seenOfStranger: "seen-beyond-frontier"
    case .notWriter: "not-writer"
    case .wrongKind: "wrong-kind"
    case .notSettler: "not-settler"
    }
  }

  /// Whether the line names its stream in the accepted spelling of JSON, and so is part of that chain.
  var isChained: Bool {
    switch self {
    case .notJSON, .empty, .cutShort, .oversized, .duplicateKey, .deep, .nul, .invalidUTF8, .loneSurrogate,
      .whiteSpace, .float, .hugeInteger, .longText:
      false
    default: true
    }
  }
}

@Suite struct `bad input` {
  /// Two auditors of one dossier; the other has written lines 1 (title) and 2 (deletion of E2) there.
  private struct Scene {
    let house: House
    let device: FieldDevice
    let other: FieldDevice
    let dossier: StreamID
    let evidence: EntityID

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      device = try await house.device("Camille Renaud", [.auditor], seed: 11)
      other = try await house.device("Alex Morel", [.auditor], seed: 12)
      dossier = try #require(Sample.dossier)
      evidence = try #require(Sample.evidence)
      let elsewhere = try #require(Sample.otherDossier)
      for user in [device.user, other.user] { try await house.server.assign(user, streams: [dossier]) }
      try other.write(dossier, [try Sample.title("bulletin")])
      let gone = try #require(EntityID("audit/A1/evidence/E2"))
      try other.write(dossier, [.set("title", on: gone, to: "x", over: [], motive: nil)])
      try other.write(dossier, [.delete(gone, seen: SeenVector([other.replica: 2]), over: [])])
      try await other.sync()
      // Somebody else's dossier exists, so that writing to it is not opening it.
      let office = try await house.device("Service certification", [.office], seed: 13)
      let entity = try #require(EntityID("dossier/D"))
      try office.write(elsewhere, [.set("planningNote", on: entity, to: "mars", over: [], motive: nil)])
      try await office.sync()
      try await device.sync()
    }
  }

  private func bytes(_ bad: BadLine, _ scene: Scene) throws -> (bytes: [UInt8], chain: StreamID?) {
    let (device, dossier, on) = (scene.device, scene.dossier, scene.evidence)
    func line(_ operations: [SyncCore.Operation], stream: StreamID? = nil) -> [UInt8] {
      ChangeWriter.bytes(device.change(stream ?? dossier, operations))
    }
    func edited(_ from: String, _ to: String) throws -> [UInt8] {
      let text = String(decoding: line([try Sample.title("bulletin")]), as: UTF8.self)
      try #require(text.contains(from))
      return Array(text.replacing(from, with: to).utf8)
    }
    func set(_ value: JSONValue, over: [ChangeID] = []) -> SyncCore.Operation {
      .set("title", on: on, to: value, over: over, motive: nil)
    }
    let nested = (0..<17).reduce(JSONValue.null) { value, _ in .array([value]) }
    let foreign = ChangeID(replica: scene.other.replica, seq: 1)
    switch bad {
    case .notJSON: return (Array("not a line".utf8), nil)
    case .empty: return ([], nil)
    case .cutShort: return (Array(line([try Sample.title("x")]).dropLast(20)), nil)
    case .oversized:
      let half = JSONValue.string(String(repeating: "a", count: 33_000))
      return (line([set(.array([half, half]))]), nil)
    case .duplicateKey: return (try edited("\"seq\":", "\"v\":1,\"seq\":"), nil)
    case .deep: return (line([set(nested)]), nil)
    case .nul: return (try edited("bulletin", "bul\\u0000letin"), nil)
    case .invalidUTF8:
      return (line([try Sample.title("~")]).map { $0 == UInt8(ascii: "~") ? 0xFF : $0 }, nil)
    case .loneSurrogate:
      return (line([try Sample.title("~")]).flatMap { $0 == UInt8(ascii: "~") ? [0xED, 0xA0, 0x80] : [$0] }, nil)
    case .whiteSpace: return (try edited("\"seq\":", "\"seq\": "), nil)
    case .float: return (try edited("\"bulletin\"", "1.5"), nil)
    case .hugeInteger: return (try edited("\"bulletin\"", "9007199254740992"), nil)
    case .longText: return (line([set(.string(String(repeating: "a", count: 49_153)))]), nil)
    case .unknownVersion: return (try edited("{\"v\":1", "{\"v\":2"), dossier)
    case .badEnvelope: return (try edited("\"salt\":\"", "\"salt\":\"é"), dossier)
    case .badOperation: return (try edited("\"over\":[]", "\"over\":[\"x\"]"), dossier)
    case .noOperations: return (line([]), dossier)
    case .fieldSetTwice: return (line([set("a"), set("b")]), dossier)
    case .secondRequest:
      let request = SyncCore.Operation.request("audit.close", on: on, seen: SeenVector())
      return (line([request, request]), dossier)
    case .otherSeq: return (ChangeWriter.bytes(device.change(dossier, [set("x")], seq: 999)), dossier)
    case .otherReplica:
      return (ChangeWriter.bytes(device.change(dossier, [set("x")], replica: scene.other.replica)), dossier)
    case .wrongAuthor: return (ChangeWriter.bytes(device.change(dossier, [set("x")], by: scene.other.user)), dossier)
    case .unknownStream:
      let stream = try #require(StreamID("weather.paris"))
      return (line([set("x")], stream: stream), stream)
    case .unknownScheme:
      let stream = try #require(StreamID.dossier(scheme: "qualipoi", key: "900000019"))
      return (line([set("x")], stream: stream), stream)
    case .outOfScope:
      let stream = try #require(Sample.otherDossier)
      return (line([set("x")], stream: stream), stream)
    case .office: return (line([set("x")], stream: .office), .office)
    case .serverOnlyState: return (line([.state("stage", on: on, to: "closed", over: [])]), dossier)
    case .serverOnlyRule:
      let ruling = Ruling(request: foreign, verdict: .accepted, rules: [], pack: "2026", reasons: .null)
      return (line([.rule(ruling)]), dossier)
    case .unknownOver: return (line([set("x", over: [ChangeID(replica: scene.other.replica, seq: 77)])]), dossier)
    case .overOfOtherField:
      return (line([.set("dated", on: on, to: "2026-11-02", over: [foreign], motive: nil)]), dossier)
    case .overOfLaterLine:
      return (line([set("x", over: [ChangeID(replica: device.replica, seq: device.nextSeq + 1)])]), dossier)
    case .seenTooHigh:
      return (line([.delete(on, seen: SeenVector([scene.other.replica: 4]), over: [])]), dossier)
    case .seenOfStranger:
      return (line([.request("audit.close", on: on, seen: SeenVector([ReplicaID(bits: 3): 1]))]), dossier)
    case .notWriter:
      let entity = try #require(EntityID("dossier/900000019"))
      return (line([.set("validFrom", on: entity, to: "2026-11-02", over: [], motive: nil)]), dossier)
    case .wrongKind: return (line([.add("title", on: on, value: "x")]), dossier)
    case .notSettler:
      // Two values of one field by others: the third auditor names both without being the lead.
      return (line([set("z", over: [foreign, ChangeID(replica: scene.other.replica, seq: 4)].sorted())]), dossier)
    }
  }

  @Test(arguments: LedgerKind.allCases, BadLine.allCases)
  func `a bad line is refused under its own code, kept whole, and holds up nobody (L7)`(
    _ kind: LedgerKind, _ bad: BadLine
  ) async throws {
    let scene = try await Scene(kind)
    let device = scene.device
    if bad == .notSettler {
      try scene.other.write(scene.dossier, [try Sample.title("registre")])
      try await scene.other.sync()
      try await device.sync()
    }
    let (bytes, chain) = try bytes(bad, scene)
    #expect((chain != nil) == bad.isChained)
    let kept = try await scene.house.server.quarantine().count
    device.add(bytes, chain: chain)
    let after = try device.write(scene.dossier, [.set("held", on: scene.evidence, to: true, over: [], motive: nil)])
    let answers = try await device.sync()

    guard case .refused(let code, let detail) = device.receipts[after.seq - 1] else {
      Issue.record("\(bad) was let in")
      return
    }
    #expect(code.code == bad.code)
    #expect(detail.utf8.count <= ProtocolLimits.refusalDetailBytesMax)
    guard case .accepted = device.receipts[after.seq] else {
      Issue.record("the line after \(bad) was not accepted: \(String(describing: device.receipts[after.seq]))")
      return
    }
    let rows = try await scene.house.server.quarantine(after: kept)
    #expect(rows.map(\.bytes) == [bytes])
    #expect(rows.map(\.code.code) == [bad.code])
    #expect(rows.first?.user == device.user)

    // The same line again gets the same answer, and is not kept twice (L6).
    let again = try device.request(from: after.seq - 1, count: 2, limit: 0)
    let repeated = try Answer(try await scene.house.server.exchange(again.body, as: device.principal).get())
    #expect(repeated.receipts[after.seq - 1] == .refused(code, detail: detail))
    #expect(try await scene.house.server.quarantine(after: kept).count == 1)

    // The other auditor gets the good line, not the bad one, and can follow the chain all the same.
    let heard = try await scene.other.sync()
    #expect(heard.flatMap(\.lines).contains { $0.id == after })
    if bytes.count > 40 { #expect(!heard.contains { $0.text.utf8.contains(bytes) }) }
    #expect(answers.allSatisfy { $0.end != nil })
    #expect(await scene.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `steps and fields of a newer version are kept and relayed byte for byte`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let unknown = JSONValue.object([JSONMember("sign", "audit/A1"), JSONMember("by", "nobody")])
    try scene.device.write(scene.dossier, [.unknown(name: "sign", unknown)])
    try scene.device.write(
      scene.dossier, [.set("aroma", on: scene.evidence, to: "dry", over: [], motive: nil)])
    try scene.device.write(
      scene.dossier,
      [.set("length", on: try #require(EntityID("kite/K1")), to: 3, over: [], motive: nil)])
    let sent = scene.device.items
    try await scene.device.sync()
    let heard = try await scene.other.sync().flatMap(\.lines).filter { $0.change.stream == scene.dossier }
    #expect(heard.count == 3)
    #expect(heard.map(\.bytes).map { ExchangeRequest.Item.line($0) } == sent)
    #expect(try scene.other.fold(scene.dossier).unknownSteps.count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a void takes its seq and nothing else`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    scene.device.addVoid(digest: Digest(of: [9]))
    let after = try scene.device.write(scene.dossier, [try Sample.title("suite")])
    try await scene.device.sync()
    #expect(scene.device.receipts[after.seq - 1] == .refused(.void, detail: ""))
    guard case .accepted = scene.device.receipts[after.seq] else {
      Issue.record("the line after a void was refused")
      return
    }
    try await scene.other.sync()
  }

  @Test(arguments: LedgerKind.allCases)
  func `a line may name its replica's refused writes, which count as void`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let refused = try scene.device.write(
      scene.dossier, [.set("title", on: scene.evidence, to: "a", over: [], motive: nil)], by: scene.other.user)
    let here = try scene.device.write(scene.dossier, [try Sample.title("b", over: [refused])])
    try await scene.device.sync()
    let later = try scene.device.write(scene.dossier, [try Sample.title("c", over: [refused, here])])
    try await scene.device.sync()
    for id in [here, later] {
      guard case .accepted = scene.device.receipts[id.seq] else {
        Issue.record("\(id) was refused")
        continue
      }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `an inspector reads everything and writes nothing`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let inspector = try await scene.house.device("Visite", [.inspector], seed: 44)
    try await inspector.sync()
    #expect(inspector.entered.contains(scene.dossier))
    #expect(!inspector.entered.contains(.office))
    let id = try inspector.write(scene.dossier, [.unknown(name: "sign", .object([JSONMember("sign", 1)]))])
    try await inspector.sync()
    guard case .refused(.notWriter, _) = inspector.receipts[id.seq] else {
      Issue.record("an inspector wrote")
      return
    }
  }
}
