import SyncCore

/// One bound of the protocol as `GET /v1/limits` names it.
public struct NamedLimit: Sendable, Equatable {
  /// What a limit counts.
  public enum Unit: String, Sendable, CaseIterable {
    case attempts, bytes, connections, entries, kinds, levels, lines, number, operations, pairs, requests, rounds
    case seconds, steps
  }

  /// The name it has in `ProtocolLimits` or `SyncLimits`.
  public let name: String
  /// How much is allowed.
  public let value: Int64
  /// What is counted.
  public let unit: Unit

  init(_ name: String, _ value: some BinaryInteger, _ unit: Unit) {
    self.name = name
    self.value = Int64(value)
    self.unit = unit
  }

  /// Every bound both sides know: those of the exchange, then those of the change line and of the merge.
  public static let all: [NamedLimit] = [
    NamedLimit("pushLinesMax", ProtocolLimits.pushLinesMax, .lines),
    NamedLimit("pushBytesMax", ProtocolLimits.pushBytesMax, .bytes),
    NamedLimit("pageEntriesMax", ProtocolLimits.pageEntriesMax, .entries),
    NamedLimit("pageBytesMax", ProtocolLimits.pageBytesMax, .bytes),
    NamedLimit("answerBytesMax", ProtocolLimits.answerBytesMax, .bytes),
    NamedLimit("bookmarkBytesMax", ProtocolLimits.bookmarkBytesMax, .bytes),
    NamedLimit("refusalDetailBytesMax", ProtocolLimits.refusalDetailBytesMax, .bytes),
    NamedLimit("longPollSecondsMax", ProtocolLimits.longPollSecondsMax, .seconds),
    NamedLimit("longPollsMax", ProtocolLimits.longPollsMax, .requests),
    NamedLimit("eventStreamSecondsMax", ProtocolLimits.eventStreamSecondsMax, .seconds),
    NamedLimit("eventHeartbeatSecondsMax", ProtocolLimits.eventHeartbeatSecondsMax, .seconds),
    NamedLimit("eventStreamsMax", ProtocolLimits.eventStreamsMax, .connections),
    NamedLimit("eventStreamsPerDeviceMax", ProtocolLimits.eventStreamsPerDeviceMax, .connections),
    NamedLimit("eventEntriesMax", ProtocolLimits.eventEntriesMax, .entries),
    NamedLimit("feedKindsMax", ProtocolLimits.feedKindsMax, .kinds),
    NamedLimit("joinCodeSecondsMax", ProtocolLimits.joinCodeSecondsMax, .seconds),
    NamedLimit("joinAttemptsPerMinuteMax", ProtocolLimits.joinAttemptsPerMinuteMax, .attempts),
    NamedLimit("assertionSecondsMax", ProtocolLimits.assertionSecondsMax, .seconds),
    NamedLimit("tokenSecondsMax", ProtocolLimits.tokenSecondsMax, .seconds),
    NamedLimit("nonceSecondsMax", ProtocolLimits.nonceSecondsMax, .seconds),
    NamedLimit("tokenRequestBytesMax", ProtocolLimits.tokenRequestBytesMax, .bytes),
    NamedLimit("tokenBytesMax", ProtocolLimits.tokenBytesMax, .bytes),
    NamedLimit("idempotencyKeyBytesMax", ProtocolLimits.idempotencyKeyBytesMax, .bytes),
    NamedLimit("handoverBytesMax", ProtocolLimits.handoverBytesMax, .bytes),
    NamedLimit("recoveryBytesMax", ProtocolLimits.recoveryBytesMax, .bytes),
    NamedLimit("recoveryBytesWanted", ProtocolLimits.recoveryBytesWanted, .bytes),
    NamedLimit("recoveryEntriesMax", ProtocolLimits.recoveryEntriesMax, .entries),
    NamedLimit("roundsMax", ProtocolLimits.roundsMax, .rounds),
    NamedLimit("lineBytesMax", SyncLimits.lineBytesMax, .bytes),
    NamedLimit("textBytesMax", SyncLimits.textBytesMax, .bytes),
    NamedLimit("depthMax", SyncLimits.depthMax, .levels),
    NamedLimit("operationsMax", SyncLimits.operationsMax, .operations),
    NamedLimit("entityPairsMax", SyncLimits.entityPairsMax, .pairs),
    NamedLimit("integerMax", SyncLimits.integerMax, .number),
    NamedLimit("textDiffStepsMax", SyncLimits.textDiffStepsMax, .steps),
  ]

  /// The body of `GET /v1/limits`: each limit by its name.
  public static var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember(
          "limits",
          .sorted(
            all.map { ($0.name, .sorted([("unit", .string($0.unit.rawValue)), ("value", .integer($0.value))])) }))
      ]))
  }

  /// Reads such a body; nil when it is none.
  ///
  /// A unit or a limit of a newer server is no fault.
  public static func values(reading body: [UInt8]) -> [String: Int64]? {
    guard let members = WireJSON.object(body, keys: ["limits"])?.first?.members else { return nil }
    var values: [String: Int64] = [:]
    for member in members {
      guard member.value["unit"]?.text != nil, let value = member.value["value"]?.number else { return nil }
      values[member.key] = value
    }
    return values
  }
}
