public import SyncCore

/// One push and pull of a replica: the body of `POST /v1/exchange` (DESIGN §7).
///
/// Newline-delimited JSON: the header line, then in seq order the lines or voids, then the seals.
public struct ExchangeRequest: Sendable, Equatable {
  /// The first line.
  public struct Header: Sendable, Equatable {
    /// The replica that pushes and pulls.
    public var replica: ReplicaID
    /// The seq of the first line of this push; `last + 1` when there is none.
    public var from: Int
    /// The last seq the replica ever wrote; 0 when none.
    public var last: Int
    /// The digest of the replica's line at `from − 1`, nil when `from` is 1: shows a clone or a restored copy.
    public var digest: Digest?
    /// Where the last page ended; empty at first.
    public var bookmark: String
    /// Entries wanted at most.
    public var limit: Int

    /// Creates a header.
    public init(replica: ReplicaID, from: Int, last: Int, digest: Digest?, bookmark: String, limit: Int) {
      self.replica = replica
      self.from = from
      self.last = last
      self.digest = digest
      self.bookmark = bookmark
      self.limit = limit
    }
  }

  /// What stands at one seq of the push.
  public enum Item: Sendable, Equatable {
    /// A line, as bytes: readable or not is for the server to say.
    case line([UInt8])
    /// A seq given up, with the digest of what once stood there.
    case void(digest: Digest)

    /// The digest receipts are keyed by.
    public var digest: Digest {
      switch self {
      case .line(let bytes): Digest(of: bytes)
      case .void(let digest): digest
      }
    }
  }

  /// A seal on the way up; the replica is the header's.
  public struct Seal: Sendable, Equatable {
    /// The stream sealed.
    public var stream: StreamID
    /// The last seq covered.
    public var seq: Int
    /// 64 bytes of signature.
    public var signature: [UInt8]

    /// Creates a seal.
    public init(stream: StreamID, seq: Int, signature: [UInt8]) {
      self.stream = stream
      self.seq = seq
      self.signature = signature
    }
  }

  /// The header.
  public var header: Header
  /// What stands at `from` and the seqs after it.
  public var items: [Item]
  /// One seal per stream touched.
  public var seals: [Seal]

  /// Creates a request.
  public init(header: Header, items: [Item] = [], seals: [Seal] = []) {
    self.header = header
    self.items = items
    self.seals = seals
  }

  /// The body as it goes over the wire.
  public var body: [UInt8] {
    var bytes = JSONWriter.bytes(
      .object([
        JSONMember("replica", .string(header.replica.description)),
        JSONMember("from", .integer(Int64(header.from))),
        JSONMember("last", .integer(Int64(header.last))),
        JSONMember("digest", header.digest.map { .string($0.description) } ?? ""),
        JSONMember("bookmark", .string(header.bookmark)),
        JSONMember("limit", .integer(Int64(header.limit))),
      ]))
    bytes.append(0x0A)
    for (place, item) in items.enumerated() {
      switch item {
      case .line(let line): bytes.append(contentsOf: line)
      case .void(let digest):
        JSONWriter.append(
          .object([
            JSONMember("void", .integer(Int64(header.from + place))),
            JSONMember("digest", .string(digest.description)),
          ]), to: &bytes)
      }
      bytes.append(0x0A)
    }
    for seal in seals {
      JSONWriter.append(
        .object([
          JSONMember(
            "seal",
            .array([
              .string(seal.stream.description), .integer(Int64(seal.seq)), .string(Hexadecimal.text(seal.signature)),
            ]))
        ]), to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }
}
