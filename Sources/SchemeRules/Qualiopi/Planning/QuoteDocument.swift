public import AuditModel

/// A document a request for a quote carries (R-QUAL-26); the raw value is the wire name.
public enum QuoteDocument: String, Sendable, Hashable, CaseIterable {
  case nda, kbis, bpf, rib

  /// What it is, on screen.
  public var label: LocalizedText {
    switch self {
    case .nda: LocalizedText(fr: "numéro de déclaration d'activité (NDA)", en: "activity declaration number (NDA)")
    case .kbis: LocalizedText(fr: "extrait Kbis", en: "Kbis extract")
    case .bpf:
      LocalizedText(fr: "bilan pédagogique et financier (BPF)", en: "yearly teaching and financial report (BPF)")
    case .rib: LocalizedText(fr: "relevé d'identité bancaire (RIB)", en: "bank details (RIB)")
    }
  }
}
