import SyncCore

/// The bookmarks handed out last, so that one that comes back need not be deciphered and held against the scope again.
///
/// Nothing rests on it: what is not found here is read from the text.
struct BookmarkCache {
  /// A bookmark with its text, and the scopes and number of streams under which there was nothing left to enter or
  /// leave; nil when there was.
  struct Known {
    let text: String
    let bookmark: Bookmark
    /// The spelling of the bookmark's entered streams, the long part of it.
    let enteredBytes: [UInt8]
    let settled: (scopes: Int, streams: Int)?
  }

  private var known: [ReplicaID: Known] = [:]

  /// What is known of a text a replica shows.
  func known(_ text: String, of replica: ReplicaID) -> Known? {
    guard let held = known[replica], held.text == text else { return nil }
    return held
  }

  /// Keeps the text just handed out.
  mutating func keep(_ bookmark: Known, of replica: ReplicaID) {
    if known.count >= ServerLimits.bookmarksCachedMax, known[replica] == nil { known = [:] }
    known[replica] = bookmark
  }
}
