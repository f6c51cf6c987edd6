/// The gzip coding of bodies (RFC 1952): one member, whole in memory on both sides.
///
/// HTTP lets a gzip body hold several members one after the other, but no sender of bodies makes them; here a body is
/// one member and nothing after it, so that a body has one end and one meaning.
public enum Gzip {
  /// How much time is given for fewer bytes.
  public enum Level: Int32, Sendable, CaseIterable {
    /// zlib's level 1: for bodies made while somebody waits.
    case fast = 1
    /// zlib's level 6: about a tenth fewer bytes for two to three times the time.
    case balanced = 6
    /// zlib's level 9: for bytes written once and read often.
    case smallest = 9
  }

  /// Compresses bytes into one member without name or time: the same bytes give the same member.
  public static func compress(_ bytes: [UInt8], level: Level = .fast) -> [UInt8] {
    DeflationPool.shared.member(of: bytes, level: level)
  }

  /// Decompresses one member.
  ///
  /// Memory is taken as output comes, never for more than `limitBytes` bytes of it, whatever the input promises.
  /// - Parameter limitBytes: the most bytes of output; not negative.
  /// - Throws: `GzipFault`; nothing of the output is handed out then.
  public static func decompress(_ bytes: [UInt8], limitBytes: Int) throws(GzipFault) -> [UInt8] {
    precondition(limitBytes >= 0, "a limit is not negative")
    return try Inflation().bytes(ofMember: bytes, limitBytes: limitBytes)
  }
}
