/// Names with values, in their order, as `application/x-www-form-urlencoded` carries them (URL Standard §5.1).
public struct FormFields: Sendable, Equatable {
  /// The fields.
  public let fields: [Field]

  /// One field.
  public struct Field: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// Pairs a name with a value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Takes over fields.
  public init(_ fields: [Field]) { self.fields = fields }

  /// Reads an encoded body or query; nil for more than `countMax` fields, or escapes or bytes that are no UTF-8 text.
  public init?(encoded bytes: some Collection<UInt8>, countMax: Int) {
    var fields: [Field] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard fields.count < countMax else { return nil }
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.text(pair[0]), let value = pair.count == 2 ? Self.text(pair[1]) : "" else { return nil }
      fields.append(Field(name, value))
    }
    self.fields = fields
  }

  /// The first value of a name.
  public subscript(name: String) -> String? { fields.first { $0.name.utf8.elementsEqual(name.utf8) }?.value }

  /// Every value of a name.
  public func all(_ name: String) -> [String] {
    fields.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
  }

  static func text(_ bytes: some Collection<UInt8>) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal) else {
          return nil
        }
        decoded.append(high << 4 | low)
      default: decoded.append(byte)
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
