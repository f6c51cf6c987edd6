/// One limit on mass change that an import exceeds.
public struct PublicListMassChange: Sendable, Equatable, Codable {
  /// Which limit.
  public let reason: PublicListMassChangeReason
  /// The bodies concerned.
  public let bodies: Int
  /// The bodies of the reference.
  public let referenceBodies: Int
  /// The most bodies the limits in force allow.
  public let bodiesMax: Int

  /// The stable code, in kebab-case.
  public var code: String { reason.rawValue }

  /// What would happen, the limit, and what to do next.
  public var text: PublicListText {
    let share = bodies * 1000 / max(referenceBodies, 1)
    let fr = (
      PublicListCount.fr(bodies, "organisme", "organismes"), PublicListCount.fr(referenceBodies),
      PublicListCount.percent(perMille: share, decimalPoint: ","), PublicListCount.fr(bodiesMax)
    )
    let en = (
      PublicListCount.en(bodies, "body", "bodies"), PublicListCount.en(referenceBodies),
      PublicListCount.percent(perMille: share, decimalPoint: "."), PublicListCount.en(bodiesMax)
    )
    let verbs =
      switch reason {
      case .nothingLeft, .removed: (bodies < 2 ? "disparaîtrait" : "disparaîtraient", "would disappear")
      case .changed: (bodies < 2 ? "changerait" : "changeraient", "would change")
      }
    return PublicListText(
      fr: "\(fr.0) sur \(fr.1) (\(fr.2)\u{202F}%) \(verbs.0)\u{202F}; limite\u{202F}: \(fr.3). Rien n'est importé. "
        + "Vérifiez le fichier\u{202F}; s'il est juste, relancez en acceptant le changement de masse.",
      en: "\(en.0) of \(en.1) (\(en.2)%) \(verbs.1); limit: \(en.3). Nothing is imported. "
        + "Check the file; if it is right, run again accepting the mass change.")
  }
}
