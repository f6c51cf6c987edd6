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
    var content: [UInt8] = []
    content.reserveCapacity(Self.nextTag.count + 72)
    content.append(contentsOf: Self.nextTag)
    content.append(contentsOf: digest.bytes)
    for shift in stride(from: 56, through: 0, by: -8) { content.append(UInt8(truncatingIfNeeded: seq >> shift)) }
    content.append(contentsOf: line.bytes)
    return Link(Digest(of: content))
  }

  /// The hexadecimal spelling of the digest.
  public var description: String { digest.description }
}
