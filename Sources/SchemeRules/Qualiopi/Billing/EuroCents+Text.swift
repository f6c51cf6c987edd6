public import AuditModel

extension EuroCents {
  /// Reads an amount as people type it; nil for anything else, and past `limit`.
  ///
  /// Decimals are one or two digits after a comma or a point. Spaces, also unbreakable ones, may part thousands, in
  /// groups of three. A sign stands first, « € » last. « 1,590 » is refused rather than guessed.
  public init?(parsing text: String) {
    var characters = Array(text.unicodeScalars)
    if characters.last == "€" {
      characters.removeLast()
      if let last = characters.last, Self.isSpace(last) { characters.removeLast() }
    }
    var isNegative = false
    if let first = characters.first, first == "-" || first == "\u{2212}" {
      isNegative = true
      characters.removeFirst()
    }
    let parts = characters.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard 1...2 ~= parts.count, let euros = Self.wholePart(parts[0]) else { return nil }
    var cents: Int64 = 0
    if parts.count == 2 {
      guard 1...2 ~= parts[1].count, let decimals = Self.number(parts[1]) else { return nil }
      cents = parts[1].count == 1 ? decimals * 10 : decimals
    }
    let magnitude = euros * 100 + cents
    self.init(cents: isNegative ? -magnitude : magnitude)
  }

  /// The amount on screen: « 1 590,00 € », “€1,590.00”; a French amount holds narrow unbreakable spaces.
  public func text(in language: Language) -> String {
    let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let whole = Self.grouped(String(euros), by: language == .french ? "\u{202F}" : ",")
    let decimals = (rest < 10 ? "0" : "") + String(rest)
    let sign = cents < 0 ? "-" : ""
    return switch language {
    case .french: "\(sign)\(whole),\(decimals)\u{202F}€"
    case .english: "\(sign)€\(whole).\(decimals)"
    }
  }

  /// The amount in both languages.
  public var words: LocalizedText { LocalizedText(fr: text(in: .french), en: text(in: .english)) }

  /// Digits alone, or groups of three after a first group of one to three.
  private static func wholePart(_ characters: ArraySlice<Unicode.Scalar>) -> Int64? {
    let groups = characters.split(omittingEmptySubsequences: false, whereSeparator: isSpace)
    guard groups.count == 1 || (1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
      return nil
    }
    return number(ArraySlice(groups.joined()))
  }

  /// At most eleven digits, which no amount within the limit exceeds.
  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int64? {
    guard 1...11 ~= digits.count, digits.allSatisfy({ "0"..."9" ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1.value - 0x30) }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static func grouped(_ digits: String, by separator: String) -> String {
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place).isMultiple(of: 3) { grouped += separator }
      grouped.append(digit)
    }
    return grouped
  }
}
