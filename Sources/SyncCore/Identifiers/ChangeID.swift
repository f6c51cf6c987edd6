/// The name of one change for ever: its replica and its place there, written `replica:seq`.
public struct ChangeID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The replica that wrote it.
  public let replica: ReplicaID
  /// Its place among that replica's changes, from 1.
  public let seq: Int

  /// Names a change; `seq` starts at 1.
  public init(replica: ReplicaID, seq: Int) {
    precondition(seq >= 1, "a change's seq starts at 1")
    self.replica = replica
    self.seq = seq
  }

  /// Reads `replica:seq`; nil for any other spelling, leading zeros included.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let replica = ReplicaID(parts[0]), let seq = Int(parts[1]),
      seq >= 1, Int64(seq) <= SyncLimits.integerMax, String(seq) == parts[1]
    else { return nil }
    self.init(replica: replica, seq: seq)
  }

  /// The spelling `replica:seq`.
  public var description: String { "\(replica):\(seq)" }

  /// Orders by replica, then by seq as a number.
  public static func < (left: Self, right: Self) -> Bool {
    left.replica == right.replica ? left.seq < right.seq : left.replica < right.replica
  }
}
