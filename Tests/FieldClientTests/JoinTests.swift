import AuditDesk
import FieldClient
import SyncCore
import SyncProtocol
import Synchronization
import Testing

struct JoinTests {
  private final class OneAnswer: Transport {
    let answer: Result<TransportResponse, TransportFailure>
    let seen = Mutex<[TransportRequest]>([])
    init(_ answer: Result<TransportResponse, TransportFailure>) { self.answer = answer }

    func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
      seen.withLock { $0.append(request) }
      return try answer.get()
    }
  }

  private func join(_ transport: OneAnswer) async -> JoinClient.Outcome {
    await JoinClient.join(
      transport: transport, code: " abcd-EFGH ", replica: ReplicaID(bits: 1), key: Array(repeating: 7, count: 32))
  }

  private func response(_ status: Int, _ body: [UInt8], _ headers: [TransportHeader] = []) -> OneAnswer {
    OneAnswer(.success(TransportResponse(status: status, headers: headers, body: body, wireBytes: body.count)))
  }

  @Test func `a code as typed is sent without spaces and dashes, and the answer says who the device is`() async throws {
    let answer = JoinAnswer(
      tenant: TenantID("certifier")!, user: UserID("u-A")!, epoch: 1, serverReplica: ReplicaID(bits: 2),
      serverKey: Array(repeating: 1, count: 32), serverTime: 5)
    let transport = response(200, answer.body)
    #expect(await join(transport) == .joined(answer))
    let sent = try #require(transport.seen.withLock { $0.first })
    #expect(JoinRequest(reading: sent.body)?.code == "ABCDEFGH")
    #expect(sent.method == "POST" && sent.target == ProtocolPath.devices)
  }

  @Test func `a wrong code, too many codes, another server and no network are told apart`() async {
    let wrong = Problem(.badJoinCode, detail: "wrong")
    #expect(await join(response(401, wrong.body)) == .wrongCode(detail: "wrong"))
    let many = Problem(.tooManyRequests, detail: "wait")
    #expect(
      await join(response(429, many.body, [TransportHeader("retry-after", "60")]))
        == .tooManyAttempts(retryAfterSeconds: 60))
    let page = Array("<html>".utf8)
    #expect(
      await join(response(200, page, [TransportHeader("content-type", "text/html; charset=utf-8")]))
        == .notOurs(status: 200, type: "text/html"))
    #expect(await join(OneAnswer(.failure(.unreachable("no route")))) == .noAnswer(.unreachable("no route")))
    let busy = Problem(.unavailable, detail: "later")
    #expect(await join(response(503, busy.body)) == .refused(.unavailable, detail: "later"))
  }
}
