/// The byte that separates the fields of a CSV file.
public enum CSVSeparator: UInt8, Sendable, Equatable, CaseIterable {
  /// `;`, as in the public list.
  case semicolon = 0x3B
  /// `,`
  case comma = 0x2C
}
