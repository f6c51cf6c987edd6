/// A value of a field in one of two files; equality is by bytes.
public enum PublicListValue: Sendable, Equatable {
  /// Not published.
  case absent
  /// A text.
  case text(String)
  /// An address, whole.
  case address(PublicListAddress)
  /// A yes-or-no.
  case flag(PublicListFlag)

  /// Equality byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.absent, .absent): true
    case (.text(let left), .text(let right)): PublicListByteOrder.same(left, right)
    case (.address(let left), .address(let right)): left == right
    case (.flag(let left), .flag(let right)): left == right
    default: false
    }
  }

  /// The value on one line; nil when not published.
  public var oneLine: String? {
    switch self {
    case .absent: nil
    case .text(let text): text
    case .address(let address): address.oneLine
    case .flag(let flag): flag.rawValue
    }
  }

  static func of(_ text: String?) -> Self { text.map(Self.text) ?? .absent }

  static func of(_ address: PublicListAddress) -> Self { address.isEmpty ? .absent : .address(address) }

  static func of(_ flag: PublicListFlag) -> Self { flag == .unknown ? .absent : .flag(flag) }
}
