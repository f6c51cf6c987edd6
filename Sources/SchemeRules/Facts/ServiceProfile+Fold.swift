public import SyncCore

extension ServiceProfile {
  /// Reads the profile field of a dossier; what is missing counts as no.
  public init(_ value: JSONValue) {
    let entrusted = value["asSubcontractorOnly"]?.elements.map { elements in
      Set(elements.compactMap { $0.number.flatMap { QualiopiIndicator(Int(clamping: $0)) } })
    }
    self.init(
      categories: Self.categories(value["categories"]),
      isCertifying: value["certifying"]?.truth ?? false,
      isAlternating: value["alternating"]?.truth ?? false,
      isWorkBased: value["workBased"]?.truth ?? false,
      usesSubcontracting: value["subcontracting"]?.truth ?? false,
      samplesTwoDaysAtMost: value["twoDaysAtMost"]?.truth ?? false,
      services: entrusted.map { .asSubcontractorOnly(entrusted: $0) } ?? .own)
  }

  /// Categories by their usual abbreviations; others are left out.
  static func categories(_ value: JSONValue?) -> Set<ActionCategory> {
    Set((value?.elements ?? []).compactMap { $0.text.flatMap(ActionCategory.init(rawValue:)) })
  }
}
