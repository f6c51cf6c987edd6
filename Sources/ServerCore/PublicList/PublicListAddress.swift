/// A postal address as published; its parts mean something only together.
///
/// Equality is by bytes.
public struct PublicListAddress: Sendable, Equatable {
  /// Number and street.
  public let street: String?
  /// The postcode, as text.
  public let postcode: String?
  /// The town.
  public let city: String?
  /// INSEE's code of the region, as text.
  public let regionCode: String?

  /// Puts an address together; nil stands for what is not published.
  public init(street: String?, postcode: String?, city: String?, regionCode: String?) {
    self.street = street
    self.postcode = postcode
    self.city = city
    self.regionCode = regionCode
  }

  /// Whether nothing of it is published.
  public var isEmpty: Bool { street == nil && postcode == nil && city == nil && regionCode == nil }

  /// The address on one line, its published parts in order: street, postcode and town, region code.
  public var oneLine: String {
    let place = [postcode, city].compactMap(\.self).joined(separator: " ")
    let region = regionCode.map { "[\($0)]" }
    return [street, place.isEmpty ? nil : place, region].compactMap(\.self).joined(separator: ", ")
  }

  /// Equality of every part, byte by byte.
  public static func == (left: Self, right: Self) -> Bool { compare(left, right) == 0 }

  static func compare(_ left: Self, _ right: Self) -> Int {
    for part in [\Self.street, \.postcode, \.city, \.regionCode] {
      let order = PublicListByteOrder.compare(left[keyPath: part], right[keyPath: part])
      if order != 0 { return order }
    }
    return 0
  }
}
