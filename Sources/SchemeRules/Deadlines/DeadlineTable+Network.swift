internal import WorkingDays

extension DeadlineTable {
  /// The partner network (Certi-CPF article, which gives no figure: twelve months are adopted).
  static let network: [DeadlineRule] = [
    DeadlineRule(
      .net01, .months(12), [.certifier],
      trigger: ("dernier contrôle du réseau", "last network control"),
      missed: ("signalé en retard", "flagged late"),
      rule: "R-NET-17", source: "Certi-CPF")
  ]
}
