import SyncCore

/// A place in a feed: bound to the log's life and history and to what the feed is of (a stream, or a user's scope).
struct FeedOffset {
  let subject: Digest
  let epoch: Int
  let position: Int
  let hash: Digest

  func text(key: [UInt8]) throws -> String {
    try OpaqueText.seal(
      .array([
        "offset-1", .string(subject.description), .integer(Int64(epoch)), .integer(Int64(position)),
        .string(hash.description),
      ]), key: key)
  }

  init(subject: Digest, epoch: Int, position: Int, hash: Digest) {
    self.subject = subject
    self.epoch = epoch
    self.position = position
    self.hash = hash
  }

  init?(_ text: String, key: [UInt8]) {
    guard let parts = OpaqueText.open(text, key: key)?.elements, parts.count == 5, parts[0] == "offset-1",
      let subject = parts[1].text.flatMap({ Digest(hex: $0) }), let epoch = parts[2].number,
      let position = parts[3].number, let hash = parts[4].text.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.init(subject: subject, epoch: Int(epoch), position: Int(position), hash: hash)
  }
}
