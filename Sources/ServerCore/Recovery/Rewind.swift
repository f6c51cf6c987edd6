import SyncCore

/// Whether the log was set back since a bookmark was written, and what may be kept of the bookmark: decided from values.
enum Rewind: Equatable {
  /// The bookmark speaks of the log as it is.
  case none
  /// The log has begun another life since, and the bookmark's place is in it still: reading goes on there.
  case kept
  /// The log has begun another life since, without what the bookmark speaks of: known, and dealt with.
  case before
  /// We wrote what the log does not hold, in this life or a later one: it was set back without anybody saying so.
  case noticed

  /// - Parameter hash: the log's hash at the bookmark's position, nil beyond its end.
  init(_ bookmark: Bookmark, epoch: Int, hash: Digest?) {
    let isHeld = hash == bookmark.hash
    if bookmark.epoch < epoch {
      self = isHeld ? .kept : .before
    } else {
      self = bookmark.epoch == epoch && isHeld ? .none : .noticed
    }
  }
}
