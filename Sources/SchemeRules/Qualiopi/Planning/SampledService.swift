public import SyncCore

/// A service looked at during an audit (RULEBOOK §3.2.1): what it is, how long it lasts, and of which kind.
public struct SampledService: Sendable, Hashable {
  /// A short word people type.
  public let key: String
  /// What it is called.
  public let title: String
  /// How long it lasts, in half-days; nil where nobody wrote it.
  public var halfDays: Int?
  /// Whether it leads to a professional certification.
  public var isCertifying = false
  /// Whether it alternates with time in a firm.
  public var isAlternating = false
  /// Whether it holds work-based periods.
  public var isWorkBased = false
  /// Whether it is done for a principal.
  public var isSubcontracted = false

  /// Describes a service.
  public init(key: String, title: String, halfDays: Int? = nil) {
    self.key = key
    self.title = title
    self.halfDays = halfDays
  }

  /// Whether it lasts two days or less (R-QUAL-13); nil where its duration is not known.
  public var isShort: Bool? { halfDays.map { $0 <= 4 } }

  /// Reads a member of the set `samples`; nil without a key.
  ///
  /// Days are a whole number, or text such as `2.5`.
  public init?(_ value: JSONValue) {
    guard let key = value["key"]?.text else { return nil }
    self.init(key: key, title: value["title"]?.text ?? key, halfDays: value["days"].flatMap(Self.halfDays))
    isCertifying = value["certifying"]?.truth ?? false
    isAlternating = value["alternating"]?.truth ?? false
    isWorkBased = value["workBased"]?.truth ?? false
    isSubcontracted = value["subcontracted"]?.truth ?? false
  }

  /// The member of the set `samples`; what is not said is left out.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [("key", .string(key)), ("title", .string(title))]
    if let halfDays {
      members.append(
        ("days", halfDays.isMultiple(of: 2) ? .integer(Int64(halfDays / 2)) : .string("\(halfDays / 2).5")))
    }
    let traits = [
      ("certifying", isCertifying), ("alternating", isAlternating), ("workBased", isWorkBased),
      ("subcontracted", isSubcontracted),
    ]
    members += traits.filter(\.1).map { ($0.0, .bool(true)) }
    return .sorted(members)
  }

  /// The samples of an audit, by key.
  public static func all(of audit: EntityID, in fold: StreamFold) -> [SampledService] {
    (FieldReading(fold: fold, entity: audit).view("samples")?.members ?? []).compactMap { SampledService($0.value) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Half-days of `3`, `2.5` or `2,5`; nil for another spelling or outside 0.5 to 400 days.
  public static func halfDays(_ text: String) -> Int? {
    let parts = text.split(whereSeparator: { $0 == "." || $0 == "," })
    guard let whole = parts.first.flatMap({ Int($0) }), 0...400 ~= whole, parts.count <= 2 else { return nil }
    let half = parts.count == 2 ? parts[1] : "0"
    guard half == "0" || half == "5" else { return nil }
    let count = whole * 2 + (half == "5" ? 1 : 0)
    return count > 0 ? count : nil
  }

  private static func halfDays(_ value: JSONValue) -> Int? {
    value.number.map { Int(clamping: $0) }.flatMap { 1...400 ~= $0 ? $0 * 2 : nil } ?? value.text.flatMap(halfDays)
  }
}

extension ServiceProfile {
  /// What a body does as its samples show it: a trait of one sampled service counts, indicator 12 is out only if all
  /// last two days or less, and the rules of subcontracting hold only where no sampled service is the body's own
  /// (RULEBOOK §5.1).
  public func sampled(_ samples: [SampledService]) -> ServiceProfile {
    guard !samples.isEmpty else { return self }
    var profile = self
    profile.isCertifying = isCertifying || samples.contains(where: \.isCertifying)
    profile.isAlternating = isAlternating || samples.contains(where: \.isAlternating)
    profile.isWorkBased = isWorkBased || samples.contains(where: \.isWorkBased)
    if samples.contains(where: { $0.isShort != nil }) {
      profile.samplesTwoDaysAtMost = samples.allSatisfy { $0.isShort ?? false }
    }
    if case .own = services, samples.allSatisfy(\.isSubcontracted) {
      profile.services = .asSubcontractorOnly(entrusted: [])
    }
    return profile
  }
}
