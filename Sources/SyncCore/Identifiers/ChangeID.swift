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
    let bytes = text.utf8
    guard bytes.count >= 15, bytes.count <= 30 else { return nil }
    let colon = bytes.index(bytes.startIndex, offsetBy: 13)
    guard bytes[colon] == UInt8(ascii: ":"), let replica = ReplicaID(text[..<colon]) else { return nil }
    var seq: Int64 = 0
    for digit in bytes[bytes.index(after: colon)...] {
      // A leading zero would be a second spelling; it is the one digit that leaves `seq` at 0.
      guard digit >= 0x30, digit <= 0x39, seq > 0 || digit > 0x30, seq <= SyncLimits.integerMax else { return nil }
      seq = seq * 10 + Int64(digit - 0x30)
    }
    guard seq <= SyncLimits.integerMax else { return nil }
    self.init(replica: replica, seq: Int(seq))
  }

  /// The spelling `replica:seq`.
  public var description: String { "\(replica):\(seq)" }

  /// Orders by replica, then by seq as a number.
  public static func < (left: Self, right: Self) -> Bool {
    left.replica == right.replica ? left.seq < right.seq : left.replica < right.replica
  }
}
