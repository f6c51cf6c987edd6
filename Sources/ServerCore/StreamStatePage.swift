import SyncCore

/// The state of one stream as it is answered: what `constat-sim fold` prints of it, and its entity tag.
public struct StreamStatePage: Sendable, Equatable {
  /// One JSON object in the one spelling.
  public let body: [UInt8]
  /// The entity tag, quotes included: the same for the same bytes.
  public let etag: String

  /// Takes over a body.
  public init(body: [UInt8]) {
    self.body = body
    etag = "\"\(Digest(of: body))\""
  }

  init(_ document: JSONValue) { self.init(body: JSONWriter.bytes(document)) }
}
