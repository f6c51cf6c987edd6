import SyncCore
import SyncProtocol
import Testing

/// Fixed frames and entries the tests of this room share.
enum Frames {
  static let replica = ReplicaID(bits: 0x7000_0000_0000_0001)
  static let digest = SyncCore.Digest(of: [1, 2, 3])

  static func stream() throws -> StreamID { try #require(StreamID("dossier.qualiopi.130002850")) }

  static func line(_ seq: Int = 1, value: JSONValue = "caf\u{E9} \"\n") throws -> ChangeLine {
    try ChangeLine(
      printing: Change(
        id: ChangeID(replica: replica, seq: seq), salt: "04T8ZQK2M6V1N9B3H5J7R0D4XC", time: 1_790_000_000_123,
        by: try #require(UserID("u-4K")), stream: try stream(),
        operations: [
          .set("comment", on: try #require(EntityID("audit/A/item/17")), to: value, over: [], motive: nil)
        ]))
  }

  static func seal(_ seq: Int = 1) throws -> SyncCore.Seal {
    try #require(
      SyncCore.Seal(
        stream: try stream(), through: ChangeID(replica: replica, seq: seq),
        signature: (0..<64).map { UInt8($0) }))
  }

  static func entries() throws -> [LogEntry] {
    [
      LogEntry(position: 7, received: 1_790_000_000_200, content: .line(try line())),
      LogEntry(
        position: 8, received: 1_790_000_000_201,
        content: .skip(stream: try stream(), id: ChangeID(replica: replica, seq: 2), digest: digest)),
      LogEntry(position: 9, received: 1_790_000_000_202, content: .seal(try seal(2))),
    ]
  }

  static func all() throws -> [ExchangeFrame] {
    let end = ExchangeEnd(
      bookmark: "b1:\u{E9}", rest: ExchangeEnd.Rest(entering: [try stream()], streams: 3, positions: 40),
      serverTime: 1_790_000_000_300, backedUpThrough: 0,
      digests: [try stream(): digest, .office: digest])
    let last = ExchangeEnd(bookmark: "", serverTime: -1, backedUpThrough: 9, digests: [:])
    return [
      .receipt(seq: 1, .accepted(position: 12)), .receipt(seq: 2, .refused(.unknownOver, detail: "ops 0 over")),
      .receipt(seq: 3, .refused(.unreadable(code: "not-canonical"), detail: "")),
      .leave(Leave(stream: .office, epoch: 1, position: 4, signature: [UInt8](repeating: 7, count: 64))),
      .enter(try stream(), through: 0), .end(end), .end(last), .gap(expected: 4), .regressed(seq: 5), .forked(seq: 6),
    ] + (try entries().map { .entry($0) })
  }

  static func bytes(_ frame: ExchangeFrame) -> [UInt8] {
    var bytes: [UInt8] = []
    frame.append(to: &bytes)
    return bytes
  }
}
