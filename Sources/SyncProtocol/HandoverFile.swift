public import SyncCore

/// A file that passes one dossier's lines with their seals between two devices of one team (DESIGN §6).
///
/// NDJSON: a header `{"handover":1,"tenant":…,"from":…,"streams":[…],"written":ms}`, the entries in the sender's order
/// of positions and chains (position 0 where no server placed them), and `{"end":count,"digest":…}`, the SHA-256 of all
/// bytes before it: a cut or altered file is seen before anything is taken from it.
public struct HandoverFile: Sendable, Equatable {
  /// The certifier's workspace it comes from.
  public var tenant: TenantID
  /// The replica that wrote the file.
  public var from: ReplicaID
  /// The streams it covers, whole as far as the sender holds them.
  public var streams: [StreamID]
  /// When it was written, by the sender's clock, milliseconds since 1970 UTC.
  public var written: Int64
  /// Lines, skips and seals.
  public var entries: [LogEntry]

  /// Creates a file.
  public init(tenant: TenantID, from: ReplicaID, streams: [StreamID], written: Int64, entries: [LogEntry]) {
    self.tenant = tenant
    self.from = from
    self.streams = streams
    self.written = written
    self.entries = entries
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var bytes = JSONWriter.bytes(
      .object([
        JSONMember("handover", 1), JSONMember("tenant", .string(tenant.description)),
        JSONMember("from", .string(from.description)),
        JSONMember("streams", .array(streams.map { .string($0.description) })),
        JSONMember("written", .integer(written)),
      ]))
    bytes.append(0x0A)
    for entry in entries { entry.append(to: &bytes) }
    let digest = Digest(of: bytes)
    JSONWriter.append(
      .object([JSONMember("end", .integer(Int64(entries.count))), JSONMember("digest", .string(digest.description))]),
      to: &bytes)
    bytes.append(0x0A)
    return bytes
  }
}

/// Why a file is no hand-over file: nothing of it was taken.
public enum HandoverFault: String, Error, Sendable, CaseIterable {
  /// Past `ProtocolLimits.handoverBytesMax`.
  case tooLarge = "handover-too-large"
  /// The first line is no hand-over header of this version.
  case notHandover = "not-a-handover"
  /// The end is missing: the copy broke off.
  case cut = "handover-cut"
  /// The bytes are not those that were written.
  case altered = "handover-altered"
}

extension HandoverFile {
  /// Reads a file, checking its end and digest before any entry.
  /// - Throws: `HandoverFault`.
  public init(reading bytes: [UInt8]) throws(HandoverFault) {
    guard bytes.count <= ProtocolLimits.handoverBytesMax else { throw .tooLarge }
    guard let firstEnd = bytes.firstIndex(of: 0x0A),
      let header = WireJSON.object(
        Array(bytes[..<firstEnd]), keys: ["handover", "tenant", "from", "streams", "written"]),
      header[0] == 1, let tenant = header[1].text.flatMap({ TenantID($0) }),
      let from = header[2].text.flatMap({ ReplicaID($0) }), let names = header[3].elements,
      let written = header[4].number
    else { throw .notHandover }
    let streams = names.compactMap { $0.text.flatMap { StreamID($0) } }
    guard streams.count == names.count else { throw .notHandover }
    guard bytes.last == 0x0A, let before = bytes.dropLast().lastIndex(of: 0x0A) else { throw .cut }
    guard let end = WireJSON.object(Array(bytes[(before + 1)..<(bytes.count - 1)]), keys: ["end", "digest"]),
      let count = end[0].number, let digest = end[1].text.flatMap({ Digest(hex: $0) })
    else { throw .cut }
    guard Digest(of: Array(bytes[...before])) == digest else { throw .altered }
    var entries: [LogEntry] = []
    if before > firstEnd {
      for line in bytes[(firstEnd + 1)..<before].split(separator: 0x0A, omittingEmptySubsequences: false) {
        guard case .entry(let entry) = ExchangeFrame(reading: Array(line)) else { throw .altered }
        entries.append(entry)
      }
    }
    guard entries.count == Int(count) else { throw .altered }
    self.init(tenant: tenant, from: from, streams: streams, written: written, entries: entries)
  }
}
