import AuditModel
import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ServerHTTP

/// The core itself behind the rim.
@Suite(.timeLimit(.minutes(1))) struct RealCoreTests {
  @Test func `a device joins with its code, signs for a token, exchanges, and reads its feed; another code is refused`()
    async throws
  {
    let house = try RealHouse()
    try await house.http.application().test(.router) { client in
      let replica = try #require(ReplicaID("0123456789ABC"))
      let refused = try await RealHouse.join("00000000000000000000000000", replica, client)
      #expect(refused.problem?.code == .badJoinCode)
      let device = try await house.device("Auditrice", [.auditor], replica: "0123456789ABC", client)
      #expect(device.answer.user == device.user)
      #expect(device.answer.serverTime == FixedTime().milliseconds)

      let stranger = try await client.executeRequest(uri: "/v1/feed", method: .get, headers: [:], body: nil)
      let challenge = try #require(stranger.headers[.wwwAuthenticate].flatMap(Challenge.init(reading:)))
      #expect(challenge.serverTime == FixedTime().milliseconds)
      let exchanged = try await pull(device, bookmark: "", client)
      #expect(exchanged.headers[.contentType] == "application/x-ndjson")
      _ = try bookmark(of: exchanged)
      let feed = try await get("/v1/feed", device, client)
      #expect(feed.status == .ok)
      #expect(feed.headers[.streamUpToDate] == "true")
      let offset = try #require(feed.headers[.streamNextOffset])
      #expect(try await get("/v1/feed?offset=\(offset)", device, client).text == "[]")
    }
  }

  @Test func `what is another's is not there: 404, never 403, in the same words as what nobody has`() async throws {
    let house = try RealHouse()
    let theirs = try #require(StreamID("dossier.qualiopi.130002850"))
    try await house.http.application().test(.router) { client in
      let owner = try await house.device(
        "Auditrice", [.auditor], replica: "0123456789ABC", streams: [theirs], client)
      let other = try await house.device("Auditeur", [.auditor], replica: "0123456789ABD", client)
      #expect(try await get("/v1/streams/directory", other, client).status == .ok)
      _ = try await pull(owner, bookmark: "", client)
      let nobodys = try await get("/v1/streams/dossier.qualiopi.552100554", other, client)
      #expect(nobodys.status == .notFound)
      for path in [theirs.description, "office", "\(theirs)/state", "office/state", "no%20stream", "%2e%2e"] {
        let answer = try await get("/v1/streams/\(path)", other, client)
        #expect(answer.status == .notFound, "\(path)")
        #expect(answer.problem == nobodys.problem, "\(path)")
      }
    }
  }

  @Test func `a bookmark or an offset of another user or another tenant begins anew and tells nothing`() async throws {
    let (house, foreign) = (try RealHouse(), try RealHouse(tenant: "autre-certificateur"))
    try await foreign.http.application().test(.router) { abroad in
      let stranger = try await foreign.device("Auditrice", [.auditor], replica: "0123456789ABC", abroad)
      let strange = try bookmark(of: try await pull(stranger, bookmark: "", abroad))
      let strangeOffset = try #require(try await get("/v1/feed", stranger, abroad).headers[.streamNextOffset])
      try await house.http.application().test(.router) { client in
        let office = try await house.device("Service", [.office], replica: "0123456789ABC", client)
        let auditor = try await house.device("Auditeur", [.auditor], replica: "0123456789ABD", client)
        let others = try bookmark(of: try await pull(office, bookmark: "", client))
        let othersOffset = try #require(try await get("/v1/feed", office, client).headers[.streamNextOffset])
        for bookmark in [strange, others] {
          let answer = try await pull(auditor, bookmark: bookmark, client)
          #expect(answer.problem?.code == .bookmarkGone)
          #expect(answer.problem?.bookmark == "")
        }
        for offset in [strangeOffset, othersOffset, String(othersOffset.dropLast()), "x"] {
          for live in ["", "&live=long-poll", "&live=sse"] {
            let answer = try await get("/v1/feed?offset=\(offset)\(live)", auditor, client)
            #expect(answer.problem?.code == .bookmarkGone)
            #expect(answer.problem?.bookmark == "")
          }
        }
        let foreignToken = try await client.executeRequest(
          uri: "/v1/feed", method: .get, headers: stranger.headers, body: nil)
        #expect(foreignToken.status == .unauthorized)
      }
    }
  }

  @Test func `a state is served with the digest of its set, and only for looking`() async throws {
    let house = try RealHouse()
    try await house.http.application().test(.router) { client in
      let device = try await house.device("Auditrice", [.auditor], replica: "0123456789ABC", client)
      let state = try await get("/v1/streams/directory/state", device, client)
      let value = try #require(WireJSON.value(Array(state.body.readableBytesView)))
      #expect(value["setDigest"]?.text == (await house.core.setDigests())[.directory]?.description)
      #expect(value["state"]?["entities"] != nil)
      #expect(state.headers[.cacheControl] == "private, no-cache")
    }
  }

  private func get(
    _ uri: String, _ device: RealHouse.Device, _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    try await client.executeRequest(uri: uri, method: .get, headers: device.headers, body: nil)
  }

  private func pull(
    _ device: RealHouse.Device, bookmark: String, _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    let pull = ExchangeRequest(
      header: .init(replica: device.replica, from: 1, last: 0, digest: nil, bookmark: bookmark, limit: 100))
    return try await client.executeRequest(
      uri: "/v1/exchange", method: .post, headers: device.headers, body: ByteBuffer(bytes: pull.body))
  }

  private func bookmark(of answer: TestResponse) throws -> String {
    let last = try #require(answer.body.readableBytesView.split(separator: 0x0A).last)
    guard case .end(let end) = ExchangeFrame(reading: Array(last)) else {
      Issue.record("the answer ends with \(String(decoding: last, as: UTF8.self))")
      return ""
    }
    return end.bookmark
  }
}
