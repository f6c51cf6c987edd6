import SyncCore
import Testing

@testable import ServerCore

@Suite struct `bookmarks` {
  private let key = [UInt8](repeating: 7, count: 32)

  private func bookmark(_ entered: EnteredStreams, past: Bookmark.Past? = nil) throws -> Bookmark {
    Bookmark(
      tenant: try #require(TenantID("t")), user: try #require(UserID("u")), replica: ReplicaID(bits: 5), epoch: 3,
      position: 77, hash: Digest(of: [1]), entered: entered, past: past, ownThrough: 9, isContinued: true)
  }

  @Test func `a bookmark is read back as it was written`() throws {
    var entered = EnteredStreams()
    for filled in [false, true] {
      if filled {
        entered.through = 40
        entered.hasOffice = true
        entered.numbers = [41, 52]
        for name in [try #require(StreamID("organisation.900000019")), .office] { entered.enter(name) }
      }
      for past in [nil, Bookmark.Past(number: 4, after: 12)] {
        let written = try bookmark(entered, past: past)
        #expect(Bookmark(try written.text(key: key), key: key) == written)
      }
    }
  }

  @Test func `an offset of a feed is no bookmark`() throws {
    let offset = FeedOffset(subject: Digest(of: [1]), epoch: 1, position: 1, hash: Digest(of: [1]))
    #expect(Bookmark(try offset.text(key: key), key: key) == nil)
    #expect(FeedOffset(try bookmark(EnteredStreams()).text(key: key), key: key) == nil)
  }

  @Test func `the office's stream is not among those counted by number unless said`() {
    var entered = EnteredStreams()
    entered.through = 10
    #expect(!entered.contains(.office, number: 5))
    #expect(entered.contains(.directory, number: 10))
    #expect(!entered.contains(.directory, number: 11))
    entered.hasOffice = true
    #expect(entered.contains(.office, number: 5))
  }

  @Test func `a bookmark of a thousand dossiers fits the bound of the protocol`() throws {
    var entered = EnteredStreams()
    entered.numbers = Set((1...1_000).map { $0 * 9_973 })
    #expect(try bookmark(entered).text(key: key).utf8.count < 65_536)
  }
}
