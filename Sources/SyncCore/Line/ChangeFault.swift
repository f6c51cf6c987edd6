/// Why bytes are not a change line: a result the protocol foresees, with a stable code.
public enum ChangeFault: Error, Sendable, Hashable {
  /// Past `SyncLimits.lineBytesMax`.
  case lineTooLong
  /// Not the one accepted spelling of JSON.
  case json(JSONFault)
  /// An envelope version this server does not speak.
  case unknownVersion
  /// A member of the envelope missing, unknown, out of order or of the wrong shape; the text names it.
  case envelope(String)
  /// A member of an operation missing, out of order or of the wrong shape; the text names it.
  case operation(Int, String)
  /// No operation, or more than `SyncLimits.operationsMax`.
  case operationCount
  /// The same register written twice in one change.
  case fieldSetTwice
  /// A second request in one change.
  case secondRequest

  /// The stable code, one word for a receipt.
  public var code: String {
    switch self {
    case .lineTooLong: "line-too-long"
    case .json(let fault): fault.code
    case .unknownVersion: "unknown-version"
    case .envelope: "bad-envelope"
    case .operation: "bad-operation"
    case .operationCount: "operation-count"
    case .fieldSetTwice: "field-set-twice"
    case .secondRequest: "second-request"
    }
  }
}
