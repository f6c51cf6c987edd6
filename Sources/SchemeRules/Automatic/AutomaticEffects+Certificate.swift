extension AutomaticEffects {
  /// The end of validity (T-QUAL-C09).
  static func certificate(_ context: ActContext) -> [AutomaticEffect] { [] }
}
