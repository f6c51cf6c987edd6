import SyncCore

extension ConstatServer {
  /// Takes a reading of the public list over into the reference, and changed facts into the organisations that have a
  /// stream; one transaction.
  ///
  /// A refused mass change and a dry run change nothing and are reported all the same. Bodies a row of which was
  /// rejected stay as they were. Importing the same file again writes nothing.
  /// - Throws: `Problem` `recovering` while a rewound server waits; whatever the ledger throws.
  public func importPublicList(
    _ reading: PublicListReading, acceptMassChange: Bool, dryRun: Bool
  ) throws -> PublicListImportReport {
    let reference = try ledger.read { ledger in
      try ledger.publicListRows().map { siren, row in
        guard let body = PublicListBodyText.body(row) else { throw LedgerFault.damaged("public list \(siren)") }
        return (body.siren, body)
      }
    }
    let comparison = PublicListComparison(
      reference: Dictionary(reference) { first, _ in first }, reading: reading, acceptMassChange: acceptMassChange)
    func report(isImported: Bool, streams: Int, changes: Int) -> PublicListImportReport {
      PublicListImportReport(
        summary: PublicListSummary(reading, comparison: comparison), verdict: comparison.verdict,
        isImported: isImported, streamsChanged: streams, changesWritten: changes)
    }
    guard comparison.verdict.mayImport, !dryRun else { return report(isImported: false, streams: 0, changes: 0) }
    let wanted = Set(comparison.added).union(comparison.changed)
    let bodies = reading.bodies.filter { wanted.contains($0.siren) }
    let (streams, changes) = try write { workspace in
      if workspace.settings.recovery != nil { throw ProblemAnswer.recovering.problem }
      for siren in comparison.removed { try workspace.ledger.putPublicListRow(siren.text, nil) }
      var (streams, changes) = (0, 0)
      let entry = PublicListEntry(workspace: workspace)
      for body in bodies {
        try workspace.ledger.putPublicListRow(body.siren.text, PublicListBodyText.bytes(body))
        guard let organisation = StreamID.organisation(body.siren.text), try workspace.exists(organisation) else {
          continue
        }
        let written = try entry.enter(body, in: organisation)
        if written > 0 { streams += 1 }
        changes += written
      }
      return (streams, changes)
    }
    return report(isImported: true, streams: streams, changes: changes)
  }
}
