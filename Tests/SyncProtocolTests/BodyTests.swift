import SyncCore
import SyncProtocol
import Testing

/// Joins and problem documents: read only in the one spelling.
struct BodyTests {
  private let key = [UInt8](repeating: 0xAB, count: 32)

  @Test func `a join and its answer come back from their own bodies`() throws {
    let request = JoinRequest(code: "4F7K2M", replica: Frames.replica, publicKey: key)
    #expect(JoinRequest(reading: request.body) == request)
    let answer = JoinAnswer(
      tenant: try #require(TenantID("certifier-01")), user: try #require(UserID("u-4K")), epoch: 3,
      serverReplica: Frames.replica, serverKey: key, serverTime: 1_790_000_000_000)
    #expect(JoinAnswer(reading: answer.body) == answer)
  }

  @Test func `a key spelt with the Kelvin sign is not taken for one with a K`() {
    let body = JoinRequest(code: "4F7K2M", replica: Frames.replica, publicKey: key).body
    let text = String(decoding: body, as: UTF8.self)
    #expect(JoinRequest(reading: Array(text.replacing("publicKey", "public\u{212A}ey").utf8)) == nil)
    #expect(JoinRequest(reading: Array(text.replacing("abab", "ab").utf8)) == nil)
    #expect(JoinRequest(reading: Array((text + "\n").utf8)) == nil)
    #expect(JoinRequest(reading: Array("<html>".utf8)) == nil)
  }

  @Test func `every problem comes back from its own body`() {
    for code in ProblemCode.allCases {
      let problem = Problem(
        code, detail: "What happened \u{2014} what to do.", bookmark: code == .bookmarkGone ? "" : nil)
      #expect(Problem(reading: problem.body) == problem)
      #expect((400...599).contains(code.status))
    }
    #expect(Problem(reading: Array("<html><title>503</title></html>".utf8)) == nil)
    #expect(Problem(reading: Array(#"{"code":"no-such-code","detail":""}"#.utf8)) == nil)
    #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
  }
}
