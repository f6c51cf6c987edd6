public import SyncCore

/// What happened in a run, line by line; equal traces have equal hashes.
///
/// Signatures stay out of it, since a library may draw them at random: digests of lines and links stand for them.
public struct ExploreTrace: Sendable {
  /// The lines.
  public private(set) var lines: [String] = []

  /// Starts empty.
  public init() {}

  /// Adds a line.
  mutating func note(_ line: String) { lines.append(line) }

  /// SHA-256 over the lines, each with its newline.
  public var hash: SyncCore.Digest { Digest(of: lines.flatMap { Array($0.utf8) + [0x0A] }) }
}
