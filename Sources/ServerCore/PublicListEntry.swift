import SyncCore

/// Enters the facts of the public list into organisation streams, as the public list's own replica.
struct PublicListEntry {
  let workspace: Workspace

  /// Enters the facts of the body a stream is about, when the reference has it and nothing was entered before.
  func enterFacts(for begun: StreamID) throws {
    let key: String
    switch begun.family {
    case .organisation(let siren), .dossier(_, let siren): key = siren
    case .office, .directory, .other: return
    }
    guard let siren = PublicListSIREN(key), let organisation = StreamID.organisation(key),
      try workspace.acceptedSeq(organisation, workspace.settings.publicListReplica) == 0,
      let row = try workspace.ledger.publicListRow(siren.text)
    else { return }
    guard let body = PublicListBodyText.body(row) else { throw LedgerFault.damaged("public list \(siren)") }
    try enter(body, in: organisation)
  }

  /// Enters what the list says otherwise than it did before.
  /// - Returns: the number of changes written.
  @discardableResult
  func enter(_ body: PublicListBody, in organisation: StreamID) throws -> Int {
    let fold = try workspace.fold(organisation)
    let replica = workspace.settings.publicListReplica
    let operations = PublicListFacts.operations(body: body) { entity, field in
      fold.entities[entity]?.fields[field]?.writes.values.filter { $0.id.replica == replica }
        .max { $0.id < $1.id }
    }
    var written = 0
    var group: [SyncCore.Operation] = []
    var bytes = 0
    for operation in operations {
      let size = JSONWriter.bytes(ChangeWriter.json(operation)).count
      if group.count >= ServerLimits.publicListStepsMax || bytes + size > ServerLimits.publicListStepBytesMax {
        written += try write(group, in: organisation)
        (group, bytes) = ([], 0)
      }
      group.append(operation)
      bytes += size
    }
    return written + (try write(group, in: organisation))
  }

  /// A fact that fits no change line (too long, U+0000) is left out: it must not hold up the push that called for it.
  private func write(_ group: [SyncCore.Operation], in organisation: StreamID) throws -> Int {
    guard !group.isEmpty else { return 0 }
    do {
      try workspace.write(group, in: organisation, as: .publicList)
      return 1
    } catch is ChangeFault {
      guard group.count > 1 else { return 0 }
      return try group.reduce(0) { try $0 + write([$1], in: organisation) }
    }
  }
}
