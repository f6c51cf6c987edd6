/// A count written for people: digits in groups of three, singular or plural.
enum PublicListCount {
  static func fr(_ count: Int) -> String { grouped(count, by: "\u{202F}") }

  static func en(_ count: Int) -> String { grouped(count, by: ",") }

  /// French counts 0 and 1 as singular.
  static func fr(_ count: Int, _ one: String, _ many: String) -> String {
    "\(fr(count)) \(count < 2 ? one : many)"
  }

  /// English counts only 1 as singular.
  static func en(_ count: Int, _ one: String, _ many: String) -> String {
    "\(en(count)) \(count == 1 ? one : many)"
  }

  /// Thousandths as a percentage with one decimal, without its sign.
  static func percent(perMille: Int, decimalPoint: String) -> String {
    perMille % 10 == 0 ? "\(perMille / 10)" : "\(perMille / 10)\(decimalPoint)\(perMille % 10)"
  }

  private static func grouped(_ count: Int, by mark: String) -> String {
    let digits = String(count.magnitude)
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += mark }
      text.append(digit)
    }
    return text
  }
}
