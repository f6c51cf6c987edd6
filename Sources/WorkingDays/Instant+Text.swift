extension Instant: LosslessStringConvertible {
  /// The instant spelled `YYYY-MM-DDTHH:MM:SSZ` or `YYYY-MM-DDTHH:MM:SS.mmmZ` (RFC 3339, UTC only).
  ///
  /// - Returns: nil for any other spelling (lower-case letters, an offset, other fractions, second 60), for a day or
  ///   hour that does not exist, and outside `earliest…latest`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes.last == UInt8(ascii: "Z"),
      let year = FixedWidthDigits.value(bytes, 0..<4),
      let month = FixedWidthDigits.value(bytes, 5..<7), 1...12 ~= month,
      let day = FixedWidthDigits.value(bytes, 8..<10),
      day >= 1, day <= GregorianArithmetic.length(ofMonth: month, in: year),
      let hour = FixedWidthDigits.value(bytes, 11..<13), hour < 24,
      let minute = FixedWidthDigits.value(bytes, 14..<16), minute < 60,
      let second = FixedWidthDigits.value(bytes, 17..<19), second < 60
    else { return nil }
    var millisecond = 0
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let fraction = FixedWidthDigits.value(bytes, 20..<23) else { return nil }
      millisecond = fraction
    }
    let dayNumber = GregorianArithmetic.dayNumber(year: year, month: month, day: day)
    let millisecondOfDay = ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond
    self.init(millisecondsSince1970: Int64(dayNumber) * Self.millisecondsPerDay + Int64(millisecondOfDay))
  }

  /// The instant in RFC 3339, UTC: to the second when it is whole, else to the millisecond.
  public var description: String {
    let dayNumber = GregorianArithmetic.floorDivide(Int(millisecondsSince1970), Int(Self.millisecondsPerDay))
    let millisecondOfDay = Int(millisecondsSince1970) - dayNumber * Int(Self.millisecondsPerDay)
    let (year, month, day) = GregorianArithmetic.civil(dayNumber: dayNumber)
    let (secondOfDay, millisecond) = (millisecondOfDay / 1_000, millisecondOfDay % 1_000)
    let date = [(year, 4), (month, 2), (day, 2)].map { FixedWidthDigits.text($0.0, width: $0.1) }
    let time = [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { FixedWidthDigits.text($0, width: 2) }
    let fraction = millisecond == 0 ? "" : "." + FixedWidthDigits.text(millisecond, width: 3)
    return date.joined(separator: "-") + "T" + time.joined(separator: ":") + fraction + "Z"
  }
}
