import SyncCore

/// What the auditor found of the evidence on a non-conformity, as far as it counts.
///
/// Written with a request, it counts as that was ruled on: refused, it gives way to what it was written over; while
/// nobody ruled, only the act asked for reads it. Written without a request, it counts.
struct AssessmentReading {
  let fold: StreamFold
  let nonConformity: EntityID

  /// What the act that is asked for reads: all but what was refused.
  var asked: FactReading<EvidenceAssessment> { reading { verdict(on: $0) != .refused } }

  /// The references of the evidence sent back: what a delay no longer rests on.
  var sentBack: Set<String> {
    let ruled = reading { verdict(on: $0) == .accepted }
    guard let assessment = ruled.value, !assessment.isSufficient else { return [] }
    return assessment.references
  }

  private func verdict(on write: Write) -> Ruling.Verdict? {
    guard fold.entities[nonConformity]?.requests[write.id] != nil else { return .accepted }
    return fold.rulings[write.id]?.ruling.verdict
  }

  /// The field as it reads without the writes that do not count.
  private func reading(_ counts: (Write) -> Bool) -> FactReading<EvidenceAssessment> {
    let field = FieldReading(fold: fold, entity: nonConformity)
    let heads = field.view("assessment")?.heads ?? []
    if heads.allSatisfy(counts) { return field.reading("assessment", Self.assessment) }
    let values = standing(heads, counts).reduce(into: [EvidenceAssessment]()) { values, write in
      guard let value = Self.assessment(write.value), !values.contains(value) else { return }
      values.append(value)
    }
    return values.count > 1 ? .inConflict(values) : values.first.map { .settled($0) } ?? .absent
  }

  /// The last writes that count, in display order.
  private func standing(_ heads: [Write], _ counts: (Write) -> Bool) -> [Write] {
    let history = fold.entities[nonConformity]?.fields["assessment"]
    var open = heads
    var seen = Set(heads.map(\.id))
    var standing: [Write] = []
    while let write = open.popLast() {
      if counts(write) {
        standing.append(write)
      } else {
        open += write.over.filter { seen.insert($0).inserted }.compactMap { history?.writes[$0] }
      }
    }
    return standing.sorted { $0.order < $1.order }
  }

  private static func assessment(_ value: JSONValue) -> EvidenceAssessment? {
    guard let found = value["found"]?.text else { return nil }
    return EvidenceAssessment(
      isSufficient: found.utf8.elementsEqual("sufficient".utf8),
      on: Set((value["on"]?.elements ?? []).compactMap(\.text)), reason: value["reason"]?.text)
  }
}
