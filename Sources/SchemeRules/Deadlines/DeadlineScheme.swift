/// The set of rules a deadline comes from.
public enum DeadlineScheme: String, Sendable, Hashable, CaseIterable {
  /// CléA numérique.
  case cleaNumerique = "clea"
  /// Qualiopi.
  case qualiopi
  /// CertifIAG.
  case certifIAG = "certifiag"
  /// A certifier's partner network, under any scheme.
  case network
}
