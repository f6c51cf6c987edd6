/// A certification scheme, with the word that names it in stream ids.
public enum Scheme: String, Sendable, Hashable, CaseIterable {
  /// Certification of training bodies against the national quality referential.
  case qualiopi
  /// Habilitation to train and evaluate for the CléA numérique certificate.
  case cleaNumerique = "clea"
  /// Habilitation to train for CertifIAG.
  case certifIAG = "certifiag"

  /// The name people see.
  public var name: String {
    switch self {
    case .qualiopi: "Qualiopi"
    case .cleaNumerique: "CléA numérique"
    case .certifIAG: "CertifIAG"
    }
  }
}
