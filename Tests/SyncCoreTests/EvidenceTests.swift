import Crypto
import SyncCore
import Testing

/// Links, seals and set digests (DESIGN §4, law L10), recomputed here with plain concatenation.
struct EvidenceTests {
  private static let tenant = "certifier-01"
  private static let stream = "dossier.qualiopi.130002850"
  private static let replica = "7000000000001"

  private static func origin() throws -> Link {
    Link.origin(
      tenant: try #require(TenantID(tenant)), stream: try #require(StreamID(stream)),
      replica: try #require(ReplicaID(replica)))
  }

  private static func sha(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  private static let lines = ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"].map { Array($0.utf8) }

  private static func chain(_ lines: [[UInt8]], seqs: [Int] = [1, 2, 3]) throws -> Link {
    var link = try origin()
    for (seq, line) in zip(seqs, lines) { link = link.next(seq: seq, line: SyncCore.Digest(of: line)) }
    return link
  }

  @Test func `a link is made of the very bytes written down`() throws {
    var link = Self.sha(
      Array("constat.link.0\u{0}certifier-01\u{0}dossier.qualiopi.130002850\u{0}7000000000001".utf8))
    #expect(try Self.origin().digest.bytes == link)
    for (place, line) in Self.lines.enumerated() {
      link = Self.sha(
        Array("constat.link.n".utf8) + [0] + link + [0, 0, 0, 0, 0, 0, 0, UInt8(place + 1)] + Self.sha(line))
    }
    #expect(try Self.chain(Self.lines).digest.bytes == link)
    let far = try Self.origin().next(seq: 0x01_0203_0405, line: SyncCore.Digest(of: [])).digest.bytes
    let written =
      Array("constat.link.n".utf8) + [0] + (try Self.origin().digest.bytes) + [0, 0, 0, 1, 2, 3, 4, 5] + Self.sha([])
    #expect(far == Self.sha(written))
  }

  @Test func `origins that differ in any part have different links`() throws {
    let tenants = try ["a", "b"].map { try #require(TenantID($0)) }
    let streams = try ["office", "directory"].map { try #require(StreamID($0)) }
    var links: Set<Link> = []
    for tenant in tenants {
      for stream in streams {
        for replica in [Samples.replica(1), Samples.replica(2)] {
          links.insert(.origin(tenant: tenant, stream: stream, replica: replica))
        }
      }
    }
    #expect(links.count == 8)
  }

  @Test func `L10 a flipped bit anywhere in the lines breaks the seal`() throws {
    let key = Curve25519.Signing.PrivateKey()
    let stream = try #require(StreamID(Self.stream))
    let link = try Self.chain(Self.lines)
    let seal = try Seal(stream: stream, through: Samples.id(1, 3), link: link, key: key)
    #expect(seal.verifies(link: link, key: key.publicKey))
    #expect(key.publicKey.isValidSignature(seal.signature, for: Array("constat.seal\u{0}".utf8) + link.digest.bytes))
    for (number, line) in Self.lines.enumerated() {
      for place in line.indices {
        for bit in 0..<8 {
          var altered = Self.lines
          altered[number][place] ^= 1 << UInt8(bit)
          #expect(!seal.verifies(link: try Self.chain(altered), key: key.publicKey))
        }
      }
    }
    #expect(!seal.verifies(link: try Self.chain(Self.lines, seqs: [1, 2, 4]), key: key.publicKey))
    #expect(!seal.verifies(link: try Self.chain([Self.lines[1], Self.lines[0], Self.lines[2]]), key: key.publicKey))
    #expect(!seal.verifies(link: try Self.chain(Array(Self.lines.dropLast())), key: key.publicKey))
  }

  @Test func `L10 a seal with a flipped bit in its signature does not verify`() throws {
    let key = Curve25519.Signing.PrivateKey()
    let link = try Self.chain(Self.lines)
    let seal = try Seal(stream: .office, through: Samples.id(1, 3), link: link, key: key)
    for place in seal.signature.indices {
      var altered = seal.signature
      altered[place] ^= 1 << UInt8(place % 8)
      let forged = try #require(Seal(stream: .office, through: Samples.id(1, 3), signature: altered))
      #expect(!forged.verifies(link: link, key: key.publicKey))
    }
    #expect(!seal.verifies(link: link, key: Curve25519.Signing.PrivateKey().publicKey))
    #expect(Seal(stream: .office, through: Samples.id(1, 3), signature: Array(seal.signature.dropLast())) == nil)
  }

  @Test func `a line known by its digest alone does not break the chain`() throws {
    let held = try Self.chain(Self.lines)
    let skipped = SyncCore.Digest(hex: SyncCore.Digest(of: Self.lines[1]).description)
    let link = try Self.origin().next(seq: 1, line: SyncCore.Digest(of: Self.lines[0]))
      .next(seq: 2, line: try #require(skipped)).next(seq: 3, line: SyncCore.Digest(of: Self.lines[2]))
    #expect(link == held)
  }

  @Test func `a digest reads only the spelling it writes`() {
    let hex = SyncCore.Digest(of: []).description
    #expect(hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SyncCore.Digest(hex: hex) == SyncCore.Digest(of: []))
    #expect(SyncCore.Digest(hex: hex.uppercased()) == nil)
    #expect(SyncCore.Digest(hex: String(hex.dropLast())) == nil)
    #expect(SyncCore.Digest(hex: hex + "00") == nil)
    #expect(SyncCore.Digest(bytes: Array(repeating: 0, count: 31)) == nil)
  }

  @Test func `two different sets have two set digests, and one set has one`() throws {
    let links = try [Self.chain(Self.lines), Self.origin()]
    var digests: [SyncCore.Digest: Frontier] = [:]
    for first in 0..<3 {
      for second in 0..<3 {
        for (one, two) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
          var frontier = Frontier()
          if first > 0 { frontier.advance(Samples.replica(1), to: .init(seq: first, link: links[one])) }
          if second > 0 { frontier.advance(Samples.replica(2), to: .init(seq: second, link: links[two])) }
          var turned = Frontier()
          if second > 0 { turned.advance(Samples.replica(2), to: .init(seq: second, link: links[two])) }
          if first > 0 { turned.advance(Samples.replica(1), to: .init(seq: first, link: links[one])) }
          #expect(frontier.setDigest == turned.setDigest)
          let known = digests.updateValue(frontier, forKey: frontier.setDigest)
          if let known { #expect(known == frontier) }
        }
      }
    }
    var frontier = Frontier()
    frontier.advance(Samples.replica(2), to: .init(seq: 4, link: links[0]))
    frontier.advance(Samples.replica(1), to: .init(seq: 9, link: links[1]))
    let text = "7000000000001:9:\(links[1])\n7000000000002:4:\(links[0])\n"
    #expect(frontier.setDigest.bytes == Self.sha(Array(text.utf8)))
    #expect(frontier.seen == Samples.seen([1: 9, 2: 4]))
  }
}
