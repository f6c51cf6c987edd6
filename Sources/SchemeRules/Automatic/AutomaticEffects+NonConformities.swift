extension AutomaticEffects {
  /// Non-conformities whose delay is over (T-QUAL-N05, T-QUAL-N07).
  static func nonConformities(_ context: ActContext) -> [AutomaticEffect] { [] }
}
