import AuditDesk
import AuditModel
import SyncCore

/// Every divergence of the audit: those that wait for somebody, and those somebody settled.
extension AuditView {
  var divergenceValues: [String: Any] {
    let open = contents.divergences.values.flatMap { $0 }.sorted {
      ($0.entity, $0.field?.description ?? "") < ($1.entity, $1.field?.description ?? "")
    }
    let settled = source.settled
    var tally = DivergenceTally()
    tally.open = open.count
    tally.settled = settled.count
    let (shownOpen, moreOpen) = cap.cut(open)
    let (shownSettled, moreSettled) = cap.cut(settled)
    return [
      "tally": words(tally), "openDivergences": shownOpen.map { openLine($0) },
      "moreOpen": more(moreOpen, "divergences"), "hasSettled": !settled.isEmpty,
      "settledDivergences": shownSettled.map(settledLine), "moreSettled": more(moreSettled, "divergences"),
    ]
  }

  private func words(_ tally: DivergenceTally) -> String {
    if tally.total == 0 { return say("Aucun champ de cet audit n'a divergé.", "No field of this audit ever diverged.") }
    let open =
      tally.open == 0
      ? say("Rien à trancher", "Nothing to settle")
      : tally.open == 1
        ? say("1 à trancher", "1 to settle") : say("\(tally.open) à trancher", "\(tally.open) to settle")
    let settled =
      tally.settled == 1
      ? say("1 tranchée", "1 settled") : say("\(tally.settled) tranchées", "\(tally.settled) settled")
    return "\(open), \(settled)."
  }

  /// A divergence as a link.
  func link(_ divergence: Divergence) -> [String: Any] {
    [
      "divergencePath": ConsolePath.divergence(divergence),
      "divergenceVerb": divergence.maySettle
        ? say("Trancher", "Settle") : say("Voir la divergence", "See the divergence"),
      "divergencePlace": place(divergence.entity, divergence.field),
    ]
  }

  private func openLine(_ divergence: Divergence) -> [String: Any] {
    let values = divergence.field.flatMap { field in
      divergence.conflict.map { conflict in conflict.values.map { words($0, of: field) } }
    }
    return link(divergence).merging([
      "divergenceValues": values.map { $0.map(Self.short).joined(separator: " ≠ ") } as Any? ?? false
    ]) { $1 }
  }

  private func settledLine(_ settled: SettledDivergence) -> [String: Any] {
    var values: [JSONValue] = []
    for write in settled.alternatives where !values.contains(write.value) { values.append(write.value) }
    return [
      "settledPlace": place(settled.entity, settled.field),
      "settledOver": values.map { Self.short(words($0, of: settled.field)) }.joined(separator: " ≠ "),
      "settledShown": Self.short(words(settled.shown, of: settled.field)),
      "settledMotive": settled.settling?.motive as Any? ?? false,
      "settledBy": settled.settling.map { source.attribution($0).values } as Any? ?? false,
    ]
  }

  /// The first words of a text: the section of its item shows it whole.
  static func short(_ text: String) -> String { text.count <= 120 ? text : text.prefix(119) + "…" }
}
