import SyncCore

/// Where a replica's reading stands: opaque to it, authenticated, and bound to everything it must not outlive.
///
/// Entries up to `position` of a stream that enters come as its own past, entries beyond from the feed: one number for
/// all streams, so no entry comes twice and none is skipped (law L5).
struct Bookmark: Equatable {
  /// The past of one stream, part of which was sent.
  struct Past: Equatable {
    /// The stream's number.
    let number: Int
    /// The last position sent of it.
    let after: Int
  }

  let tenant: TenantID
  let user: UserID
  let replica: ReplicaID
  let epoch: Int
  /// How far the feed was read.
  let position: Int
  /// The log's hash there.
  let hash: Digest
  let entered: EnteredStreams
  let past: Past?
  /// The replica's own entries are sent too up to here: it had lost a stream it wrote to before.
  let ownThrough: Int
  /// Whether the page before ended early: the last page then carries the digests of the whole scope.
  let isContinued: Bool

  /// - Parameter enteredBytes: the spelling of `entered`, where it is known already.
  func text(key: [UInt8], enteredBytes: [UInt8]? = nil) throws -> String {
    let before: [JSONValue] = [
      "bookmark-1", .string(tenant.description), .string(user.description), .string(replica.description),
      .integer(Int64(epoch)), .integer(Int64(position)), .string(hash.description),
    ]
    let after: [JSONValue] = [
      .array(past.map { [.integer(Int64($0.number)), .integer(Int64($0.after))] } ?? []),
      .integer(Int64(ownThrough)), .bool(isContinued),
    ]
    var content = Array("[".utf8)
    for value in before {
      JSONWriter.append(value, to: &content)
      content.append(UInt8(ascii: ","))
    }
    content.append(contentsOf: enteredBytes ?? JSONWriter.bytes(entered.json))
    for value in after {
      content.append(UInt8(ascii: ","))
      JSONWriter.append(value, to: &content)
    }
    content.append(UInt8(ascii: "]"))
    return try OpaqueText.seal(content: content, key: key)
  }

  init(
    tenant: TenantID, user: UserID, replica: ReplicaID, epoch: Int, position: Int, hash: Digest,
    entered: EnteredStreams, past: Past?, ownThrough: Int, isContinued: Bool
  ) {
    self.tenant = tenant
    self.user = user
    self.replica = replica
    self.epoch = epoch
    self.position = position
    self.hash = hash
    self.entered = entered
    self.past = past
    self.ownThrough = ownThrough
    self.isContinued = isContinued
  }

  /// The same place in another life of the log.
  func ofEpoch(_ epoch: Int) -> Bookmark {
    Bookmark(
      tenant: tenant, user: user, replica: replica, epoch: epoch, position: position, hash: hash, entered: entered,
      past: past, ownThrough: ownThrough, isContinued: isContinued)
  }

  /// Reads a text; nil for anything this server did not write.
  init?(_ text: String, key: [UInt8]) {
    guard let parts = OpaqueText.open(text, key: key)?.elements, parts.count == 11, parts[0] == "bookmark-1",
      let tenant = parts[1].text.flatMap({ TenantID($0) }), let user = parts[2].text.flatMap({ UserID($0) }),
      let replica = parts[3].text.flatMap({ ReplicaID($0) }), let epoch = parts[4].number,
      let position = parts[5].number, let hash = parts[6].text.flatMap({ Digest(hex: $0) }),
      let entered = EnteredStreams(parts[7]), let past = parts[8].elements, let ownThrough = parts[9].number,
      let isContinued = parts[10].truth
    else { return nil }
    self.init(
      tenant: tenant, user: user, replica: replica, epoch: Int(epoch), position: Int(position), hash: hash,
      entered: entered,
      past: past.count == 2
        ? past[0].number.flatMap { number in
          past[1].number.map { Past(number: Int(number), after: Int($0)) }
        } : nil,
      ownThrough: Int(ownThrough), isContinued: isContinued)
  }

  /// Whether the log still holds what the bookmark was written over, for this asker.
  func holds(
    _ ledger: any LedgerReading, settings: TenantSettings, user: UserID, replica: ReplicaID
  ) throws -> Bool {
    try tenant == settings.tenant && epoch == settings.epoch && self.user == user && self.replica == replica
      && ledger.hash(at: position) == hash
  }
}
