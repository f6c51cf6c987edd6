import SyncCore

/// How far the answers to each replica go without a hole, kept between transactions.
///
/// Only after a rewind can there be holes: others gave back what they held of a replica's lines, and the rest is with
/// its own device.
struct AnsweredPrefixes {
  private var through: [ReplicaID: Int] = [:]

  /// The first seq a replica has no answer to.
  mutating func next(_ replica: ReplicaID, _ ledger: any LedgerReading) throws -> Int {
    let next = try ledger.firstUnanswered(replica, after: through[replica] ?? 0)
    if through.count >= ServerLimits.bookmarksCachedMax, through[replica] == nil { through = [:] }
    through[replica] = next - 1
    return next
  }
}
