public import NIOCore
import SyncProtocol

/// The bounds of the HTTP rim (law L12): what Hummingbird leaves open by default, closed (PLATFORM §5).
public struct HTTPLimits: Sendable {
  /// Bytes of a pushed body; one more is answered 413.
  public var exchangeBytesMax = ProtocolLimits.pushBytesMax
  /// Bytes of a recovery request's body.
  public var recoveryBytesMax = ProtocolLimits.recoveryBytesMax
  /// Bytes of a join's body.
  public var joinBytesMax = 1_024
  /// Bytes of a token request's body.
  public var tokenBytesMax = ProtocolLimits.tokenRequestBytesMax
  /// Bytes of the body that asks for another key.
  public var keyBytesMax = 1_024
  /// Bytes of a form's body: a text of a field and everything around it.
  public var formBytesMax = 262_144
  /// Fields of a form.
  public var formFieldsMax = 500
  /// The longest a body may take to arrive, however steadily it trickles.
  public var bodyTime: Duration = .seconds(120)
  /// The longest an answer may take to be written: bounds clients that never read.
  public var answerTime: TimeAmount = .seconds(120)
  /// The longest a connection may be silent between or within requests.
  public var idleTime: TimeAmount = .seconds(60)
  /// Bytes of path and query; a feed's offset is at most a bookmark.
  public var targetBytesMax = ProtocolLimits.bookmarkBytesMax + 1_024
  /// Bytes of one header field.
  public var headerFieldBytesMax = 8_192
  /// Bytes of all header fields.
  public var headerListBytesMax = 32_768
  /// Header fields of one request.
  public var headerFieldsMax = 64
  /// Open connections; further ones wait to be accepted.
  public var connectionsMax = 3_000
  /// Long-polls held at once; one more is answered 503.
  public var longPollsMax = ProtocolLimits.longPollsMax
  /// The longest a long-poll is held.
  public var longPollTime: Duration = .seconds(ProtocolLimits.longPollSecondsMax)
  /// Connections of server-sent events of feeds; one more is answered 503.
  public var eventStreamsMax = ProtocolLimits.eventStreamsMax
  /// Those of one device; one more is answered 429.
  public var eventStreamsPerDeviceMax = ProtocolLimits.eventStreamsPerDeviceMax
  /// The longest such a connection lasts before its reader has to come again.
  public var eventStreamTime: Duration = .seconds(ProtocolLimits.eventStreamSecondsMax)
  /// The longest it says nothing.
  public var eventHeartbeatTime: Duration = .seconds(ProtocolLimits.eventHeartbeatSecondsMax)
  /// When any connection of events is cut whose end its reader has not taken, bytes in flight or not.
  public var eventCutTime: TimeAmount = .seconds(Int64(ProtocolLimits.eventStreamSecondsMax) + 10)
  /// How often commits of other processes are looked for.
  public var refreshInterval: Duration = .milliseconds(500)
  /// How often it is looked whether the server has begun to recover.
  public var recoveryInterval: Duration = .seconds(10)
  /// Bytes still read from a client whose body was refused, so that it can read the answer before the connection ends.
  public var lingerBytesMax = 262_144
  /// The longest such a connection is kept.
  public var lingerTime: TimeAmount = .seconds(2)
  /// The longest a graceful stop waits for answers in progress.
  public var stopTime: Duration = .seconds(10)

  /// Bytes from which answers are compressed for who takes gzip, as the protocol says; a shorter one is a packet either way.
  static let compressedBytesMin = 1_024

  /// The bounds a server runs with.
  public init() {}
}
