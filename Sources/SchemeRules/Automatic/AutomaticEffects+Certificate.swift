import SyncCore
import WorkingDays

extension AutomaticEffects {
  /// The end of validity without a decision of renewal (T-QUAL-C09).
  ///
  /// The printed end, else three years; never put off, by a suspension either (R-QUAL-52). While the end is in
  /// dispute nothing comes by itself.
  static func certificate(_ context: ActContext) -> [AutomaticEffect] {
    let certificate = CertificateRecord(context)
    guard RuleSwitches.isOn("R-QUAL-52"), RuleSwitches.isOn(DeadlineID.qual06), let title = context.title,
      let end = certificate.validity?.to, let move = certificate.standing.move("T-QUAL-C09")
    else { return [] }
    func over(_ field: FieldName) -> [ChangeID] { context.reading(title).view(field)?.over ?? [] }
    let since = end.adding(days: 1).map { day in
      [Operation.set("since", on: title, to: .string(day.description), over: over("since"), motive: nil)]
    }
    return [
      AutomaticEffect(
        move.id, .qual06, due: end, on: title,
        [.state("standing", on: title, to: move.to.rawValue, over: over("standing"))] + (since ?? []))
    ]
  }
}
