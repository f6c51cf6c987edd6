/// A change together with the bytes it was received as, which are kept and served unaltered.
public struct ChangeLine: Sendable, Hashable {
  /// The parsed change.
  public let change: Change
  /// The line without its newline.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes.
  public let digest: Digest

  /// Reads a line.
  /// - Throws: `ChangeFault`; nothing but the one accepted spelling passes, so printing the change gives `bytes` back.
  public init(_ bytes: [UInt8]) throws(ChangeFault) {
    guard bytes.count <= SyncLimits.lineBytesMax else { throw .lineTooLong }
    if let sound = bytes.withUnsafeBufferPointer({ EnvelopeReader.change($0) }) {
      change = sound
    } else {
      change = try ChangeReader.change(of: bytes)
    }
    self.bytes = bytes
    digest = Digest(of: bytes)
  }

  /// Prints a change into its line.
  /// - Throws: `ChangeFault` when the change breaks a bound of the line.
  public init(printing change: Change) throws(ChangeFault) {
    try self.init(ChangeWriter.bytes(change))
  }

  /// The change's name.
  public var id: ChangeID { change.id }
}
