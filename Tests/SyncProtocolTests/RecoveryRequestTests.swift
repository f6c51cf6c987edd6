import SyncCore
import SyncProtocol
import Testing

@Suite struct `recovery requests` {
  private let stream = StreamID.directory
  private let replica = ReplicaID(bits: 7)

  private func skip(_ seq: Int, _ stream: StreamID = .directory) -> LogEntry {
    LogEntry(
      position: 0, received: 0,
      content: .skip(stream: stream, id: ChangeID(replica: replica, seq: seq), digest: Digest(of: [1])))
  }

  @Test func `print and read give the same request and answer`() throws {
    let request = RecoveryRequest(stream: stream, replica: replica, entries: [skip(1), skip(2)])
    #expect(try RecoveryRequest(reading: request.body) == request)
    let answer = RecoveryAnswer(
      stream: stream, frontier: [replica: 2, ReplicaID(bits: 9): 4], admitted: 1, known: 2, quarantined: 3)
    #expect(RecoveryAnswer(reading: answer.body) == answer)
  }

  @Test func `another stream's entry, a cut body, and anything else are refused by their place`() {
    func fault(_ body: [UInt8]) -> ExchangeRequestFault? {
      do throws(ExchangeRequestFault) {
        _ = try RecoveryRequest(reading: body)
        return nil
      } catch { return error }
    }
    let head = RecoveryRequest(stream: stream, replica: replica).body
    #expect(fault(head) == nil)
    #expect(fault([]) == .header)
    #expect(fault(Array(head.dropLast())) == .cut)
    #expect(fault(Array("{\"recovery\":2}\n".utf8)) == .header)
    #expect(
      fault(RecoveryRequest(stream: stream, replica: replica, entries: [skip(1), skip(2, .office)]).body) == .line(3))
    #expect(fault(head + Array("{\"leave\":\"office\"}\n".utf8)) == .line(2))
  }

  @Test func `L12 a request holds so many entries and bytes and not one more`() throws {
    let entry = skip(1)
    let most = RecoveryRequest(
      stream: stream, replica: replica, entries: Array(repeating: entry, count: ProtocolLimits.recoveryEntriesMax))
    #expect(try RecoveryRequest(reading: most.body).entries.count == ProtocolLimits.recoveryEntriesMax)
    var frame: [UInt8] = []
    entry.append(to: &frame)
    #expect(throws: ExchangeRequestFault.tooManyLines) { try RecoveryRequest(reading: most.body + frame) }
    let large = [UInt8](repeating: 0x0A, count: ProtocolLimits.recoveryBytesMax + 1)
    #expect(throws: ExchangeRequestFault.bodyTooLarge) { try RecoveryRequest(reading: large) }
    #expect(throws: ExchangeRequestFault.header) { try RecoveryRequest(reading: Array(large.dropLast())) }
  }

  @Test func `an end says recovering by a last member that is true, or not at all`() {
    let end = ExchangeEnd(bookmark: "b", serverTime: 1, backedUpThrough: 0, digests: [:], recovering: true)
    var bytes: [UInt8] = []
    ExchangeFrame.end(end).append(to: &bytes)
    let text = String(decoding: bytes.dropLast(), as: UTF8.self)
    #expect(text.hasSuffix(",\"digests\":{},\"recovering\":true}"))
    #expect(ExchangeFrame(reading: Array(text.utf8)) == .end(end))
    for other in ["\"recovering\":false", "\"recovering\":1", "\"recovered\":true"] {
      let wrong = text.replacing("\"recovering\":true", with: other)
      #expect(ExchangeFrame(reading: Array(wrong.utf8)) == nil)
    }
  }
}
