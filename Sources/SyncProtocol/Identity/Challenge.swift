/// What a 401 asks for: an assertion over this nonce, and by which clock.
///
/// It travels as `WWW-Authenticate: Bearer realm="constat", nonce="…", time="…"`.
public struct Challenge: Sendable, Equatable {
  /// Bytes of a nonce.
  public static let nonceBytesMax = 512
  /// Opaque, good once and for `ProtocolLimits.nonceSecondsMax`.
  public var nonce: String
  /// The server's clock, milliseconds since 1970 UTC.
  public var serverTime: Int64

  /// Creates a challenge.
  /// - Parameter nonce: of `A–Z a–z 0–9 - _`.
  public init(nonce: String, serverTime: Int64) {
    self.nonce = nonce
    self.serverTime = serverTime
  }

  /// The header's value.
  public var field: String { "Bearer realm=\"constat\", nonce=\"\(nonce)\", time=\"\(serverTime)\"" }

  /// Reads a header's value; nil when it is no challenge of ours.
  public init?(reading field: String) {
    guard field.utf8.count <= Self.nonceBytesMax + 128, field.prefix(7).lowercased() == "bearer " else { return nil }
    var values: [String: String] = [:]
    for part in field.dropFirst(7).split(separator: ",") {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[1].count >= 2, pair[1].first == "\"", pair[1].last == "\"" else { return nil }
      values[pair[0].lowercased()] = String(pair[1].dropFirst().dropLast())
    }
    guard values["realm"].map({ $0.utf8.elementsEqual("constat".utf8) }) ?? false, let nonce = values["nonce"],
      (1...Self.nonceBytesMax).contains(nonce.utf8.count), Base64URL.bytes(nonce) != nil,
      let time = values["time"].flatMap({ Int64($0) })
    else { return nil }
    self.init(nonce: nonce, serverTime: time)
  }
}
