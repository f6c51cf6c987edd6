/// One link of the chain of a replica's lines in a stream (DESIGN §4): each commits to all before it.
///
/// link(0) = SHA-256("constat.link.0" 00 tenant 00 stream 00 replica), link(n) = SHA-256("constat.link.n" 00 ‖
/// link(n−1) ‖ seq as 8 bytes big-endian ‖ SHA-256(line)). A line one does not hold enters by its digest alone.
public struct Link: Hashable, Sendable, CustomStringConvertible {
  /// The digest.
  public let digest: Digest

  /// Takes over a stored digest.
  public init(_ digest: Digest) { self.digest = digest }

  /// The link before the first line.
  public static func origin(tenant: TenantID, stream: StreamID, replica: ReplicaID) -> Link {
    var content = Array("constat.link.0".utf8)
    for part in [tenant.description, stream.description, replica.description] {
      content.append(0)
      content.append(contentsOf: part.utf8)
    }
    return Link(Digest(of: content))
  }

  private static let nextTag = Array("constat.link.n".utf8) + [0]

  /// The link after one more line.
  public func next(seq: Int, line: Digest) -> Link {
    let tag = Self.nextTag
    // One link a line of every push and every feed: made ready on the stack.
    return withUnsafeTemporaryAllocation(byteCount: tag.count + 2 * Digest.byteCount + 8, alignment: 8) { content in
      var place = 0
      func append(_ bytes: UnsafeRawBufferPointer) {
        content[place..<(place + bytes.count)].copyBytes(from: bytes)
        place += bytes.count
      }
      tag.withUnsafeBytes(append)
      digest.withUnsafeBytes(append)
      Swift.withUnsafeBytes(of: UInt64(truncatingIfNeeded: seq).bigEndian, append)
      line.withUnsafeBytes(append)
      return Link(.of(UnsafeRawBufferPointer(content)))
    }
  }

  /// The hexadecimal spelling of the digest.
  public var description: String { digest.description }
}
