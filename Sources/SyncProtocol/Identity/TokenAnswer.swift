import SyncCore

/// The answer to a token request (RFC 6749 §5.1): a bearer token and how long it holds.
public struct TokenAnswer: Sendable, Equatable {
  /// The token, opaque to the device.
  public var token: String
  /// Seconds it holds from now on.
  public var expiresInSeconds: Int

  /// Creates an answer.
  public init(token: String, expiresInSeconds: Int) {
    self.token = token
    self.expiresInSeconds = expiresInSeconds
  }

  /// The body.
  public var body: [UInt8] {
    JSONWriter.bytes(
      .object([
        JSONMember("access_token", .string(token)), JSONMember("token_type", .string("Bearer")),
        JSONMember("expires_in", .integer(Int64(expiresInSeconds))),
      ]))
  }

  /// Reads a body; nil when it is none.
  public init?(reading body: [UInt8]) {
    guard let value = WireJSON.object(body, keys: ["access_token", "token_type", "expires_in"]),
      let token = value[0].text, !token.isEmpty, token.utf8.count <= ProtocolLimits.tokenBytesMax,
      // It goes into a header as it is.
      token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      let kind = value[1].text, kind.utf8.elementsEqual("Bearer".utf8),
      let seconds = value[2].number, (1...86_400).contains(seconds)
    else { return nil }
    self.init(token: token, expiresInSeconds: Int(seconds))
  }
}
