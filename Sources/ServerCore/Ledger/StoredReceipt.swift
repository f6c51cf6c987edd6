public import SyncCore
public import SyncProtocol

/// The final answer to one line, and what a later push of the same line is compared with.
public struct StoredReceipt: Sendable, Equatable {
  /// The digest of the line's bytes, or the one a void named.
  public let digest: Digest
  /// The answer.
  public let receipt: Receipt
  /// The stream whose chain the line is part of; nil for voids and lines whose stream cannot be read.
  public let stream: StreamID?
  /// The link of that chain at the line.
  public let link: Link?

  /// Takes over a stored answer.
  public init(digest: Digest, receipt: Receipt, stream: StreamID?, link: Link?) {
    self.digest = digest
    self.receipt = receipt
    self.stream = stream
    self.link = link
  }
}
